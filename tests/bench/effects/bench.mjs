#!/usr/bin/env node
// What an effect costs on this machine: pictures a second that arrive at the other side of a call of two, and what the
// sender's whole browser takes of a core, with each effect and without any. Usage: bench.mjs effects [--seconds N]

import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { two_in_a_call } from '../../browser/harness/call.mjs';
import { person_film } from '../../browser/harness/effect_media.mjs';
import { choose_in_settings } from '../../browser/harness/effects.mjs';
import { close_settings } from '../../browser/harness/settings.mjs';
import { artifacts_folder } from '../../browser/harness/paths.mjs';
import { pause } from '../../browser/harness/wait.mjs';
import { with_world } from '../../browser/harness/with_world.mjs';
import { processor_seconds } from '../process_tree.mjs';

const settling_ms = 10_000;
const effects = [null, 'Correct the light', 'Slight blur', 'Evening'];

const { values: options } = parseArgs({ options: { seconds: { type: 'string', default: '20' } }, allowPositionals: true });
const seconds = Number(options.seconds);

// Runs in the page: pictures of others that were decoded so far, how high they are, and when.
async function count_pictures() {
    const connection = window.probes.connections.find(({ connectionState }) => connectionState === 'connected');
    const report = [...(await connection.getStats()).values()];
    const camera = report.find(({ type, kind, mid }) => type === 'inbound-rtp' && kind === 'video' && mid === '1');
    return { frames: camera.framesDecoded, height: camera.frameHeight, at_ms: performance.now() };
}

async function measure(browser, ben) {
    await pause(settling_ms);
    const before = await ben.evaluate(count_pictures);
    const used_before_s = processor_seconds(browser.process().pid);
    await pause(seconds * 1000);
    const after = await ben.evaluate(count_pictures);
    const used_s = processor_seconds(browser.process().pid) - used_before_s;
    const passed_s = (after.at_ms - before.at_ms) / 1000;
    return { per_s: (after.frames - before.frames) / passed_s, share: used_s / passed_s, height: after.height };
}

await with_world(join(artifacts_folder, 'bench-effects'), async (world) => {
    const browser = await world.browser({ video: await person_film(), sound: 'silence.wav' });
    const ben_browser = await world.browser({ sound: 'silence.wav' });
    const { ann, ben } = await two_in_a_call(world, { browser, ben_browser });
    console.log('| Effect on a camera of 640x360 | pictures a second at the other side | of a core, sender\'s browser |');
    console.log('|---|---|---|');
    for (const effect of effects) {
        if (effect) {
            await choose_in_settings(ann, effect, effect === 'Correct the light' ? 'switch' : 'button');
            await close_settings(ann);
        }
        const { per_s, share, height } = await measure(browser, ben);
        console.log(`| ${effect ?? 'none'} | ${per_s.toFixed(1)} (${height} lines) | ${(share * 100).toFixed(0)} % |`);
        // Each stands alone.
        if (effect === 'Correct the light') {
            await choose_in_settings(ann, effect, 'switch');
            await close_settings(ann);
        }
    }
});
