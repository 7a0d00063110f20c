#!/usr/bin/env node
// A large file over a line that is cut again and again. Run it through `scripts/soak files [MEGABYTES]`.
//
// It must come whole, whatever became of the connections meanwhile, and the page that receives it must not hold it in
// memory.

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { open_chat } from '../browser/harness/chat.mjs';
import { save } from '../browser/harness/downloads.mjs';
import { attach, hash_of, make_file, says_of } from '../browser/harness/files.mjs';
import { call_in_lab } from '../browser/harness/lab_call.mjs';
import { make_media } from '../browser/harness/media.mjs';
import { artifacts_folder } from '../browser/harness/paths.mjs';
import { pause, wait_for } from '../browser/harness/wait.mjs';
import { with_world } from '../browser/harness/with_world.mjs';

const megabyte = 1_000_000;
const between_cuts_ms = 8_000;
// Short ones that the path outlives, and long ones that it does not.
const cuts_ms = [2_000, 12_000];
const patience_ms = 1_800_000;
const held_max = 60 * megabyte;

const heap = (person) => person.evaluate(() => performance.memory.usedJSHeapSize);

const megabytes = Number(process.argv[2]);
const artifacts = join(artifacts_folder, 'soak-files');
rmSync(artifacts, { recursive: true, force: true });
await make_media();
await with_world(artifacts, async (world) => {
    const { ann, ben, ann_place } = await call_in_lab(world);
    await ann_place.treat('out rate_kbit_per_s=40000 queue_bytes=200000');
    const path = make_file('large.bin', megabytes * megabyte);
    const before = await heap(ben);
    await attach(ann, path);
    await open_chat(ben);
    if (megabytes > 10) await ben.click_button('Accept');
    let cuts = 0;
    let held = 0;
    const done = wait_for('all of it to arrive', async () => {
        held = Math.max(held, (await heap(ben)) - before);
        return /delivered/.test(await says_of(ann, 'large.bin'));
    }, patience_ms).finally(() => { cuts = -cuts; });
    done.catch(() => {});
    while (cuts >= 0) {
        await pause(between_cuts_ms);
        if (cuts < 0 || cuts >= 6) break;
        await ann_place.cut();
        await pause(cuts_ms[cuts++ % cuts_ms.length]);
        await ann_place.mend();
        console.error(`cut ${cuts} times: ${await says_of(ben, 'large.bin')}`);
    }
    await done;
    assert.equal(hash_of(await save(ben)), hash_of(path));
    assert.ok(held < held_max, `the page held ${Math.round(held / megabyte)} MB`);
    console.log(`the page held at most ${Math.round(held / megabyte)} MB more than before`);
});
console.log(`${megabytes} MB came whole over a line that was cut.`);
