import assert from 'node:assert/strict';

import { Devices, enter_call, open_link, start_meeting } from './harness/call.mjs';

// A browser that has a camera but says that there is no microphone.
const without_microphone = `
    const devices = navigator.mediaDevices;
    const capture = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (constraints) => {
        if (constraints.audio) throw new DOMException('Requested device not found', 'NotFoundError');
        return capture(constraints);
    };`;

// Ann has everything; the other person brings `devices`. Gives both, in the call.
async function join_with(world, devices, words, { before_scripts } = {}) {
    const server = await world.server();
    const ann_browser = await world.browser();
    const ann = await world.person(ann_browser, server);
    const link = await start_meeting(ann, 'Ann');
    await enter_call(ann, 'Ann');
    const other_browser = devices === Devices.both ? ann_browser : await world.browser({ devices });
    const ben = await world.person(other_browser, server, { before_scripts });
    await open_link(ben, link, 'Ben');
    for (const pattern of words) await ben.see_text(pattern);
    await enter_call(ben, 'Ben');
    await Promise.all([ann.sees_person('Ben'), ben.sees_person('Ann')]);
    await ben.sees_moving_picture(await ben.other_video());
    return { ann, ben };
}

export default {
    'Without a camera one joins, is told so in plain words and is heard': async (world) => {
        const { ann } = await join_with(world, Devices.no_camera, [/no camera found/i]);
        assert.doesNotMatch(await ann.words_of('Ben'), /microphone off/i);
    },

    'Without a microphone one joins, is told so in plain words and is seen': async (world) => {
        const words = [/no microphone found/i];
        const { ann } = await join_with(world, Devices.both, words, { before_scripts: [without_microphone] });
        await ann.sees_moving_picture(await ann.other_video());
    },

    'With neither camera nor microphone one joins and still sees the others': async (world) => {
        await join_with(world, Devices.none, [/no camera found/i, /no microphone found/i]);
    },

    'With both denied one is told what to do, joins and still sees the others': async (world) => {
        const { ben } = await join_with(world, Devices.denied, [/camera is blocked/i, /microphone is blocked/i, /allow the camera/i]);
        assert.deepEqual((await ben.people()).sort(), ['Ann', 'Ben (you)']);
    },
};
