#!/usr/bin/env node
// Somebody who leaves a call and comes back again and again in one page. Run it through `scripts/soak joins [N]`.
//
// Whatever a call needs must be let go with it: afterwards the page holds as much as it did in the beginning, but for a
// heap that may have grown by what a browser keeps for itself.

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { see_each_other, two_in_a_call } from '../browser/harness/call.mjs';
import { leave_and_rejoin, leftovers, leftovers_probe } from '../browser/harness/leftovers.mjs';
import { make_media } from '../browser/harness/media.mjs';
import { artifacts_folder } from '../browser/harness/paths.mjs';
import { wait_for } from '../browser/harness/wait.mjs';
import { with_world } from '../browser/harness/with_world.mjs';

// The first calls fill what is kept for the next: glyphs, compiled code, the browser's own pools.
const warm_up = 20;
const between_reports = 20;
const heap_growth_max = 1.1;
const counted = ['connections', 'tracks', 'elements', 'videos', 'gl_objects', 'listeners', 'nodes', 'wasm_bytes'];

const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
const told = (held) => `${counted.map((what) => `${held[what]} ${what}`).join(', ')}, heap ${megabytes(held.heap_bytes)}`;

const joins = Number(process.argv[2]);
const artifacts = join(artifacts_folder, 'soak-joins');
rmSync(artifacts, { recursive: true, force: true });
await make_media();
await with_world(artifacts, async (world) => {
    const browser = await world.browser({ video: 'card-160x90.y4m', sound: 'silence.wav' });
    const { ann, ben } = await two_in_a_call(world, { browser, person_options: { before_scripts: [leftovers_probe] } });
    await see_each_other(ann, ben);
    await leave_and_rejoin(ben, ann, 'Ann', warm_up);
    const people = { Ann: ann, Ben: ben };
    const before = {};
    for (const [name, person] of Object.entries(people)) before[name] = await leftovers(person);
    for (let done = 0; done < joins; done += between_reports) {
        await leave_and_rejoin(ben, ann, 'Ann', Math.min(between_reports, joins - done));
        console.error(`${Math.min(done + between_reports, joins)} joins; Ben: ${told(await leftovers(ben))}`);
    }
    for (const [name, person] of Object.entries(people)) {
        console.log(`${name} before: ${told(before[name])}`);
        // A call that goes on swings by a listener or two. Fewer: what the browser had not yet thrown away before.
        const after = await wait_for(`${name} to hold no more than before`, async () => {
            const held = await leftovers(person);
            for (const what of counted) assert.ok(held[what] <= before[name][what], `more ${what}: ${told(held)}`);
            return held;
        });
        console.log(`${name} after:  ${told(after)}`);
        assert.ok(after.heap_bytes < heap_growth_max * before[name].heap_bytes, `the heap of ${name} grew`);
    }
});
console.log(`${joins} joins left nothing behind.`);
