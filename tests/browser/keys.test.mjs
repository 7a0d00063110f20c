// The call by keyboard alone, and its menu.

import assert from 'node:assert/strict';

import { enter_call, start_meeting } from './harness/call.mjs';
import { wait_for } from './harness/wait.mjs';

async function in_a_call(world, viewport) {
    const server = await world.server();
    const browser = await world.browser({ sound: 'silence.wav', video: 'card-640x360.y4m' });
    const ann = await world.person(browser, server, { viewport });
    await start_meeting(ann, 'Ann');
    await enter_call(ann, 'Ann');
    return ann;
}

export default {
    'Single keys mute, show the chat and are listed under ?, and are quiet where one writes': async (world) => {
        const ann = await in_a_call(world);
        await ann.see_text(/Press \? to see what keys do here/);
        await ann.press_key('m');
        await ann.see('button', 'Unmute microphone');
        await ann.press_key('c');
        await ann.see('textbox', 'Message');
        await ann.type('Message', 'mmm');
        assert.ok(await ann.shows('button', 'Unmute microphone'), 'letters of a message mute nobody');
        await ann.press_key('Escape');
        await ann.see_no('textbox', 'Message');
        await ann.press_key('?');
        await ann.see('dialog', 'Keyboard');
        await ann.see('listitem', 'M: Mute or unmute your microphone');
        await ann.tab_to('Single keys');
        await ann.press_key('Enter');
        await ann.press_key('Escape');
        await ann.see_no('dialog', 'Keyboard');
        await ann.press_key('m');
        await ann.is_at_rest();
        assert.ok(await ann.shows('button', 'Unmute microphone'), 'keys that are switched off do nothing');
    },

    'A narrow page keeps the rest of its controls in a menu that the keyboard can walk': async (world) => {
        const ann = await in_a_call(world, { width: 320, height: 568 });
        assert.ok(!await ann.shows('button', 'Settings'));
        await ann.tab_to('More');
        await ann.press_key('Enter');
        await ann.see('menu', 'More');
        const first = await ann.focused_name();
        await ann.press_key('ArrowDown');
        await wait_for('the focus to move on', async () => (await ann.focused_name()) !== first);
        await ann.press_key('Escape');
        await ann.see_no('menu', 'More');
        await wait_for('the focus to come back', async () => (await ann.focused_name()) === 'More');
        await ann.click_button('More');
        await ann.click('menuitem', 'Settings');
        await ann.see('dialog', 'Settings');
        await ann.press_key('Escape');
        await ann.see_no('dialog', 'Settings');
        await ann.click_button('More');
        await ann.see('menu', 'More');
        await ann.page.mouse.click(160, 120);
        await ann.see_no('menu', 'More');
    },
};
