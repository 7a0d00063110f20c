import assert from 'node:assert/strict';

import { Devices, enter_call, start_meeting, two_in_a_call } from './harness/call.mjs';
import { longest_still_ms, watch_pictures } from './harness/picture_watch.mjs';
import { close_settings, open_settings } from './harness/settings.mjs';
import { hears, start_listening, stop_listening } from './harness/sound.mjs';
import { wait_for } from './harness/wait.mjs';

export const deadline_ms = 90_000;

// Chromium's second fake camera is one for depth that never gives a picture: the first and the last are used.
const first_camera = 'fake_device_0';
const last_camera = 'fake_device_3';
const last_microphone = 'Fake Audio Input 2';
const last_speaker = 'Fake Audio Output 2';

const several = { devices: Devices.several, sound: 'chatter.wav' };

// The labels of what is captured from now, of 'audio' or 'video'.
const captured = (person, kind) => person.evaluate((wanted) => window.probes.captured_tracks
    .filter((track) => track.kind === wanted && track.readyState === 'live').map((track) => track.label), kind);

const captures_only = (person, kind, label) => wait_for(
    `only ${label} to be captured`, async () => (await captured(person, kind)).join() === label,
);

// A setting of what is captured from now.
const setting = (person, kind, name) => person.evaluate((wanted, key) => window.probes.captured_tracks
    .find((track) => track.kind === wanted && track.readyState === 'live')?.getSettings()[key], kind, name);

async function choose(person, what, option) {
    await person.click_button(what);
    await person.click('menuitemradio', option);
    await person.see_no('menuitemradio', option);
}

async function open_statistics(person) {
    await person.click_button('Connection of Ben: good');
    await person.see('region', 'Connection to Ben');
}

async function one_before_a_call(world) {
    const ann = await world.person(await world.browser(several), await world.server());
    await start_meeting(ann, 'Ann');
    return ann;
}

async function two_who_see_each_other(world, options = {}) {
    const browser = await world.browser(several);
    const call = await two_in_a_call(world, { browser, ...options });
    const [of_ben, of_ann] = await Promise.all([call.ann.other_video(), call.ben.other_video()]);
    await Promise.all([call.ann.sees_changing_picture(of_ben), call.ben.sees_changing_picture(of_ann)]);
    return { ...call, of_ann, of_ben };
}

// Nothing can pull out a device of Chromium: what is hidden by this is not listed and can't be opened, its tracks end,
// and the page is told as the browser tells it. A stand-in for a real plug, on which the order of events may differ.
const with_plugs = `
    const devices = navigator.mediaDevices;
    const hidden = new Set();
    const live = [];
    const capture = devices.getUserMedia.bind(devices);
    const list = devices.enumerateDevices.bind(devices);
    devices.enumerateDevices = async () => (await list()).filter(({ label }) => !hidden.has(label));
    devices.getUserMedia = async (constraints) => {
        const known = await list();
        const wanted = [constraints.video, constraints.audio].map((one) => one?.deviceId?.exact).filter(Boolean);
        const gone = wanted.some((id) => known.some(({ deviceId, label }) => deviceId === id && hidden.has(label)));
        if (gone) throw new DOMException('gone', 'NotFoundError');
        const stream = await capture(constraints);
        live.push(...stream.getTracks());
        return stream;
    };
    window.pull_out = (label) => {
        hidden.add(label);
        for (const track of live.filter((one) => one.label === label && one.readyState === 'live')) {
            track.stop();
            track.dispatchEvent(new Event('ended'));
        }
        devices.dispatchEvent(new Event('devicechange'));
    };
    window.plug_in = (label) => {
        hidden.delete(label);
        devices.dispatchEvent(new Event('devicechange'));
    };
    window.hold = (kind, held) => {
        const track = live.findLast((one) => one.kind === kind && one.readyState === 'live');
        track.dispatchEvent(new Event(held ? 'mute' : 'unmute'));
    };`;

