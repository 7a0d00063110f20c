#!/usr/bin/env node
// Measures the page in a real browser and prints the figures as a Markdown table. Run it through scripts/bench.
//
// bench.mjs [size|idle|join|cpu|still-picture|input|sealing]... [--pairs N] [--runs N] [--seconds N] [--rounds N]

import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { Devices, see_each_other, start_meeting, two_in_a_call } from '../browser/harness/call.mjs';
import { make_media } from '../browser/harness/media.mjs';
import { artifacts_folder } from '../browser/harness/paths.mjs';
import { pause } from '../browser/harness/wait.mjs';
import { with_world } from '../browser/harness/with_world.mjs';
import { measure_input } from './input/input.mjs';
import { processor_seconds } from './process_tree.mjs';
import { measure_sealing } from './sealing/sealing.mjs';
import { measure_still_picture } from './still_picture/still_picture.mjs';
import { bare, first_frame_probe, first_remote_frame, parley, serving_both } from './subjects.mjs';

const idle_watch_s = 10;
// As long as a person's press takes; the time that is measured begins with the release.
const press_ms = 80;
const viewport = { width: 1280, height: 720 };

function quantile(values, fraction) {
    const sorted = [...values].sort((one, other) => one - other);
    return sorted[Math.min(Math.ceil(fraction * sorted.length), sorted.length) - 1];
}

function median(values) { return (quantile(values, 0.5) + quantile(values, 0.5 + 1 / values.length / 2)) / 2; }

const progress = (text) => console.error(text);

// What a first visit loads, as it came over the wire, headers included.
async function measure_size(world) {
    const person = await world.person(await world.browser(), await world.server());
    let bytes = 0;
    let requests = 0;
    await person.session.send('Network.enable');
    person.session.on('Network.loadingFinished', ({ encodedDataLength }) => {
        bytes += encodedDataLength;
        requests++;
    });
    await person.open('/');
    await person.see('button', 'New meeting');
    await person.page.waitForNetworkIdle();
    return [['All that a first visit loads', `${(bytes / 1000).toFixed(1)} kB in ${requests} requests`, 'at most 400 kB']];
}

async function measure_idle(world) {
    const rate = (frames) => `${(frames / idle_watch_s).toFixed(1)} a second`;
    const server = await world.server();
    const alone = await world.person(await world.browser({ devices: Devices.none }), server);
    await start_meeting(alone, 'Ann');
    await alone.is_at_rest();
    const before_joining = await alone.frames_drawn_during(idle_watch_s * 1000);

    const { ann, ben } = await two_in_a_call(world, { server, browser: await world.browser({ sound: 'silence.wav' }) });
    await see_each_other(ann, ben);
    await ann.see_no_message(/joined/);
    await Promise.all([ann.is_at_rest(), ben.is_at_rest()]);
    const in_call = await ann.frames_drawn_during(idle_watch_s * 1000);
    return [
        ['Canvas frames, pre-join without camera and microphone', rate(before_joining), '0'],
        ['Canvas frames, silent call', rate(in_call), '0'],
    ];
}

// Two people of `subject`, the second about to press Join; `work` is given both, and they leave afterwards.
async function with_pair(world, browser, server, subject, work) {
    const arrive = () => world.person(browser, server, { viewport, before_scripts: [first_frame_probe] });
    const [ann, ben] = [await arrive(), await arrive()];
    try {
        await subject.prepare(ann, ben);
        await subject.rests(ben);
        return await work(ann, ben);
    } finally {
        await Promise.all([ann, ben].map((person) => person.page.browserContext().close()));
    }
}

async function join_duration_ms(ben) {
    await ben.click_button('Join', { held_ms: press_ms });
    const seen_ms = await first_remote_frame(ben);
    return seen_ms - await ben.evaluate(() => window.probes.last_release_ms);
}

