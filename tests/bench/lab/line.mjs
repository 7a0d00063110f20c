// What two people make of a line that loses some of what it carries: Parley beside the bare page.

import { call_in_lab } from '../../browser/harness/lab_call.mjs';
import { make_large_card } from '../../browser/harness/media.mjs';
import { pause, wait_for } from '../../browser/harness/wait.mjs';
import { median, percent } from '../quality/figures.mjs';
import { bare, parley, serving_both } from '../subjects.mjs';
import { timeline_probe } from './timeline.mjs';

const first_picture_ms = 30_000;
const sample_gap_ms = 500;
const settling_s = 20;
// A picture has its size once it stays for so long within one step of what it is at the end.
const steady_s = 10;
const step = 1.5;
// What may wait in front of the line: half a second's worth, as in many a router.
const queue_s = 0.5;
const delay_ms = 20;
const loss_percent = 2;
// What the network adds to each packet of the transport: Ethernet, IPv4 and UDP.
const envelope_bytes = 14 + 20 + 8;
const still_ms = 1_000;

// Runs in the page: how high the picture is that arrives, and what has arrived in all.
async function look() {
    const report = [...(await window.probes.connections.at(-1).getStats()).values()];
    const height = Math.max(0, ...report.filter(({ type, kind }) => type === 'inbound-rtp' && kind === 'video')
        .map(({ frameHeight }) => frameHeight ?? 0));
    const { bytesReceived: bytes, packetsReceived: packets } = report.find(({ type }) => type === 'transport');
    return { height, bytes, packets, at_ms: performance.timeOrigin + performance.now() };
}

const frames_of = (person) => person.evaluate(() => window.probes.timeline.frames_ms);

// Seconds from the first picture until it has the size that it keeps; the whole watch if it never does.
function steady_after_s(samples, first_ms) {
    const last_ms = samples.at(-1).at_ms;
    const final = median(samples.filter(({ at_ms }) => at_ms >= last_ms - steady_s * 1000).map(({ height }) => height));
    const near = ({ height }) => height >= final / step && height <= final * step;
    const steady = samples.find(({ at_ms: from_ms }) => samples
        .filter(({ at_ms }) => at_ms >= from_ms && at_ms <= from_ms + steady_s * 1000).every(near));
    return { final, after_s: Math.max(0, ((steady?.at_ms ?? last_ms) - first_ms) / 1000) };
}

// What one side saw: `samples` of look(), and when each picture was presented.
function judged(samples, frames_ms, rate_kbit_per_s) {
    const [first_ms, end_ms] = [frames_ms[0], samples.at(-1).at_ms];
    const settled = samples.find(({ at_ms }) => at_ms >= first_ms + settling_s * 1000);
    const last = samples.at(-1);
    const bytes = last.bytes - settled.bytes + envelope_bytes * (last.packets - settled.packets);
    const gaps_ms = frames_ms.slice(1).map((at_ms, index) => at_ms - frames_ms[index]);
    return {
        ...steady_after_s(samples, first_ms),
        share: (bytes * 8) / (rate_kbit_per_s * (last.at_ms - settled.at_ms)),
        freezes: [...gaps_ms, end_ms - frames_ms.at(-1)].filter((gap_ms) => gap_ms > still_ms).length,
        frames_per_s: (frames_ms.length * 1000) / (end_ms - first_ms),
    };
}

async function watch_call(world, folder, subject, { rate_kbit_per_s, seconds }) {
    const treatment = `delay_ms=${delay_ms} rate_kbit_per_s=${rate_kbit_per_s} loss_percent=${loss_percent} ` +
        `queue_bytes=${Math.round((rate_kbit_per_s * 1000 * queue_s) / 8)}`;
    const { ann, ben } = await call_in_lab(world, {
        flags: serving_both(folder),
        options: { video: await make_large_card(), sound: 'chatter.wav' },
        enter: async (_, { server, browser, ben_browser }) => {
            const arrive = (seat) => world.person(seat, server, { before_scripts: [timeline_probe] });
            return { ann: await arrive(browser), ben: await arrive(ben_browser) };
        },
        prepare: (lab) => lab.place('ann').treat(treatment),
    });
    await subject.prepare(ann, ben);
    await ben.click_button('Join');
    const people = [ann, ben];
    await Promise.all(people.map((person) => wait_for('a picture', async () => (await frames_of(person)).length > 0, first_picture_ms)));
    const samples = people.map(() => []);
    const end_ms = Date.now() + (settling_s + seconds) * 1000;
    while (Date.now() < end_ms) {
        const seen = await Promise.all(people.map((person) => person.evaluate(look)));
        seen.forEach((sample, index) => samples[index].push(sample));
        await pause(sample_gap_ms);
    }
    return Promise.all(people.map(async (person, index) => judged(samples[index], await frames_of(person), rate_kbit_per_s)));
}

// Three rows of the table; of each page the worst of both sides in all runs.
export async function measure_line(run_each, settings) {
    const watch_each = (subject) => run_each(async (world, keep, folder) => {
        const sides = await watch_call(world, folder, subject, settings);
        keep(JSON.stringify(sides, null, 2));
        return sides;
    }, subject.name);
    const [ours, theirs] = [await watch_each(parley), await watch_each(bare)].map((runs) => runs.flat());
    const told = (of, worst, text) => {
        const figure = (sides) => text(worst(...sides.map(of)));
        return `${figure(ours)}, bare page ${figure(theirs)}`;
    };
    const line = `at ${settings.rate_kbit_per_s} kbit/s both ways with ${loss_percent} % lost`;
    return [
        [`Picture has its size ${line}`, told(({ after_s }) => after_s, Math.max, (value) => `${value.toFixed(1)} s`), ''],
        [`Share of the line that is used after ${settling_s} s, ${settings.seconds} s`, told(({ share }) => share, Math.min, percent), 'at least 75 %'],
        ['Pictures that stood still for over 1 s, the same', told(({ freezes }) => freezes, Math.max, String), '0'],
        ['Pictures a second, the same', told(({ frames_per_s }) => frames_per_s, Math.min, (value) => value.toFixed(1)), ''],
    ];
}
