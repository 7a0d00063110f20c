#!/usr/bin/env node
// A long recording. Run it through `scripts/soak recording [N]`.
//
// Ann records a call of two. Halfway her browser is killed; the next one offers what was recorded, and records the rest.
// Neither the page's memory nor that of the whole browser may grow with what is recorded.

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { resident_bytes } from '../bench/process_tree.mjs';
import { enter_call, join_by_link, open_link, see_each_other, start_meeting } from '../browser/harness/call.mjs';
import { make_media } from '../browser/harness/media.mjs';
import { artifacts_folder } from '../browser/harness/paths.mjs';
import { examine, record, recorded_for, save, stop_recording } from '../browser/harness/recording.mjs';
import { with_world } from '../browser/harness/with_world.mjs';

const minutes = Number(process.argv[2]);
const half_s = minutes * 30;
const heap_growth_max_bytes = 16e6;
const browser_growth_max_bytes = 100e6;
const loss_max_s = 4;

const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

async function memory_of(person) {
    await person.session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await person.session.send('Runtime.getHeapUsage');
    return { heap: usedSize, browser: resident_bytes(person.page.browser().process().pid) };
}

const told = ({ heap, browser }) => `heap ${megabytes(heap)}, browser ${megabytes(browser)}`;

// Records for `seconds` and says each minute how much is held; the first minute fills what every recording fills.
async function record_and_watch(person, seconds, what) {
    await record(person);
    const first = Math.min(60, seconds / 2);
    await recorded_for(person, first);
    const before = await memory_of(person);
    console.error(`${what}, ${first} s: ${told(before)}`);
    for (let second = first + 60; second < seconds + 60; second += 60) {
        const until = Math.min(second, seconds);
        await recorded_for(person, until, 90_000);
        const held = await memory_of(person);
        console.error(`${what}, ${until} s: ${told(held)}`);
        assert.ok(held.heap < before.heap + heap_growth_max_bytes, `the heap grew to ${megabytes(held.heap)}`);
        assert.ok(held.browser < before.browser + browser_growth_max_bytes, `the browser grew to ${megabytes(held.browser)}`);
    }
}

function judge(found, seconds, what) {
    console.log(`${what}: ${JSON.stringify(found)}`);
    for (const kind of ['video', 'audio']) assert.ok(found[kind].span > seconds - loss_max_s, `too little ${kind} of ${what}`);
    assert.ok(found.audio.gap_max < 1, `a hole in the sound of ${what}`);
    assert.ok(found.looks > seconds, `${what} stands still`);
}

const artifacts = join(artifacts_folder, 'soak-recording');
rmSync(artifacts, { recursive: true, force: true });
await make_media();
await with_world(artifacts, async (world) => {
    const server = await world.server();
    const first = await world.browser({ profile: 'kept' });
    const ann = await world.person(first, server, { profile: 'own' });
    const link = await start_meeting(ann, 'Ann');
    await enter_call(ann, 'Ann');
    const ben = await world.person(await world.browser(), server);
    await join_by_link(ben, link, 'Ben');
    await see_each_other(ann, ben);
    await record_and_watch(ann, half_s, 'first half');
    ann.forgive(/./);
    first.process().kill('SIGKILL');

    const again = await world.person(await world.browser({ profile: 'kept' }), server, { profile: 'own' });
    await open_link(again, link, 'Ann');
    await again.see_text(/a recording was not saved/i);
    judge(examine(await save(again)), half_s, 'the first half');
    await again.click_button('Discard');
    await enter_call(again, 'Ann');
    await record_and_watch(again, half_s, 'second half');
    await stop_recording(again);
    judge(examine(await save(again)), half_s, 'the second half');
});
console.log(`${minutes} minutes are recorded.`);
