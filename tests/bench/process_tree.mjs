// What a process and all its descendants that still live use, as Linux tells it in proc(5).

import { readFileSync, readdirSync } from 'node:fs';

// Of Linux on every machine that runs a browser; sysconf(_SC_CLK_TCK).
const ticks_per_second = 100;

// What `read` gives for the process, or undefined when it ended between the listing and the look.
function look_at(id, read) {
    try {
        return read(id);
    } catch {
        return undefined;
    }
}

// The fields of a process's stat behind its name, which may hold anything.
function stat_of(id) {
    const stat = readFileSync(`/proc/${id}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function tree_of(root) {
    const parents = new Map();
    for (const name of readdirSync('/proc')) {
        if (!/^\d+$/.test(name)) continue;
        const stat = look_at(name, stat_of);
        if (stat) parents.set(Number(name), Number(stat[1]));
    }
    const belongs = (id) => id === root || (parents.has(id) && belongs(parents.get(id)));
    return [...parents.keys()].filter(belongs);
}

const sum = (root, read) => tree_of(root).reduce((total, id) => total + (look_at(id, read) ?? 0), 0);

export function processor_seconds(root) {
    return sum(root, (id) => Number(stat_of(id)[11]) + Number(stat_of(id)[12])) / ticks_per_second;
}

// Memory in bytes; what several processes share counts once (proportional set size).
export function resident_bytes(root) {
    const kilobytes = /^Pss:\s+(\d+) kB/m;
    return sum(root, (id) => Number(kilobytes.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'latin1'))?.[1] ?? 0) * 1024);
}
