#!/usr/bin/env node
// Measures calls over broken networks and prints the figures as a Markdown table. Run it through scripts/bench.
//
// bench.mjs cut [--seconds N] [--runs N]    the line of one side is cut for so long (20 s)
// bench.mjs moved [--runs N]                one side gets another address
// bench.mjs narrow [--rate N] [--runs N]    both ways carry so little (300 kbit/s)
// bench.mjs line [--rate N] [--seconds N] [--runs N]
//                                           both ways carry so little (1,000 kbit/s) and lose some, for so long (30 s)
// bench.mjs check [--runs N]                what the check says where something is broken (one run)
//
// The artifacts of the part keep a timeline of each run.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { see_each_other } from '../../browser/harness/call.mjs';
import { call_in_lab } from '../../browser/harness/lab_call.mjs';
import { make_media } from '../../browser/harness/media.mjs';
import { artifacts_folder } from '../../browser/harness/paths.mjs';
import { pause } from '../../browser/harness/wait.mjs';
import { with_world } from '../../browser/harness/with_world.mjs';
import { measure_check } from './check.mjs';
import { measure_line } from './line.mjs';
import { measure_narrow } from './narrow.mjs';
import { all_back, timeline_probe, told } from './timeline.mjs';

const calm_ms = 3_000;
const patience_ms = 60_000;
const person_options = { before_scripts: [timeline_probe] };

// Of ten values the 95th percentile is the largest.
function p95(values) { return [...values].sort((one, other) => one - other)[Math.ceil(0.95 * values.length) - 1]; }
function seconds(values) { return `p95 ${(p95(values) / 1000).toFixed(1)} s, all ${values.map((value) => (value / 1000).toFixed(1)).join(' ')}`; }

// Does to a call what `disturb` does, which gives the moment from which time counts.
async function recover(world, keep, disturb) {
    const call = await call_in_lab(world, { person_options });
    const people = { Ann: call.ann, Ben: call.ben };
    await see_each_other(call.ann, call.ben);
    await pause(calm_ms);
    const moment_ms = await disturb(call);
    try {
        const taken = await all_back(Object.values(people), moment_ms, patience_ms);
        return { ...taken, both_ms: Math.max(taken.picture_ms, taken.signalling_ms) };
    } finally {
        keep((await told(people, moment_ms)).join('\n'));
    }
}

async function measure_cut(run_each, { seconds: length_s }) {
    const results = await run_each((world, keep) => recover(world, keep, async ({ ben_place }) => {
        await ben_place.cut();
        await pause(length_s * 1000);
        await ben_place.mend();
        return Date.now();
    }));
    const of = (what) => seconds(results.map((result) => result[what]));
    return [
        [`Picture back after a cut of ${length_s} s`, of('picture_ms'), 'p95 at most 3 s'],
        [`Picture and signalling back after a cut of ${length_s} s`, of('both_ms'), 'p95 at most 5 s'],
    ];
}

async function measure_moved(run_each) {
    const results = await run_each((world, keep) => recover(world, keep, async ({ ben_place }) => {
        const moment_ms = Date.now();
        ben_place.take_address(77);
        return moment_ms;
    }));
    const of = (what) => seconds(results.map((result) => result[what]));
    return [
        ['Picture back after one side got another address', of('picture_ms'), 'p95 at most 3 s'],
        ['Picture and signalling back after one side got another address', of('both_ms'), ''],
    ];
}

const { values: options, positionals: [part] } = parseArgs({
    allowPositionals: true,
    options: {
        runs: { type: 'string' },
        seconds: { type: 'string' },
        rate: { type: 'string' },
    },
});
const usual = part === 'line' ? { seconds: 30, rate: 1_000 } : { seconds: 20, rate: 300 };
const settings = { seconds: Number(options.seconds ?? usual.seconds), rate_kbit_per_s: Number(options.rate ?? usual.rate) };
const measures = { cut: measure_cut, moved: measure_moved, narrow: measure_narrow, line: measure_line, check: measure_check };
if (!(part in measures)) throw new Error(`say which part: ${Object.keys(measures).join(', ')}`);
const runs = Number(options.runs ?? (part === 'check' ? 1 : 10));

const artifacts = join(artifacts_folder, `bench-${part}`);
rmSync(artifacts, { recursive: true, force: true });
mkdirSync(artifacts, { recursive: true });

// Does `work` once for each run, in a world of its own each time; gives what came of them. `name` is what is worked on.
async function run_each(work, name = 'run') {
    const results = [];
    for (let run = 1; run <= runs; run++) {
        const keep = (text) => writeFileSync(join(artifacts, `${name}-${run}.txt`), `${text}\n`);
        results.push(await with_world(artifacts, (world, folder) => work(world, keep, folder)));
        console.error(`${part}, ${name} ${run}/${runs}: ${JSON.stringify(results.at(-1))}`);
    }
    return results;
}

await make_media();
const rows = await measures[part](run_each, settings);
console.log('| What | Figure | Goal |\n|---|---|---|');
for (const row of rows) console.log(`| ${row.join(' | ')} |`);
