// What a viewer who looks elsewhere costs whoever they would see.

import { see_each_other, two_in_a_call } from '../../browser/harness/call.mjs';
import { make_large_card } from '../../browser/harness/media.mjs';
import { pause, wait_for } from '../../browser/harness/wait.mjs';
import { percent } from './figures.mjs';

const settling_ms = 10_000;

// Runs in the page: what all pictures have cost so far.
async function count_sent() {
    const report = [...(await window.probes.connections.at(-1).getStats()).values()];
    const pictures = report.filter(({ type, kind }) => type === 'outbound-rtp' && kind === 'video');
    const sum = (what) => pictures.reduce((all, stream) => all + (stream[what] ?? 0), 0);
    return { bytes: sum('bytesSent') + sum('headerBytesSent'), encode_s: sum('totalEncodeTime') };
}

async function sent_during(person, seconds) {
    await pause(settling_ms);
    const before = await person.evaluate(count_sent);
    await pause(seconds * 1000);
    const after = await person.evaluate(count_sent);
    return { bytes: after.bytes - before.bytes, encode_s: after.encode_s - before.encode_s };
}

export async function measure_unseen(world, { seconds, progress }) {
    const seat = { video: await make_large_card(), sound: 'silence.wav' };
    const [browser, ben_browser] = await Promise.all([world.browser(seat), world.browser(seat)]);
    const { ann, ben } = await two_in_a_call(world, { browser, ben_browser });
    await see_each_other(ann, ben);
    const shown = await sent_during(ann, seconds);
    const above = await ben.page.browserContext().newPage();
    await above.bringToFront();
    await wait_for('the tab to be hidden', () => ben.evaluate(() => document.hidden));
    const hidden = await sent_during(ann, seconds);
    progress(`shown ${JSON.stringify(shown)}, hidden ${JSON.stringify(hidden)}`);
    const told = (what) => percent(hidden[what] / shown[what]);
    return [
        [`Bytes of pictures to a viewer whose tab is hidden, of those to one who looks, ${seconds} s`, told('bytes'), 'below 5 %'],
        ['Time of encoding, the same', told('encode_s'), 'below 5 %'],
    ];
}
