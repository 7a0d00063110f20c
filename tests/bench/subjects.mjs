// The two pages that are compared, each as the steps of a call of two.

import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { enter_call, open_link, start_meeting } from '../browser/harness/call.mjs';
import { build_folder } from '../browser/harness/paths.mjs';
import { wait_for } from '../browser/harness/wait.mjs';

export const first_frame_probe = readFileSync(fileURLToPath(new URL('./first_frame_probe.js', import.meta.url)), 'utf8');

// The flags of a server for both pages: the staged page with the bare one beside it, copied into `folder`.
export function serving_both(folder) {
    const assets = join(folder, 'assets');
    rmSync(assets, { recursive: true, force: true });
    cpSync(join(build_folder, 'wasm', 'page'), assets, { recursive: true });
    cpSync(fileURLToPath(new URL('./bare', import.meta.url)), join(assets, 'bare'), { recursive: true });
    return ['--assets', assets];
}

const previews = (person) => wait_for('the own picture', () => person.evaluate(
    () => [...document.querySelectorAll('video')].some((video) => video.muted && video.readyState >= 2 && video.videoWidth > 0),
));

// The first person is in the call and the second ready to press Join when `prepare` returns.
export const parley = {
    name: 'Parley',
    // Nothing is drawn any more, which it never is while somebody speaks.
    async rests(person) { await person.is_at_rest(300); },
    async prepare(ann, ben) {
        const link = await start_meeting(ann, 'Ann');
        await previews(ann);
        await enter_call(ann, 'Ann');
        await open_link(ben, link, 'Ben');
        await previews(ben);
    },
};

export const bare = {
    name: 'Bare page',
    async rests() {},
    async prepare(ann, ben) {
        const key = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64url');
        await ann.open(`/bare/index.html#${key}`);
        await previews(ann);
        await ann.click_button('Join');
        await ann.see('button', 'Joined');
        await ben.open(`/bare/index.html#${key}`);
        await previews(ben);
    },
};

export function first_remote_frame(person) {
    return wait_for('the first remote frame', () => person.evaluate(() => window.probes.first_remote_frame_ms));
}
