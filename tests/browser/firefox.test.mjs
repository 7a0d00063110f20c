import assert from 'node:assert/strict';

import { sees_exactly, two_in_a_call } from './harness/call.mjs';
import { open_chat, reads_exactly, write } from './harness/chat.mjs';
import { save } from './harness/downloads.mjs';
import { attach, bring, hash_of, make_file, says } from './harness/files.mjs';
import { wait_for } from './harness/wait.mjs';

export const deadline_ms = 120_000;

// Ann sits at Chromium, Ben at Firefox.
async function a_mixed_call(world) {
    const [browser, ben_browser] = await Promise.all([world.browser({ sound: 'silence.wav' }), world.firefox()]);
    return two_in_a_call(world, { browser, ben_browser });
}

const says_that_microphone_is_off = (person, name) => wait_for(
    `${name} to be marked as muted`, async () => /microphone off/i.test(await person.words_of(name)),
);

export default {
    'Chromium and Firefox see each other move': async (world) => {
        const { ann, ben } = await a_mixed_call(world);
        const [of_ben, of_ann] = await Promise.all([ann.other_video(), ben.other_video()]);
        await Promise.all([ann.sees_changing_picture(of_ben), ben.sees_moving_picture(of_ann)]);
    },

    'Chromium and Firefox see each other mute and leave': async (world) => {
        const { ann, ben } = await a_mixed_call(world);
        await ann.click_button('Mute microphone');
        await says_that_microphone_is_off(ben, 'Ann');
        await ben.click_button('Mute microphone');
        await says_that_microphone_is_off(ann, 'Ben');
        await ben.click_button('Leave call');
        await ben.see('button', 'Rejoin');
        await sees_exactly(ann, 'Ann', ['Ann']);
        await ben.click_button('Rejoin');
        await sees_exactly(ben, 'Ben', ['Ann', 'Ben']);
        await ann.click_button('Leave call');
        await sees_exactly(ben, 'Ben', ['Ben']);
    },

    'Chromium and Firefox read each other in the order in which they wrote': async (world) => {
        const { ann, ben } = await a_mixed_call(world);
        await write(ann, 'Shall we begin?');
        await reads_exactly(ben, [['Ann', 'Shall we begin?']]);
        await write(ben, 'Yes \u2014 \u00fcber alles');
        const both = [['Ann', 'Shall we begin?'], ['Ben', 'Yes \u2014 \u00fcber alles']];
        await Promise.all([reads_exactly(ann, both), reads_exactly(ben, both)]);
    },

    'A file goes from Chromium to Firefox and another one back, with the same bytes': async (world) => {
        const { ann, ben } = await a_mixed_call(world);
        const path = make_file('minutes.bin', 3_000_000);
        await attach(ann, path);
        await says(ann, 'minutes.bin', /delivered/, 30_000);
        await open_chat(ben);
        assert.equal(hash_of(await save(ben)), hash_of(path));
        await bring(ben, 'drop', [{ name: 'note.txt', type: 'text/plain', base64: Buffer.from('dropped').toString('base64') }]);
        await says(ben, 'note.txt', /delivered/);
        await says(ann, 'note.txt', /7 B/);
    },
};
