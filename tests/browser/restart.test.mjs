import assert from 'node:assert/strict';

import { all_see_each_other, join_by_link, sees_exactly } from './harness/call.mjs';
import { a_watched_call, are_back_online, are_told_that_it_is_away } from './harness/outage.mjs';
import { longest_still_ms } from './harness/picture_watch.mjs';
import { pause } from './harness/wait.mjs';

export const deadline_ms = 90_000;

const outage_ms = 5_000;
// A picture that had waited for the server would have stood still for the whole outage.
const still_limit_ms = 2_000;

async function pictures_never_stood_still(world, people) {
    const still_ms = Math.round(await longest_still_ms(people));
    world.note(`longest still picture ${still_ms} ms`);
    assert.ok(still_ms < still_limit_ms, `a picture stood still for ${still_ms} ms`);
}

export default {
    'A server that is killed and comes back is noticed by no picture, and who joins next finds everybody': async (world) => {
        const { server, browser, ann, ben, link } = await a_watched_call(world);
        await server.kill();
        await are_told_that_it_is_away([ann, ben]);
        await pause(outage_ms);
        await server.start_again();
        await are_back_online([ann, ben]);
        await pictures_never_stood_still(world, [ann, ben]);
        const cleo = await world.person(browser, server);
        await join_by_link(cleo, link, 'Cleo');
        await all_see_each_other({ Ann: ann, Ben: ben, Cleo: cleo });
    },

    'A server that is asked to end and started again is noticed by nobody but for a banner': async (world) => {
        const { server, ann, ben } = await a_watched_call(world);
        assert.equal(await server.stop(), 'it ended with status 0');
        await are_told_that_it_is_away([ann, ben]);
        await server.start_again();
        await are_back_online([ann, ben]);
        await pictures_never_stood_still(world, [ann, ben]);
        await Promise.all([sees_exactly(ann, 'Ann', ['Ann', 'Ben']), sees_exactly(ben, 'Ben', ['Ann', 'Ben'])]);
    },
};
