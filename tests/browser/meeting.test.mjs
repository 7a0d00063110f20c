import assert from 'node:assert/strict';

import { enter_call, see_each_other, start_meeting, two_in_a_call } from './harness/call.mjs';

const whole_link = /^http:\/\/127\.0\.0\.1:\d+\/r\/[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}#[A-Za-z0-9_-]{22}$/;

const wrong_link = /this link (is not complete|does not open the meeting)/i;

async function opens_as_failure(world, damage, words) {
    const server = await world.server();
    const browser = await world.browser();
    const link = await start_meeting(await world.person(browser, server), 'Ann');
    const ben = await world.person(browser, server);
    await ben.open(damage(link));
    await ben.see_text(words);
    await ben.see('button', 'Home');
    assert.equal(await ben.shows('button', 'Join'), false);
}

export default {
    'Two people who open one link see each other move': async (world) => {
        const { ann, ben } = await two_in_a_call(world);
        await see_each_other(ann, ben);
        assert.deepEqual((await ann.people()).sort(), ['Ann (you)', 'Ben']);
        assert.deepEqual((await ben.people()).sort(), ['Ann', 'Ben (you)']);
    },

    'The address bar holds the whole link from pre-join on': async (world) => {
        const ann = await world.person(await world.browser(), await world.server());
        const link = await start_meeting(ann, 'Ann');
        assert.match(link, whole_link);
        await enter_call(ann, 'Ann');
        assert.equal(await ann.address(), link);
    },

    'One person leaves, the other sees it, and Rejoin brings them together again': async (world) => {
        const { ann, ben } = await two_in_a_call(world);
        await ben.click_button('Leave call');
        await ben.see('button', 'Rejoin');
        await ann.see_no('group', 'Ben');
        assert.deepEqual(await ann.people(), ['Ann (you)']);
        await ben.click_button('Rejoin');
        await ann.sees_person('Ben');
        await see_each_other(ann, ben);
    },

    'Leaving a call turns camera and microphone off': async (world) => {
        const ann = await world.person(await world.browser(), await world.server());
        await start_meeting(ann, 'Ann');
        await enter_call(ann, 'Ann');
        await ann.click_button('Leave call');
        await ann.see('button', 'Rejoin');
        await ann.captures_no('video');
        await ann.captures_no('audio');
    },

    'A reload of a call lands in pre-join with the name remembered, and joins again': async (world) => {
        const { ann, ben, link } = await two_in_a_call(world);
        await ben.page.reload();
        await ben.see('button', 'Join');
        assert.equal(await ben.field_text('Your name'), 'Ben');
        assert.equal(await ben.address(), link);
        await enter_call(ben, 'Ben');
        await ann.sees_person('Ben');
        await see_each_other(ann, ben);
        assert.deepEqual((await ann.people()).sort(), ['Ann (you)', 'Ben']);
    },

    'A whole call is joined with the keyboard alone': async (world) => {
        const ann = await world.person(await world.browser(), await world.server());
        await ann.open('/');
        await ann.see('button', 'New meeting');
        await ann.tab_to('New meeting');
        await ann.press_key('Enter');
        await ann.see('button', 'Join');
        await ann.tab_to('Your name');
        await ann.page.keyboard.type('Ann');
        await ann.tab_to('Join');
        await ann.press_key('Space');
        await ann.sees_person('Ann (you)');
        await ann.tab_to('Mute microphone');
        await ann.press_key('Enter');
        await ann.see('button', 'Unmute microphone');
        await ann.tab_to('Leave call');
        await ann.press_key('Enter');
        await ann.see('button', 'Rejoin');
    },

    'A link that was typed on the landing page opens its meeting': async (world) => {
        const server = await world.server();
        const browser = await world.browser();
        const ann = await world.person(browser, server);
        const link = await start_meeting(ann, 'Ann');
        const ben = await world.person(browser, server);
        await ben.open('/');
        await ben.type('Meeting link or code', link);
        await ben.press_key('Enter');
        await ben.see('button', 'Join');
        assert.equal(await ben.address(), link);
    },

    'What is no meeting link is refused in words and goes nowhere': async (world) => {
        const ann = await world.person(await world.browser(), await world.server());
        await ann.open('/');
        await ann.type('Meeting link or code', 'have a nice day');
        await ann.press_key('Enter');
        await ann.see_text(/not a meeting link/i);
        await ann.see('button', 'New meeting');
        assert.equal(new URL(await ann.address()).pathname, '/');
    },

    'A link whose key was cut off says so in plain words': async (world) => {
        await opens_as_failure(world, (link) => link.slice(0, -9), /not complete/i);
    },

    'A link without any key says so in plain words': async (world) => {
        await opens_as_failure(world, (link) => link.replace(/#.*/, ''), /not complete/i);
    },

    'A link whose key holds what no key can says so in plain words': async (world) => {
        await opens_as_failure(world, (link) => link.replace(/#..../, '#a%2!'), /not complete/i);
    },

    'A link with the key of another meeting is refused in plain words': async (world) => {
        await opens_as_failure(world, (link) => link.replace(/#..../, '#AAAA'), wrong_link);
    },

    'A link whose room does not belong to its key is refused in plain words': async (world) => {
        await opens_as_failure(world, (link) => link.replace(/\/r\/..../, '/r/0000'), wrong_link);
    },
};
