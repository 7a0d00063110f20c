import assert from 'node:assert/strict';

import { see_each_other, two_in_a_call } from './harness/call.mjs';
import { wait_for } from './harness/wait.mjs';

const is_shown = (person, element) => person.evaluate((name) => {
    const video = document.querySelector(`video[data-element="${CSS.escape(name)}"]`);
    return Boolean(video) && getComputedStyle(video).visibility !== 'hidden' && getComputedStyle(video).display !== 'none';
}, element);

export default {
    'A camera that is turned off goes dark on both sides, and on again it is seen again': async (world) => {
        const { ann, ben } = await two_in_a_call(world);
        const { of_ann } = await see_each_other(ann, ben);

        await ann.click_button('Turn camera off');
        await ann.see('button', 'Turn camera on');
        await wait_for('the camera\'s light to go out', () => ann.evaluate(() => window.probes.captured_tracks
            .filter((track) => track.kind === 'video').every((track) => track.readyState === 'ended')));
        await wait_for('the picture to give way to the avatar', async () => !(await is_shown(ben, of_ann)));
        await wait_for('the group to say that the camera is off', async () => /camera off/i.test(await ben.words_of('Ann')));

        await ann.click_button('Turn camera on');
        await ann.see('button', 'Turn camera off');
        await wait_for('the picture to be back', () => is_shown(ben, of_ann));
        await ben.sees_moving_picture(of_ann);
        assert.doesNotMatch(await ben.words_of('Ann'), /camera off/i);
    },

    'A muted microphone is marked on the other side': async (world) => {
        const { ann, ben } = await two_in_a_call(world);
        assert.doesNotMatch(await ben.words_of('Ann'), /microphone off/i);
        await ann.click_button('Mute microphone');
        await wait_for('the group to say that Ann is muted', async () => /microphone off/i.test(await ben.words_of('Ann')));
        await ann.click_button('Unmute microphone');
        await wait_for('the mark to go', async () => !/microphone off/i.test(await ben.words_of('Ann')));
    },

    'What is chosen before joining holds in the call': async (world) => {
        const { ann, ben } = await two_in_a_call(world, {
            before_ben_joins: async (person) => {
                await person.click_button('Mute microphone');
                await person.click_button('Turn camera off');
                await person.see('button', 'Turn camera on');
                await person.captures_no('video');
            },
        });
        await ben.see('button', 'Unmute microphone');
        await ben.see('button', 'Turn camera on');
        await wait_for('Ben to be shown muted', async () => /microphone off/i.test(await ann.words_of('Ben')));
        await ben.click_button('Turn camera on');
        await ann.sees_moving_picture(await ann.other_video());
    },

    'The own picture is shown before joining and in the call, mirrored': async (world) => {
        const { ann } = await two_in_a_call(world);
        const mirrored = await ann.evaluate(() => [...document.querySelectorAll('video[data-element]')]
            .filter((video) => video.muted && video.srcObject && getComputedStyle(video).visibility !== 'hidden')
            .map((video) => new DOMMatrix(getComputedStyle(video).transform).a));
        assert.equal(mirrored.length, 1);
        assert.ok(mirrored[0] < 0, 'the own picture is not mirrored');
    },
};
