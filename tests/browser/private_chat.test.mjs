import assert from 'node:assert/strict';

import { enter_call, join_by_link, small_browser, two_in_a_call } from './harness/call.mjs';
import { messages, open_chat, reads_exactly, write } from './harness/chat.mjs';
import { wait_for } from './harness/wait.mjs';

export const deadline_ms = 90_000;

const draft_in_page = () => document.querySelector('textarea[aria-label="Message"]').value;

// Chooses whom the next message is for.
async function address(person, name) {
    await open_chat(person);
    await person.click_button('To');
    await person.click('menuitemradio', name);
}

export default {
    'A private message is read by the one whom it is for and by nobody else': async (world) => {
        const { server, browser, ann, ben, link } = await two_in_a_call(world, { browser: await small_browser(world) });
        const cleo = await world.person(browser, server);
        await join_by_link(cleo, link, 'Cleo');
        await Promise.all([ann.sees_person('Cleo'), ben.sees_person('Cleo')]);
        await address(ann, 'Ben');
        await write(ann, 'Between you and me');
        await open_chat(ben);
        await ben.see_text(/Ann at \d\d:\d\d, only to you:/);
        await ben.see_text(/Between you and me/);
        await ann.see_text(/to Ben, only you two/);
        await address(ann, 'Everyone');
        await write(ann, 'Good morning');
        await wait_for('Cleo to read what is for everyone', async () => JSON.stringify(await messages(cleo)) === '[["Ann","Good morning"]]');
        // Whoever it was for has gone: it goes to nobody.
        await address(ann, 'Ben');
        await ben.click_button('Leave call');
        await ann.see_text(/Ben has left\. Choose whom this is for\./);
        await ann.type('Message', 'Not for all');
        const [send] = await ann.find_all('button', 'Send');
        assert.equal(send.disabled, true);
    },

    'What is being written survives a reload': async (world) => {
        const { ann, link } = await two_in_a_call(world, { browser: await small_browser(world) });
        await open_chat(ann);
        await ann.type('Message', 'A thought that is not fin');
        await ann.page.reload({ waitUntil: 'load' });
        await ann.see('button', 'Join');
        await enter_call(ann, 'Ann');
        await open_chat(ann);
        assert.equal(await ann.evaluate(draft_in_page), 'A thought that is not fin');
        assert.ok(link);
    },

    'An address in a message is a link that opens elsewhere and tells nothing': async (world) => {
        const { ann, ben } = await two_in_a_call(world, { browser: await small_browser(world) });
        await write(ann, 'See https://example.org/a?b=1. It is there.');
        await open_chat(ben);
        await ben.see('link', 'https://example.org/a?b=1');
        const [target, rel] = await ben.evaluate(() => {
            const link = document.querySelector('#layer .selectable a');
            return [link.target, link.rel];
        });
        assert.deepEqual([target, rel], ['_blank', 'noopener noreferrer']);
    },

    'A line is broken with Shift and Enter': async (world) => {
        const { ann, ben } = await two_in_a_call(world, { browser: await small_browser(world) });
        await open_chat(ann);
        await ann.type('Message', 'One');
        await ann.page.keyboard.down('Shift');
        await ann.press_key('Enter');
        await ann.page.keyboard.up('Shift');
        await ann.page.keyboard.type('two');
        await ann.press_key('Enter');
        await reads_exactly(ben, [['Ann', 'One\ntwo']]);
    },
};
