import assert from 'node:assert/strict';

import { enter_call, see_each_other, start_meeting, two_in_a_call } from './harness/call.mjs';
import { is_on, turn } from './harness/switches.mjs';
import { pause, wait_for } from './harness/wait.mjs';

export const deadline_ms = 120_000;

const music = 'Music mode';
const saver = 'Save battery and data';
// Longer than the pause between two pictures of any rate that is sent.
const still_ms = 1_500;
const picture_codecs = /^video\/(VP8|VP9|AV1|H264)$/i;

// Runs in the page before its own scripts: keeps how pictures were asked to be sent, and what was refused. Chromium refuses
// what meets the first description while that is being set; it is asked again afterwards.
const sending_probe = `
    const set = RTCRtpSender.prototype.setParameters;
    window.probes.sending = { asked: [], refused: [] };
    RTCRtpSender.prototype.setParameters = function (...values) {
        window.probes.sending.asked.push(JSON.stringify(values[0].encodings));
        const change = set.apply(this, values);
        const agreed = values[0].codecs.length > 0;
        change.catch((error) => { if (agreed) window.probes.sending.refused.push(String(error)); });
        return change;
    };`;
const person_options = { before_scripts: [sending_probe] };

// The statistics of the connection that carries the call, by their id.
async function carried(person) {
    const connections = await person.statistics();
    return new Map(connections.findLast(({ state }) => state === 'connected').report.map((one) => [one.id, one]));
}

// The first and the second line of every connection.
const microphone_mid = '0';
const camera_mid = '1';

async function stream_of(person, type, mid) {
    const report = await carried(person);
    const stream = [...report.values()].find((one) => one.type === type && one.mid === mid);
    return { ...stream, codec: report.get(stream?.codecId)?.mimeType };
}

const camera_stream = (person, type) => stream_of(person, type, camera_mid);

// Until what `count` counts stands still.
async function ends(what, count) {
    await wait_for(`the end of ${what}`, async () => {
        const before = await count();
        await pause(still_ms);
        return await count() === before;
    });
}

function sends_no_picture(person) {
    return ends('pictures that are sent', async () => (await camera_stream(person, 'outbound-rtp')).framesEncoded);
}

// Another tab in the same window lies over that of `person` until theirs is brought to the front.
async function cover(person) {
    const above = await person.page.browserContext().newPage();
    await above.bringToFront();
    await wait_for('the tab to be hidden', () => person.evaluate(() => document.hidden));
}

// What the browser makes of the microphone that is open now.
const microphone_settings = (person) => person.evaluate(() => window.probes.captured_tracks
    .findLast((track) => track.kind === 'audio' && track.readyState === 'live').getSettings());

export default {
    'A viewer whose tab is hidden is sent no picture, and a moving one again when it is back': async (world) => {
        const { ann, ben } = await two_in_a_call(world, { ben_browser: await world.browser(), person_options });
        const { of_ann, of_ben } = await see_each_other(ann, ben);
        await cover(ben);
        await sends_no_picture(ann);
        const { bytesSent: sent_before } = await camera_stream(ann, 'outbound-rtp');
        await ann.sees_moving_picture(of_ben);
        assert.equal((await camera_stream(ann, 'outbound-rtp')).bytesSent, sent_before);
        await ben.page.bringToFront();
        await ben.sees_moving_picture(of_ann);
        assert.deepEqual(await ann.evaluate(() => window.probes.sending.refused), []);
    },

    'Of a muted microphone nothing is sent, and what is said again as soon as it is not': async (world) => {
        const { ann, ben } = await two_in_a_call(world, { ben_browser: await world.browser(), person_options });
        await see_each_other(ann, ben);
        const packets = async () => (await stream_of(ann, 'outbound-rtp', microphone_mid)).packetsSent;
        await wait_for('sound to be sent', async () => await packets() > 0);
        await ann.click_button('Mute microphone');
        await ends('sound that is sent', packets);
        const muted = await packets();
        await ann.click_button('Unmute microphone');
        await wait_for('sound to be sent again', async () => await packets() > muted);
        assert.deepEqual(await ann.evaluate(() => window.probes.sending.refused), []);
    },

    'The panel of a person says what is received from them': async (world) => {
        const { ann, ben } = await two_in_a_call(world);
        await see_each_other(ann, ben);
        await ann.click_button('Connection of Ben: good');
        await ann.see('region', 'Connection to Ben');
        const { frameWidth, frameHeight } = await camera_stream(ann, 'inbound-rtp');
        await ann.see_text(new RegExp(`Resolution: ${frameWidth}×${frameHeight}`));
        await ann.see_text(/Path: Direct/);
    },

    'Music mode opens the microphone as it is, and speech as it was': async (world) => {
        const ann = await world.person(await world.browser(), await world.server());
        await start_meeting(ann, 'Ann');
        await enter_call(ann, 'Ann');
        assert.equal((await microphone_settings(ann)).echoCancellation, true);
        const is_as = (wanted) => wait_for(`a microphone whose treatment is ${wanted}`, async () => {
            const { echoCancellation, noiseSuppression, autoGainControl } = await microphone_settings(ann);
            return [echoCancellation, noiseSuppression, autoGainControl].every((one) => one === wanted);
        });
        await turn(ann, music);
        await is_as(false);
        await turn(ann, music);
        await is_as(true);
    },

    'What a person chose about battery and music is kept': async (world) => {
        const ann = await world.person(await world.browser(), await world.server());
        await start_meeting(ann, 'Ann');
        await turn(ann, saver);
        await turn(ann, music);
        await ann.page.reload();
        await ann.click_button('Settings');
        assert.deepEqual([await is_on(ann, saver), await is_on(ann, music)], [true, true]);
    },

    'Chromium and Firefox agree on codecs, and neither refuses how it is to send': async (world) => {
        const [browser, ben_browser] = await Promise.all([world.browser({ sound: 'silence.wav' }), world.firefox()]);
        const { ann, ben } = await two_in_a_call(world, { browser, ben_browser, person_options });
        await Promise.all([ann.sees_changing_picture(await ann.other_video()), ben.sees_moving_picture(await ben.other_video())]);
        for (const person of [ann, ben]) {
            const { asked, refused } = await person.evaluate(() => window.probes.sending);
            assert.ok(asked.length > 0, 'nothing was asked of how it sends');
            assert.deepEqual(refused, []);
            for (const type of ['outbound-rtp', 'inbound-rtp']) {
                // Statistics name a codec some time after they count its pictures.
                assert.match(await wait_for(`a codec of ${type}`, async () => (await camera_stream(person, type))?.codec), picture_codecs);
            }
        }
    },
};
