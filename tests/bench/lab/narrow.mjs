// How a call sounds and looks on a narrow line.

import { see_each_other } from '../../browser/harness/call.mjs';
import { call_in_lab } from '../../browser/harness/lab_call.mjs';
import { pause } from '../../browser/harness/wait.mjs';

const settling_ms = 20_000;
const watch_s = 60;
// What may wait in front of the line: half a second's worth, as in many a router.
const queue_s = 0.5;
const delay_ms = 20;

// Runs in the page: what has arrived of microphone and camera, of the connection that came last.
async function count_arrivals() {
    const report = [...(await window.probes.connections.at(-1).getStats()).values()];
    // A slot that carries nothing gets a packet now and then too, when the browser looks how much the line bears.
    const inbound = (kind) => report.filter((one) => one.type === 'inbound-rtp' && one.kind === kind)
        .reduce((most, one) => (one.packetsReceived > most.packetsReceived ? one : most));
    const [audio, video] = [inbound('audio'), inbound('video')];
    const transport = report.find(({ type }) => type === 'transport');
    return {
        samples: audio.totalSamplesReceived,
        concealed: audio.concealedSamples - audio.silentConcealedSamples,
        audio_bytes: audio.bytesReceived,
        audio_lost: audio.packetsLost,
        video_bytes: video.bytesReceived,
        video_lost: video.packetsLost,
        frames: video.framesDecoded,
        freezes: video.freezeCount,
        height: video.frameHeight,
        transport_bytes: transport.bytesReceived,
    };
}

// What arrived at each of `people` between two counts.
function between(before, after) {
    const more = (what) => after[what] - before[what];
    const kbit_per_s = (bytes) => Math.round((bytes * 8) / 1000 / watch_s);
    return {
        concealed_percent: (100 * more('concealed')) / more('samples'),
        frames_per_s: more('frames') / watch_s,
        freezes: more('freezes'),
        height: after.height,
        audio_kbit_per_s: kbit_per_s(more('audio_bytes')),
        video_kbit_per_s: kbit_per_s(more('video_bytes')),
        all_kbit_per_s: kbit_per_s(more('transport_bytes')),
        audio_lost: more('audio_lost'),
        video_lost: more('video_lost'),
    };
}

// The line is narrow before anybody comes.
async function watch_call(world, keep, { rate_kbit_per_s }) {
    const queue_bytes = Math.round((rate_kbit_per_s * 1000 * queue_s) / 8);
    const { ann, ben } = await call_in_lab(world, {
        options: { video: 'card-640x360.y4m', sound: 'chatter.wav' },
        prepare: (lab) => lab.place('ann').treat(`delay_ms=${delay_ms} rate_kbit_per_s=${rate_kbit_per_s} queue_bytes=${queue_bytes}`),
    });
    await see_each_other(ann, ben);
    await pause(settling_ms);
    const count = () => Promise.all([ann, ben].map((person) => person.evaluate(count_arrivals)));
    const before = await count();
    await pause(watch_s * 1000);
    const after = await count();
    const arrived = after.map((counts, index) => between(before[index], counts));
    keep(JSON.stringify(arrived, null, 2));
    return arrived;
}

// Two rows of the table; the worse of the two sides counts.
export async function measure_narrow(run_each, settings) {
    const sides = (await run_each((world, keep) => watch_call(world, keep, settings))).flat();
    const sorted = (what) => sides.map((side) => side[what]).sort((one, other) => one - other);
    const [concealed, rates] = [sorted('concealed_percent'), sorted('frames_per_s')];
    const line = `at ${settings.rate_kbit_per_s} kbit/s both ways`;
    return [
        [`Concealed sound ${line}`, `worst ${concealed.at(-1).toFixed(1)} %, best ${concealed[0].toFixed(1)} %`, 'below 2 %'],
        [`Pictures a second ${line}`, `worst ${rates[0].toFixed(1)}, best ${rates.at(-1).toFixed(1)}`, 'at least 10'],
    ];
}
