// What it costs the page to ask its connections how they are and to make something of it.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { enter_call, join_by_link, start_meeting } from '../../browser/harness/call.mjs';
import { pause, wait_for } from '../../browser/harness/wait.mjs';
import { percent } from './figures.mjs';

const people_count = 6;
const settling_ms = 5_000;
const viewport = { width: 640, height: 400 };
const probe = readFileSync(fileURLToPath(new URL('./statistics_probe.js', import.meta.url)), 'utf8');

// The mean of all but the tenth that took longest: those were interrupted, for this machine has more to do than cores.
function mean_of_undisturbed(values) {
    const counted = [...values].sort((one, other) => one - other).slice(0, Math.ceil(values.length * 0.9));
    return counted.reduce((sum, value) => sum + value, 0) / counted.length;
}

export async function measure_statistics(world, { seconds, progress }) {
    const server = await world.server();
    const browser = await world.browser({ video: 'card-160x90.y4m', sound: 'speech.wav' });
    const people = [];
    let link;
    for (let number = 1; number <= people_count; number++) {
        const person = await world.person(browser, server, { viewport, before_scripts: [probe] });
        if (number === 1) link = await start_meeting(person, `Person ${number}`);
        await (number === 1 ? enter_call(person, `Person ${number}`) : join_by_link(person, link, `Person ${number}`));
        people.push(person);
    }
    const [first] = people;
    await wait_for('the statistics of all the others', async () => (await first.other_videos()).length === people_count - 1 &&
        first.evaluate(() => window.probes.statistics.heard_ms.length > 0));
    await pause(settling_ms);
    await first.evaluate(() => { window.probes.statistics = { asked_ms: [], heard_ms: [] }; });
    await pause(seconds * 1000);
    const { asked_ms, heard_ms } = await first.evaluate(() => window.probes.statistics);
    const asked = mean_of_undisturbed(asked_ms);
    const heard = mean_of_undisturbed(heard_ms);
    const share = (asked * asked_ms.length + heard * heard_ms.length) / (seconds * 1000);
    progress(`asked ${asked_ms.length} times, ${asked.toFixed(2)} ms each; heard ${heard_ms.length} times, ${heard.toFixed(2)} ms each`);
    const each = `${heard_ms.length} answers of ${heard.toFixed(2)} ms in ${seconds} s`;
    return [[`Statistics and what is made of them, call of ${people_count}`, `${percent(share)} of a core (${each})`, 'below 1 %']];
}
