import { sees_exactly, two_in_a_call } from './harness/call.mjs';
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
};
