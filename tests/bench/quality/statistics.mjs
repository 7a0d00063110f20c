// What it costs the page to ask its connections how they are and to make something of it.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { enter_call, join_by_link, start_meeting } from '../../browser/harness/call.mjs';
import { pause, wait_for } from '../../browser/harness/wait.mjs';
import { median, percent } from './figures.mjs';

const people_count = 6;
const settling_ms = 5_000;
const viewport = { width: 640, height: 400 };
const probe = readFileSync(fileURLToPath(new URL('./statistics_probe.js', import.meta.url)), 'utf8');

// What the marks of the probe in a trace of the page come to: the processor time, in ms, of each task of either kind.
function tasks_of(trace) {
    const marks = trace.traceEvents.filter(({ cat, tts }) => cat === 'blink.user_timing' && tts !== undefined);
    const tasks = { asked: [], heard: [] };
    let began_us;
    for (const { name, tts: at_us } of marks.sort((one, other) => one.ts - other.ts)) {
        if (name === 'begins') began_us = at_us;
        // The trace may begin within a task.
        if (name in tasks && began_us !== undefined) tasks[name].push((at_us - began_us) / 1000);
    }
    return tasks;
}

export async function measure_statistics(world, { seconds, progress }) {
    const server = await world.server();
    const browser = await world.browser({ video: 'card-160x90.y4m', sound: 'speech.wav' });
    const people = [];
    let link;
    for (let number = 1; number <= people_count; number++) {
        // A trace is of the whole browser, so one of them marks.
        const before_scripts = number === 1 ? [probe] : [];
        const person = await world.person(browser, server, { viewport, before_scripts });
        if (number === 1) link = await start_meeting(person, `Person ${number}`);
        await (number === 1 ? enter_call(person, `Person ${number}`) : join_by_link(person, link, `Person ${number}`));
        people.push(person);
    }
    const [first] = people;
    await wait_for('the pictures of all the others', async () => (await first.other_videos()).length === people_count - 1);
    await wait_for('statistics', () => first.evaluate(() => window.probes.statistics_heard > 0));
    await pause(settling_ms);
    await first.page.tracing.start({ categories: ['blink.user_timing'] });
    await pause(seconds * 1000);
    const { asked, heard } = tasks_of(JSON.parse(Buffer.from(await first.page.tracing.stop()).toString()));
    progress(JSON.stringify({ asked, heard }));
    const share = [...asked, ...heard].reduce((sum, processor_ms) => sum + processor_ms, 0) / (seconds * 1000);
    const each = `${heard.length} answers of ${median(heard).toFixed(2)} ms in ${seconds} s`;
    return [[`Statistics and what is made of them, call of ${people_count}`, `${percent(share)} of a core (${each})`, 'below 1 %']];
}
