import { readFileSync, readdirSync } from 'node:fs';

// Of Linux on every machine that runs a browser; sysconf(_SC_CLK_TCK).
const ticks_per_second = 100;

// Processor seconds that a process and all its descendants that still live have used (proc(5), stat).
export function processor_seconds(root) {
    const processes = new Map();
    for (const name of readdirSync('/proc')) {
        if (!/^\d+$/.test(name)) continue;
        try {
            const stat = readFileSync(`/proc/${name}/stat`, 'latin1');
            const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
            processes.set(Number(name), { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) });
        } catch {
            // It ended between the listing and the look.
        }
    }
    const belongs = (id) => id === root || (processes.has(id) && belongs(processes.get(id).parent));
    let ticks = 0;
    for (const [id, process] of processes) if (belongs(id)) ticks += process.ticks;
    return ticks / ticks_per_second;
}
