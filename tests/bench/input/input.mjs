// From a key or a press in a call of two to the end of the frame that shows what it did. Nothing is drawn in a call that
// is silent, so the first frame after an input is the one that answers it.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { see_each_other, two_in_a_call } from '../../browser/harness/call.mjs';
import { pause, wait_for } from '../../browser/harness/wait.mjs';

const probe = readFileSync(fileURLToPath(new URL('./input_probe.js', import.meta.url)), 'utf8');
const inputs = 200;
const rest_ms = 200;
// As long as a person's press takes; what is measured begins with the release.
const press_ms = 80;
const p95_max_ms = 33;

const durations_of = (person) => person.evaluate(() => window.probes.input_to_frame_ms);

// The pointer rests on the button already, as a person's does who presses it again.
async function press_chat(person) {
    await person.page.mouse.down();
    await pause(press_ms);
    await person.page.mouse.up();
}

// By turns a key and a press of the button that does the same; the panel must come or go each time. Nothing else is asked
// of the page before it has answered.
async function toggle_chat(person, index) {
    const shown = await person.shows('textbox', 'Message');
    await person.is_at_rest(rest_ms);
    await person.evaluate(() => { window.probes.input_to_frame_ms.length = 0; });
    if (index % 2 === 0) await person.press_key('c');
    else await press_chat(person);
    const duration_ms = await wait_for('a frame that answers the input', async () => (await durations_of(person)).at(-1));
    await wait_for('the chat to come or go', async () => (await person.shows('textbox', 'Message')) !== shown);
    return duration_ms;
}

// Takes the focus out of the field of the chat, where a letter is a letter.
async function leave_field(person) {
    if ((await person.focused_name()) === 'Message') await person.press_key('Escape');
    await person.is_at_rest(rest_ms);
}

export async function measure_input(world, { quantile, progress }) {
    const { ann, ben } = await two_in_a_call(world, {
        browser: await world.browser({ sound: 'silence.wav' }), person_options: { before_scripts: [probe] },
    });
    await see_each_other(ann, ben);
    await ann.see_no_message(/joined/);
    const [button] = await ann.find_all('button', 'Chat');
    const { x, y, width, height } = await ann.rectangle_of(button);
    await ann.page.mouse.move(x + width / 2, y + height / 2);
    const durations = [];
    while (durations.length < inputs) {
        await leave_field(ann);
        durations.push(await toggle_chat(ann, durations.length));
        if (durations.length % 50 === 0) progress(`input ${durations.length}/${inputs}`);
    }
    const told = [0.5, 0.95, 1].map((share) => quantile(durations, share).toFixed(1));
    return [[`Input to the end of its frame, median, p95 and most of ${inputs}`, `${told.join(', ')} ms`, `p95 at most ${p95_max_ms} ms`]];
}
