#!/usr/bin/env node
// Two people in a call whose server is gone for a long time. Run it through `scripts/soak away [MINUTES]`.
//
// They must see each other and read what they write all the while; afterwards both are online by themselves, and who
// joins then finds them and everything that was written.

import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { all_see_each_other, join_by_link, see_each_other } from '../browser/harness/call.mjs';
import { reads, write } from '../browser/harness/chat.mjs';
import { make_media } from '../browser/harness/media.mjs';
import { a_watched_call, are_back_online } from '../browser/harness/outage.mjs';
import { artifacts_folder } from '../browser/harness/paths.mjs';
import { longest_still_ms } from '../browser/harness/picture_watch.mjs';
import { pause } from '../browser/harness/wait.mjs';
import { with_world } from '../browser/harness/with_world.mjs';

const minute_ms = 60_000;
// Twice the longest pause between two attempts to reach a server.
const patience_ms = 60_000;

async function stay_together({ ann, ben }, minutes) {
    for (let minute = 1; minute <= minutes; minute++) {
        await pause(minute_ms);
        await see_each_other(ann, ben);
        await write(ann, `Ann after ${minute} min`);
        await write(ben, `Ben after ${minute} min`);
        await Promise.all([reads(ben, 'Ann', `Ann after ${minute} min`), reads(ann, 'Ben', `Ben after ${minute} min`)]);
        console.error(`together after ${minute} min; longest still picture ${Math.round(await longest_still_ms([ann, ben]))} ms`);
    }
}

async function come_back({ ann, ben, server }) {
    const started_ms = Date.now();
    await server.start_again();
    await are_back_online([ann, ben], patience_ms);
    console.error(`both online ${((Date.now() - started_ms) / 1000).toFixed(1)} s after the server is`);
}

const minutes = Number(process.argv[2]);
const artifacts = join(artifacts_folder, 'soak-away');
rmSync(artifacts, { recursive: true, force: true });
await make_media();
await with_world(artifacts, async (world) => {
    const call = await a_watched_call(world);
    const { browser, ann, ben, server, link } = call;
    await server.kill();
    await stay_together(call, minutes);
    await come_back(call);
    const cleo = await world.person(browser, server);
    await join_by_link(cleo, link, 'Cleo');
    await all_see_each_other({ Ann: ann, Ben: ben, Cleo: cleo });
    // What somebody wrote is shown in its order: with the last message there are all of theirs.
    await reads(cleo, 'Ann', `Ann after ${minutes} min`);
    await reads(cleo, 'Ben', `Ben after ${minutes} min`);
});
console.log(`A server that was gone for ${minutes} min cost nobody anything.`);
