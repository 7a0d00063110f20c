// What happened to both people of a call around a moment, by the notes of timeline_probe.js.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { wait_for } from '../../browser/harness/wait.mjs';

export const timeline_probe = readFileSync(fileURLToPath(new URL('./timeline_probe.js', import.meta.url)), 'utf8');

// A still picture is one that stood for longer.
const still_ms = 400;

const read = (person) => person.evaluate(() => window.probes.timeline);

// When the pictures that `person` sees moved again after `moment_ms`: the first frame after a gap that lasts until then
// or begins after it; nothing as long as there is none.
function picture_back_ms({ frames_ms }, moment_ms) {
    const after = frames_ms.findIndex((at_ms, index) => at_ms > moment_ms && at_ms - frames_ms[index - 1] > still_ms);
    return after < 0 ? undefined : frames_ms[after];
}

// When `person` heard from the server again.
function signalling_back_ms({ events }, moment_ms) {
    return events.find(({ at_ms, what }) => at_ms > moment_ms && what.startsWith('server: '))?.at_ms;
}

// Waits until the pictures of all `people` move again after `moment_ms`, and what they hear from the server too; gives
// how long each took in ms, for whom it took longest.
export async function all_back(people, moment_ms, deadline_ms) {
    const of_all = (when) => wait_for('all to be as it was', async () => {
        const moments = (await Promise.all(people.map(read))).map((timeline) => when(timeline, moment_ms));
        return moments.every(Boolean) && Math.max(...moments) - moment_ms;
    }, deadline_ms);
    const [picture_ms, signalling_ms] = await Promise.all([of_all(picture_back_ms), of_all(signalling_back_ms)]);
    return { picture_ms, signalling_ms };
}

// What each of `people` ({name: person}) noted from a little before `moment_ms` on, as lines of text, with the seconds
// since then.
export async function told(people, moment_ms) {
    const lines = [];
    for (const [name, person] of Object.entries(people)) {
        const { events, frames_ms } = await read(person);
        const add = (at_ms, what) => lines.push({ at_ms, text: `${((at_ms - moment_ms) / 1000).toFixed(3).padStart(8)}  ${name.padEnd(4)}  ${what}` });
        for (const { at_ms, what } of events) add(at_ms, what);
        frames_ms.forEach((at_ms, index) => {
            if (at_ms - frames_ms[index - 1] <= still_ms) return;
            if (index > 0) add(frames_ms[index - 1], 'last frame');
            add(at_ms, 'first frame');
        });
    }
    return lines.sort((one, other) => one.at_ms - other.at_ms).map(({ text }) => text);
}
