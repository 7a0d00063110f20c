import assert from 'node:assert/strict';

import {
    all_see_each_other, enter_call, join_by_link, open_link, see_each_other, sees_exactly, start_meeting, two_in_a_call,
} from './harness/call.mjs';
import { wait_for } from './harness/wait.mjs';

const viewport = { width: 640, height: 400 };

// As a browser duplicates a tab: the copy starts with what the session storage holds. It is a window of its own, so that
// neither hides the other, and counts as a gesture, for otherwise the browser would block it.
const open_copy = (person) => person.page.evaluate(() => { window.open(location.href, '', 'popup,width=640,height=400'); });

// Runs in the page: notes the most and the fewest people that it ever shows from now on.
function watch_people() {
    const layer = document.getElementById('layer');
    const count = () => layer.querySelectorAll('[role="group"]').length;
    const seen = window.probes.people_seen = { most: count(), fewest: count() };
    new MutationObserver(() => {
        seen.most = Math.max(seen.most, count());
        seen.fewest = Math.min(seen.fewest, count());
    }).observe(layer, { subtree: true, childList: true, attributes: true, attributeFilter: ['role'] });
}

export default {
    'A third and a fourth person join, and everybody sees three moving pictures': async (world) => {
        const server = await world.server();
        const browser = await world.browser({ video: 'card-160x90.y4m', sound: 'silence.wav' });
        const ann = await world.person(browser, server, { viewport });
        const link = await start_meeting(ann, 'Ann');
        await enter_call(ann, 'Ann');
        const people = { Ann: ann };
        for (const name of ['Ben', 'Cleo', 'Dan']) {
            people[name] = await world.person(browser, server, { viewport });
            await join_by_link(people[name], link, name);
        }
        await all_see_each_other(people);
    },

    'A page that is reloaded comes back as the same person in the same tile': async (world) => {
        const { ann, ben } = await two_in_a_call(world);
        await see_each_other(ann, ben);
        await ann.evaluate(watch_people);
        await ben.page.reload();
        await enter_call(ben, 'Ben');
        await see_each_other(ann, ben);
        assert.deepEqual(await ann.evaluate(() => window.probes.people_seen), { most: 2, fewest: 2 });
        await Promise.all([sees_exactly(ann, 'Ann', ['Ann', 'Ben']), sees_exactly(ben, 'Ben', ['Ann', 'Ben'])]);
    },

    'A duplicated tab becomes another person, and both stay': async (world) => {
        const { ann, ben, link } = await two_in_a_call(world);
        const copy = await world.person_at_new_tab(ben, () => open_copy(ben));
        await copy.see('button', 'Join');
        assert.equal(await copy.address(), link);
        await copy.type('Your name', 'Copy');
        await enter_call(copy, 'Copy');
        const names = ['Ann', 'Ben', 'Copy'];
        await Promise.all([sees_exactly(ann, 'Ann', names), sees_exactly(ben, 'Ben', names), sees_exactly(copy, 'Copy', names)]);
        await wait_for('two pictures in front of Ann', async () => (await ann.other_videos()).length === 2);
        for (const video of await ann.other_videos()) await ann.sees_moving_picture(video);
    },

    'A room that is full says so to who comes next, and the others notice nothing': async (world) => {
        const server = await world.server(['--max-people', '2']);
        const { browser, ann, ben, link } = await two_in_a_call(world, { server });
        const cleo = await world.person(browser, server);
        await open_link(cleo, link, 'Cleo');
        await cleo.click_button('Join');
        await cleo.see_text(/full/i);
        await see_each_other(ann, ben);
        await Promise.all([sees_exactly(ann, 'Ann', ['Ann', 'Ben']), sees_exactly(ben, 'Ben', ['Ann', 'Ben'])]);
    },
};
