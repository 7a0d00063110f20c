// From a key or a press in a call of two to the end of the frame that shows what it did. Nothing is drawn in a call that
// is silent, so the first frame after an input is the one that answers it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { see_each_other, two_in_a_call } from '../../browser/harness/call.mjs';
import { wait_for } from '../../browser/harness/wait.mjs';

const probe = readFileSync(fileURLToPath(new URL('./input_probe.js', import.meta.url)), 'utf8');
const inputs = 200;
const rest_ms = 200;
const p95_max_ms = 33;

const durations_of = (person) => person.evaluate(() => window.probes.input_to_frame_ms);

// By turns a key and a press of the button that does the same; the panel must come or go each time.
async function toggle_chat(person, index) {
    const shown = await person.shows('textbox', 'Message');
    if (index % 2 === 0) await person.press_key('c');
    else await person.click_button('Chat');
    await wait_for('the chat to come or go', async () => (await person.shows('textbox', 'Message')) !== shown);
    await person.is_at_rest(rest_ms);
}

// Takes the focus out of the field of the chat, where a letter is a letter.
async function leave_field(person) {
    if ((await person.focused_name()) === 'Message') await person.press_key('Escape');
}

export async function measure_input(world, { quantile, progress }) {
    const { ann, ben } = await two_in_a_call(world, {
        browser: await world.browser({ sound: 'silence.wav' }), person_options: { before_scripts: [probe] },
    });
    await see_each_other(ann, ben);
    await ann.see_no_message(/joined/);
    const durations = [];
    while (durations.length < inputs) {
        await leave_field(ann);
        await ann.is_at_rest(rest_ms);
        await ann.evaluate(() => { window.probes.input_to_frame_ms.length = 0; });
        await toggle_chat(ann, durations.length);
        const [first] = await durations_of(ann);
        assert.ok(first > 0, 'no frame answered the input');
        durations.push(first);
        if (durations.length % 50 === 0) progress(`input ${durations.length}/${inputs}`);
    }
    const told = [0.5, 0.95, 1].map((share) => quantile(durations, share).toFixed(1));
    return [[`Input to the end of its frame, median, p95 and most of ${inputs}`, `${told.join(', ')} ms`, `p95 at most ${p95_max_ms} ms`]];
}
