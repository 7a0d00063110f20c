import assert from 'node:assert/strict';

import { Autoplay, Devices, enter_call, see_each_other, start_meeting, two_in_a_call } from './harness/call.mjs';
import { media_file } from './harness/media.mjs';
import {
    band_levels, hears, loudness, read_wav, resemblance, start_listening, stop_listening,
} from './harness/sound.mjs';
import { pause } from './harness/wait.mjs';

const mute_limit_ms = 200;

// Ann speaks, Ben only listens: he sits at a browser of his own whose microphone hears nothing.
async function speaker_and_listener(world, sound) {
    const browser = await world.browser({ sound });
    const ben_browser = await world.browser({ sound: 'silence.wav' });
    const { ann, ben } = await two_in_a_call(world, { browser, ben_browser });
    const of_ann = await ben.other_video();
    await start_listening(ben, of_ann);
    await hears(ben, { loud: true });
    return { ann, ben, of_ann };
}

export default {
    'What is heard follows the speech that was said': async (world) => {
        const { ben, of_ann } = await speaker_and_listener(world, 'speech.wav');
        await stop_listening(ben);
        await start_listening(ben, of_ann);
        await pause(5_000);
        const heard = band_levels((await stop_listening(ben)).samples);
        const said = band_levels(read_wav(media_file('speech.wav')));
        const alike = resemblance(heard, said);
        const by_chance = resemblance(heard, [...said].reverse());
        world.note(`resemblance ${alike.toFixed(2)}, by chance ${by_chance.toFixed(2)}`);
        assert.ok(alike > 0.7, `the received sound resembles the speech by only ${alike}`);
        assert.ok(by_chance < 0.5, `speech played backwards resembles it too: ${by_chance}`);
    },

    'Mute is silence on the other side within 200 ms, and unmute is heard again': async (world) => {
        const { ann, ben, of_ann } = await speaker_and_listener(world, 'chatter.wav');
        await ann.click_button('Mute microphone');
        await ann.see('button', 'Unmute microphone');
        await hears(ben, { loud: false, duration_ms: 1_000 });
        const muted_at_ms = await ann.evaluate(() => window.probes.last_release_ms);
        const windows = loudness(await stop_listening(ben));
        const before = windows.filter(({ end_ms }) => end_ms < muted_at_ms).slice(-60);
        assert.ok(before.filter(({ loud }) => loud).length > 40, 'there was hardly a sound to be muted');
        const last_loud = windows.findLast(({ loud }) => loud);
        const delay_ms = Math.round(last_loud.end_ms - muted_at_ms);
        world.note(`silent after ${delay_ms} ms`);
        assert.ok(delay_ms <= mute_limit_ms, `sound went on for ${delay_ms} ms`);

        await start_listening(ben, of_ann);
        await ann.click_button('Unmute microphone');
        await ann.see('button', 'Mute microphone');
        await hears(ben, { loud: true });
    },

    'Muting and turning the camera off and on negotiates nothing anew': async (world) => {
        const { ann, ben } = await two_in_a_call(world);
        await see_each_other(ann, ben);
        const offers = async () => (await ann.offers_made()) + (await ben.offers_made());
        const before = await offers();
        for (const name of ['Mute microphone', 'Unmute microphone', 'Turn camera off', 'Turn camera on']) {
            await ann.click_button(name);
        }
        await ann.see('button', 'Turn camera off');
        await see_each_other(ann, ben);
        assert.equal(await offers(), before);
    },

    'Sound that the browser holds back is said, and one tap lets it be heard': async (world) => {
        const server = await world.server();
        const ann = await world.person(await world.browser({ sound: 'chatter.wav' }), server);
        const link = await start_meeting(ann, 'Ann');
        await enter_call(ann, 'Ann');
        const strict = await world.browser({ devices: Devices.none, autoplay: Autoplay.after_gesture });
        const ben = await world.person(strict, server);
        await ben.open(link);
        await ben.see('button', 'Join');
        // A script presses Join: no gesture, so that the browser's own rule about sound applies.
        await ben.press_by_script('button', 'Join');
        await ben.sees_person('Ann');
        await ben.see('button', 'Tap to hear');
        await ben.click_button('Tap to hear');
        await ben.see_no('button', 'Tap to hear');
        const of_ann = await ben.other_video();
        await ben.sees_moving_picture(of_ann);
        await start_listening(ben, of_ann);
        await hears(ben, { loud: true });
    },
};
