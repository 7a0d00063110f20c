import assert from 'node:assert/strict';

import { join_by_link, see_each_other, small_browser, two_in_a_call } from './harness/call.mjs';
import { messages, reads, reads_exactly, write } from './harness/chat.mjs';
import { may_lose_the_server } from './harness/outage.mjs';
import { longest_still_ms, watch_pictures } from './harness/picture_watch.mjs';

export const deadline_ms = 90_000;

export default {
    'What is written is read once by everybody, in the order in which it was written': async (world) => {
        const { ann, ben } = await two_in_a_call(world, { browser: await small_browser(world) });
        await write(ann, 'Can you hear me?');
        await reads_exactly(ben, [['Ann', 'Can you hear me?']]);
        await write(ben, 'Loud & <b>clear</b>, naïve 🙂');
        await write(ben, 'Shall we begin?');
        const all = [['Ann', 'Can you hear me?'], ['Ben', 'Loud & <b>clear</b>, naïve 🙂'], ['Ben', 'Shall we begin?']];
        await Promise.all([reads_exactly(ann, all), reads_exactly(ben, all)]);
    },

    'What two people write while the server is dead reaches both, and who joins later too': async (world) => {
        const { server, browser, ann, ben, link } = await two_in_a_call(world, { browser: await small_browser(world) });
        await see_each_other(ann, ben);
        may_lose_the_server([ann, ben]);
        await write(ann, 'Before it died');
        await reads_exactly(ben, [['Ann', 'Before it died']]);
        await watch_pictures([ann, ben]);
        await server.kill();
        await write(ann, 'Are you still there?');
        await reads(ben, 'Ann', 'Are you still there?');
        await write(ben, 'Of course');
        await reads(ann, 'Ben', 'Of course');
        await server.start_again();
        await write(ann, 'And it is back');
        const texts = ['Before it died', 'Are you still there?', 'Of course', 'And it is back'];
        const all = texts.map((text) => [text === 'Of course' ? 'Ben' : 'Ann', text]);
        await Promise.all([reads_exactly(ann, all), reads_exactly(ben, all)]);
        world.note(`longest still picture ${Math.round(await longest_still_ms([ann, ben]))} ms`);
        const cleo = await world.person(browser, server);
        await join_by_link(cleo, link, 'Cleo');
        for (const name of ['Ann', 'Ben']) await cleo.sees_person(name);
        for (const [who, what] of all) await reads(cleo, who, what);
        // Order is promised for each sender; the server heard of what it missed in whatever order the two came back.
        const read = await messages(cleo);
        for (const name of ['Ann', 'Ben']) {
            assert.deepEqual(read.filter(([who]) => who === name), all.filter(([who]) => who === name));
        }
    },

    'Who joins later reads what was written before': async (world) => {
        const { server, browser, ann, ben, link } = await two_in_a_call(world, { browser: await small_browser(world) });
        await write(ann, 'We meet at noon');
        await write(ben, 'At the old bridge');
        const all = [['Ann', 'We meet at noon'], ['Ben', 'At the old bridge']];
        await reads_exactly(ann, all);
        const cleo = await world.person(browser, server);
        await join_by_link(cleo, link, 'Cleo');
        await reads_exactly(cleo, all);
    },
};
