#!/usr/bin/env node
// Measures how many messages a second the server relays, beside a bare relay over `ws`, and prints the figures as rows
// of a Markdown table. The server has one core and the load another; the two subjects take turns.
//
// relay.mjs [--runs N] [--seconds N]

import { execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';

import { build_folder } from '../../browser/harness/paths.mjs';

const [server_core, load_core] = ['0', '1'];
const unlimited = ['--message-rate', '1000000', '--byte-rate', '1000000000'];
const load_program = join(build_folder, 'native', 'parley-relay-load');
const bare_relay = fileURLToPath(new URL('./bare_relay.mjs', import.meta.url));
const subjects = {
    parley: [
        join(build_folder, 'native', 'parley-server'), '--listen', '127.0.0.1:0', '--secret', 'of a benchmark alone', ...unlimited,
    ],
    bare: [process.execPath, bare_relay],
};

function median(values) {
    const sorted = [...values].sort((one, other) => one - other);
    return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}

// Both say where they listen in their first line.
async function start(command) {
    const child = spawn('taskset', ['-c', server_core, ...command], { stdio: ['ignore', 'pipe', 'inherit'] });
    for await (const line of createInterface({ input: child.stdout })) {
        return { child, port: /:(\d+)\/?$/.exec(line)[1] };
    }
    throw new Error(`${command[0]} ended before it listened`);
}

async function run(subject, seconds) {
    const { child, port } = await start(subjects[subject]);
    try {
        const { stdout } = await promisify(execFile)('taskset', [
            '-c', load_core, load_program,
            `subject=${subject}`, `port=${port}`, `server-process=${child.pid}`, `measure-ms=${seconds * 1000}`,
        ]);
        return JSON.parse(stdout);
    } finally {
        child.kill('SIGKILL');
    }
}

const { values: options } = parseArgs({
    options: { runs: { type: 'string', default: '5' }, seconds: { type: 'string', default: '5' } },
});
const pairs = [];
for (let index = 0; index < Number(options.runs); index++) {
    const pair = { parley: await run('parley', Number(options.seconds)), bare: await run('bare', Number(options.seconds)) };
    pairs.push(pair);
    for (const [name, figures] of Object.entries(pair)) console.error(`${name}: ${JSON.stringify(figures)}`);
}

const middle = (subject, figure) => median(pairs.map((pair) => pair[subject][figure]));
const ratio = (figure) => median(pairs.map(({ parley, bare }) => parley[figure] / bare[figure])).toFixed(2);
const thousands = (subject) => `${(middle(subject, 'messages_per_second') / 1000).toFixed(1)} k`;
const latency = (subject) => `${middle(subject, 'p50_us').toFixed(0)} / ${middle(subject, 'p99_us').toFixed(0)} µs`;
const cost = (subject) => `${middle(subject, 'processor_us_per_message').toFixed(1)} µs`;
const memory = (subject) => `${(middle(subject, 'idle_bytes_per_connection') / 1024).toFixed(1)} KiB`;
const rows = [
    [`Relayed messages a second, 600 bytes, 1,000 connections in rooms of 2, ${options.runs} interleaved runs`,
        thousands('parley'), thousands('bare'), ratio('messages_per_second'), 'at least 2'],
    ['The same: half of / all but 1 % of them took at most', latency('parley'), latency('bare'), '', ''],
    ['The same: processor time of the server for each', cost('parley'), cost('bare'), ratio('processor_us_per_message'), ''],
    ['Memory for each idle connection', memory('parley'), memory('bare'), ratio('idle_bytes_per_connection'), 'at most 12 KB'],
];
console.log('| What | Parley | bare `ws` | ratio | goal |\n|---|---|---|---|---|');
for (const row of rows) console.log(`| ${row.join(' | ')} |`);
