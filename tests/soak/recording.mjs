#!/usr/bin/env node
// A long recording. Run it through `scripts/soak recording [N]`.
//
// Ann records a call of two. Halfway her browser is killed; the next one offers what was recorded, and records the rest.
// The memory of the page must not grow with what it records.

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { enter_call, join_by_link, open_link, see_each_other, start_meeting } from '../browser/harness/call.mjs';
import { make_media } from '../browser/harness/media.mjs';
import { artifacts_folder } from '../browser/harness/paths.mjs';
import { examine, record, recorded_for, save, stop_recording } from '../browser/harness/recording.mjs';
import { with_world } from '../browser/harness/with_world.mjs';

const minutes = Number(process.argv[2]);
const half_s = minutes * 30;
const heap_growth_max_bytes = 16e6;
const loss_max_s = 4;

const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

async function memory_of(person) {
    await person.session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await person.session.send('Runtime.getHeapUsage');
    return usedSize;
}

// Records for `seconds` and says each minute how much the page holds.
async function record_and_watch(person, seconds, what) {
    await record(person);
    await recorded_for(person, Math.min(10, seconds));
    const before = await memory_of(person);
    for (let second = 60; second < seconds + 60; second += 60) {
        await recorded_for(person, Math.min(second, seconds), 90_000);
        const held = await memory_of(person);
        console.error(`${what}, ${Math.min(second, seconds)} s: heap ${megabytes(held)}, at first ${megabytes(before)}`);
        assert.ok(held < before + heap_growth_max_bytes, `the heap grew to ${megabytes(held)}`);
    }
}

function judge(found, seconds, what) {
    console.log(`${what}: ${JSON.stringify(found)}`);
    for (const kind of ['video', 'audio']) assert.ok(found[kind].span > seconds - loss_max_s, `too little ${kind} of ${what}`);
    assert.ok(found.audio.gap_max < 1, `a hole in the sound of ${what}`);
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