// Runs both subjects `count` times, which of them first by turns; gives [of Parley, of the bare page] for each time.
async function interleave(count, what, measure) {
    const pairs = [];
    for (let round = 0; round < count; round++) {
        const order = round % 2 === 0 ? [parley, bare] : [bare, parley];
        const values = new Map();
        for (const subject of order) values.set(subject, await measure(subject));
        pairs.push([values.get(parley), values.get(bare)]);
        progress(`${what} ${round + 1}/${count}: Parley ${values.get(parley).toFixed(1)}, bare ${values.get(bare).toFixed(1)}`);
    }
    return pairs;
}

async function measure_join(world, folder, { pairs: count }) {
    const server = await world.server(serving_both(folder));
    const browser = await world.browser({ video: 'card-640x360.y4m', sound: 'silence.wav' });
    const pairs = await interleave(count, 'join, ms', (subject) => with_pair(world, browser, server, subject, (_, ben) => join_duration_ms(ben)));
    const column = (index) => pairs.map((pair) => pair[index]);
    const told = (values) => `median ${median(values).toFixed(0)} ms, p95 ${quantile(values, 0.95).toFixed(0)} ms`;
    const ratio = median(pairs.map(([ours, theirs]) => ours / theirs));
    return [
        [`\`Join\` to first remote frame, Parley (${count} times)`, told(column(0)), ''],
        ['`Join` to first remote frame, bare page', told(column(1)), ''],
        ['`Join` to first remote frame, median ratio', ratio.toFixed(2), 'at most 1.15'],
    ];
}

async function measure_cpu(world, folder, { runs, seconds }) {
    const server = await world.server(serving_both(folder));
    const pairs = await interleave(runs, `processor seconds in ${seconds} s`, async (subject) => {
        const browser = await world.browser({ video: 'card-640x360.y4m', sound: 'speech.wav' });
        return with_pair(world, browser, server, subject, async (ann, ben) => {
            await join_duration_ms(ben);
            await first_remote_frame(ann);
            const process_id = browser.process().pid;
            const before = processor_seconds(process_id);
            await pause(seconds * 1000);
            return processor_seconds(process_id) - before;
        }).finally(() => browser.close());
    });
    const share = (index) => `${((median(pairs.map((pair) => pair[index])) / seconds) * 100).toFixed(0)} % of a core`;
    const ratio = median(pairs.map(([ours, theirs]) => ours / theirs));
    return [
        [`CPU of the browser, call of two, 640x360, ${seconds} s, Parley (${runs} times)`, share(0), ''],
        ['CPU of the browser, bare page', share(1), ''],
        ['CPU of the browser, median ratio', ratio.toFixed(2), 'at most 1.2'],
    ];
}

const { values: options, positionals } = parseArgs({
    allowPositionals: true,
    options: {
        pairs: { type: 'string', default: '20' },
        runs: { type: 'string', default: '3' },
        seconds: { type: 'string', default: '60' },
        rounds: { type: 'string', default: '5' },
    },
});
const settings = { pairs: Number(options.pairs), runs: Number(options.runs), seconds: Number(options.seconds), rounds: Number(options.rounds) };
const measures = {
    size: measure_size,
    idle: measure_idle,
    join: measure_join,
    cpu: measure_cpu,
    'still-picture': (world, _, { rounds }) => measure_still_picture(world, { rounds, median, progress }),
    input: (world) => measure_input(world, { quantile, progress }),
    sealing: (world) => measure_sealing(world, { median, quantile }),
};
const chosen = positionals.length > 0 ? positionals : Object.keys(measures);
const unknown = chosen.find((name) => !(name in measures));
if (unknown) throw new Error(`there is no part '${unknown}', only ${Object.keys(measures).join(', ')}`);

await make_media();
console.log('| What | Figure | Goal |\n|---|---|---|');
for (const name of chosen) {
    await with_world(join(artifacts_folder, `bench-${name}`), async (world, folder) => {
        for (const row of await measures[name](world, folder, settings)) console.log(`| ${row.join(' | ')} |`);
    });
}