export default {
    'A camera is chosen by its name before a call, and still is after a reload': async (world) => {
        const ann = await one_before_a_call(world);
        await captures_only(ann, 'video', first_camera);
        await choose(ann, 'Camera', last_camera);
        await captures_only(ann, 'video', last_camera);
        await ann.page.reload();
        await ann.see('button', 'Join');
        await ann.type('Your name', 'Ann');
        await captures_only(ann, 'video', last_camera);
        await choose(ann, 'Microphone', last_microphone);
        await captures_only(ann, 'audio', last_microphone);
        await enter_call(ann, 'Ann');
        assert.deepEqual(await captured(ann, 'video'), [last_camera]);
        assert.deepEqual(await captured(ann, 'audio'), [last_microphone]);
    },

    'Another camera takes over in the call while the other side sees the picture move on': async (world) => {
        const { ann, ben, of_ann } = await two_who_see_each_other(world);
        const offers = async () => (await ann.offers_made()) + (await ben.offers_made());
        const before = await offers();
        await open_settings(ann, 'Video');
        await watch_pictures([ben]);
        await choose(ann, 'Camera', last_camera);
        await captures_only(ann, 'video', last_camera);
        await ben.sees_changing_picture(of_ann, 10);
        const still_ms = await longest_still_ms([ben]);
        world.note(`the picture stood still for ${Math.round(still_ms)} ms at most`);
        assert.ok(still_ms < 1_500, `the picture stood still for ${still_ms} ms`);
        assert.equal(await offers(), before);
    },

    'Another microphone takes over in the call and is heard': async (world) => {
        const { ann, ben, of_ann } = await two_who_see_each_other(world);
        await start_listening(ben, of_ann);
        await hears(ben, { loud: true });
        await open_settings(ann, 'Audio');
        await choose(ann, 'Microphone', last_microphone);
        await captures_only(ann, 'audio', last_microphone);
        await stop_listening(ben);
        await start_listening(ben, of_ann);
        await hears(ben, { loud: true });
        await close_settings(ann);
        await ann.click_button('Mute microphone');
        await hears(ben, { loud: false });
    },

    'A camera that is pulled out gives way to the next and is used again when it is back': async (world) => {
        const { ann, ben, of_ann } = await two_who_see_each_other(world, { person_options: { before_scripts: [with_plugs] } });
        await open_settings(ann, 'Video');
        await choose(ann, 'Camera', last_camera);
        await close_settings(ann);
        await captures_only(ann, 'video', last_camera);
        await ann.evaluate((label) => window.pull_out(label), last_camera);
        await ann.see_text(/Your camera is not there\. Now using fake_device_0/);
        await captures_only(ann, 'video', first_camera);
        await ben.sees_changing_picture(of_ann);
        await ann.evaluate((label) => window.plug_in(label), last_camera);
        await ann.see_text(/Your camera works again: fake_device_3/);
        await captures_only(ann, 'video', last_camera);
        await ben.sees_changing_picture(of_ann);
    },

    // The events are made by a script: nothing can take a device of Chromium away from it.
    'A camera that another program holds is said to give nothing, on both sides, until it is let go': async (world) => {
        const { ann, ben, of_ann } = await two_who_see_each_other(world, { person_options: { before_scripts: [with_plugs] } });
        await ann.evaluate(() => window.hold('video', true));
        await ann.see_text(/Nobody sees you: another program holds your camera/);
        await wait_for('the group to say so', async () => /camera off/i.test(await ben.words_of('Ann')));
        await ann.evaluate(() => window.hold('video', false));
        await ann.see_text(/You are seen again/);
        await wait_for('the mark to go', async () => !/camera off/i.test(await ben.words_of('Ann')));
        await ben.sees_changing_picture(of_ann);
    },

    'The size and rate of the picture follow the wish, in the call too': async (world) => {
        const ann = await one_before_a_call(world);
        await enter_call(ann, 'Ann');
        await wait_for('the usual size', async () => await setting(ann, 'video', 'height') === 720);
        await open_settings(ann, 'Video');
        await choose(ann, 'Picture size', 'Small: 360 lines');
        await wait_for('the small size', async () => await setting(ann, 'video', 'height') === 360);
        await choose(ann, 'Frame rate', '15 pictures a second');
        await wait_for('the low rate', async () => await setting(ann, 'video', 'frameRate') <= 15);
        await choose(ann, 'Picture size', 'Largest: 1080 lines');
        await wait_for('the largest size', async () => await setting(ann, 'video', 'height') === 1080);
        assert.equal((await captured(ann, 'video')).length, 1);
    },

    'One sees oneself unmirrored when one wishes so': async (world) => {
        const ann = await one_before_a_call(world);
        const direction = () => ann.evaluate(() => new DOMMatrix(getComputedStyle(
            document.querySelector('video[data-element="preview"]')).transform).a);
        await wait_for('the mirror', async () => await direction() === -1);
        await open_settings(ann, 'Video');
        await ann.tab_to('Mirror my picture');
        await ann.press_key('Enter');
        await close_settings(ann);
        await wait_for('no mirror', async () => await direction() === 1);
    },

    'What is done to speech follows its switches': async (world) => {
        const ann = await one_before_a_call(world);
        const asked = (name) => ann.evaluate((key) => window.probes.captured_tracks
            .findLast((track) => track.kind === 'audio' && track.readyState === 'live')?.getConstraints()[key], name);
        await wait_for('the usual', async () => await asked('noiseSuppression') === true);
        await open_settings(ann, 'Audio');
        await ann.click('switch', 'Noise suppression');
        await wait_for('noise to be let through', async () => await asked('noiseSuppression') === false);
        assert.equal(await asked('echoCancellation'), true);
        assert.equal((await captured(ann, 'audio')).length, 1);
    },

    'Everybody is heard on the chosen speaker, which can be tried out': async (world) => {
        const { ann, of_ben } = await two_who_see_each_other(world);
        const sinks = () => ann.evaluate(async (element) => {
            const video = document.querySelector(`video[data-element="${CSS.escape(element)}"]`);
            const known = await navigator.mediaDevices.enumerateDevices();
            return known.find(({ kind, deviceId }) => kind === 'audiooutput' && deviceId === video.sinkId)?.label ?? '';
        }, of_ben);
        await open_settings(ann, 'Audio');
        await ann.tab_to('Speaker');
        await ann.press_key('Enter');
        await ann.click('menuitemradio', last_speaker);
        await wait_for('the speaker to be used', async () => await sinks() === last_speaker);
        await ann.tab_to('Test speaker');
        await ann.press_key('Enter');
        await ann.see_text(/A tone was played/);
    },

    'How loud somebody is is set beside their statistics': async (world) => {
        const { ann, of_ben } = await two_who_see_each_other(world);
        const volume = () => ann.evaluate((element) => document
            .querySelector(`video[data-element="${CSS.escape(element)}"]`).volume, of_ben);
        assert.equal(await volume(), 1);
        await open_statistics(ann);
        await ann.tab_to('Volume of Ben');
        await ann.press_key('ArrowLeft');
        await wait_for('a lower volume', async () => Math.abs(await volume() - 0.95) < 0.001);
        await ann.press_key('Home');
        await wait_for('silence', async () => await volume() === 0);
        await ann.press_key('End');
        await wait_for('the full volume', async () => await volume() === 1);
    },

    'In Firefox devices are chosen by their names too': async (world) => {
        const ann = await world.person(await world.firefox(), await world.server());
        await start_meeting(ann, 'Ann');
        await wait_for('a camera', async () => (await captured(ann, 'video')).length === 1);
        const [label] = await captured(ann, 'video');
        await choose(ann, 'Camera', label);
        await wait_for('it to be chosen', () => ann.evaluate(() => /camera=/.test(localStorage.getItem('parley.preferences'))));
        await captures_only(ann, 'video', label);
        await ann.page.reload();
        await ann.see('button', 'Join');
        await ann.type('Your name', 'Ann');
        await captures_only(ann, 'video', label);
        await enter_call(ann, 'Ann');
    },
};
