// A whole call without a pointer: at every step the focus is where one expects it, and is seen.

import assert from 'node:assert/strict';

import { join_by_link, small_browser } from './harness/call.mjs';
import { reads } from './harness/chat.mjs';
import { go_to, has_focus, press_shift_tab, sees_focus } from './harness/focus.mjs';
import { wait_for } from './harness/wait.mjs';

export const deadline_ms = 180_000;

// So narrow that the settings stand in the menu.
const viewport = { width: 480, height: 800 };
const menu_items_max = 15;

async function enter_by_keyboard(ann) {
    await ann.open('/');
    await ann.see('button', 'New meeting');
    await go_to(ann, 'button', 'New meeting');
    await ann.press_key('Enter');
    await ann.see('button', 'Join');
    await sees_focus(ann, 'textbox', 'Your name');
    await ann.page.keyboard.type('Ann');
    await go_to(ann, 'button', 'Join');
    await ann.press_key('Enter');
    await ann.sees_person('Ann (you)');
}

async function switch_devices(ann) {
    await go_to(ann, 'button', 'Skip to call controls');
    await ann.press_key('Enter');
    await sees_focus(ann, 'button', 'Mute microphone');
    await ann.press_key('Space');
    await sees_focus(ann, 'button', 'Unmute microphone');
    await ann.press_key('Enter');
    await sees_focus(ann, 'button', 'Mute microphone');
    await go_to(ann, 'button', 'Turn camera off');
    await ann.press_key('Space');
    await sees_focus(ann, 'button', 'Turn camera on');
    await press_shift_tab(ann);
    await sees_focus(ann, 'button', 'Mute microphone');
}

async function chat(ann, ben) {
    await go_to(ann, 'button', 'Chat');
    await ann.press_key('Enter');
    await sees_focus(ann, 'textbox', 'Message');
    await ann.page.keyboard.type('Sent with Enter');
    await ann.press_key('Enter');
    await reads(ben, 'Ann', 'Sent with Enter');
    await sees_focus(ann, 'textbox', 'Message');
    await ann.page.keyboard.type('Sent with the button');
    await wait_for('the button to send', async () => (await ann.find_all('button', 'Send')).some(({ disabled }) => !disabled));
    await go_to(ann, 'button', 'Send');
    await ann.press_key('Enter');
    await reads(ben, 'Ann', 'Sent with the button');
    await sees_focus(ann, 'textbox', 'Message');
    await ann.press_key('Escape');
    await ann.see_no('textbox', 'Message');
    await sees_focus(ann, 'button', 'Chat');
}

async function search_people(ann) {
    await go_to(ann, 'button', 'People');
    await ann.press_key('Space');
    await ann.see('textbox', 'Search people');
    await go_to(ann, 'textbox', 'Search people');
    await ann.page.keyboard.type('be');
    await wait_for('the list to hold Ben alone', async () => {
        const names = (await ann.find_all('listitem')).map(({ name }) => name);
        return names.join() === 'Ben';
    });
    await ann.press_key('Escape');
    await ann.see_no('textbox', 'Search people');
    await sees_focus(ann, 'button', 'People');
}

// The arrows walk the menu; every line of it is met on the way.
async function choose_settings(ann) {
    await go_to(ann, 'button', 'More');
    await ann.press_key('Enter');
    await ann.see('menu', 'More');
    await wait_for('the focus in the menu', () => has_focus(ann, 'menuitem', undefined));
    for (let steps = 0; !(await has_focus(ann, 'menuitem', 'Settings')); steps++) {
        assert.ok(steps < menu_items_max, 'the arrows do not reach the settings');
        const before = await ann.focused_name();
        await ann.press_key('ArrowDown');
        await wait_for('the focus to move on', async () => (await ann.focused_name()) !== before);
    }
    await ann.press_key('Enter');
    await ann.see('dialog', 'Settings');
    await sees_focus(ann, 'dialog', 'Settings');
    await ann.press_key('Escape');
    await ann.see_no('dialog', 'Settings');
    await sees_focus(ann, 'button', 'More');
}

export default {
    'A whole call is walked with the keyboard alone, and the focus is always seen': async (world) => {
        const server = await world.server();
        const browser = await small_browser(world);
        const ann = await world.person(browser, server, { viewport });
        const ben = await world.person(browser, server);
        await enter_by_keyboard(ann);
        await join_by_link(ben, await ann.address(), 'Ben');
        await ann.sees_person('Ben');
        await switch_devices(ann);
        await chat(ann, ben);
        await search_people(ann);
        await choose_settings(ann);
        await go_to(ann, 'button', 'Raise hand');
        await ann.press_key('Space');
        await sees_focus(ann, 'button', 'Lower hand');
        await ben.see_text(/Ann raised a hand/);
        await go_to(ann, 'button', 'Leave call');
        await ann.press_key('Enter');
        await ann.see('button', 'Rejoin');
        await go_to(ann, 'button', 'Rejoin');
        await ann.press_key('Enter');
        await ann.sees_person('Ann (you)');
        await ann.sees_person('Ben');
    },
};
