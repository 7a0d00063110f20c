import assert from 'node:assert/strict';

import { start_meeting } from './harness/call.mjs';
import { wait_for } from './harness/wait.mjs';

async function someone(world) {
    return world.person(await world.browser(), await world.server());
}

// The element that has the focus, as its role or tag and its name.
function focused(person) {
    return person.evaluate(() => {
        const { role, tagName, ariaLabel, textContent } = document.activeElement;
        return `${role ?? tagName.toLowerCase()} ${ariaLabel ?? textContent}`;
    });
}

function see_focus(person, what) {
    return wait_for(`the focus on ${what}`, async () => (await focused(person)) === what);
}

export default {
    'Settings take the focus, keep it, and give it back': async (world) => {
        const ann = await someone(world);
        await ann.open('/');
        await ann.see('button', 'New meeting');
        await ann.tab_to('Settings');
        await ann.press_key('Enter');
        await see_focus(ann, 'dialog Settings');
        for (let step = 0; step < 8; step++) {
            await ann.press_key('Tab');
            const inside = await ann.evaluate(() => document.activeElement === document.body ||
                document.activeElement.closest('[role="dialog"]') !== null);
            assert.ok(inside, await focused(ann));
        }
        await ann.press_key('Escape');
        await ann.see_no('dialog', 'Settings');
        await see_focus(ann, 'button Settings');
    },

    'What lies under settings can be neither found nor pressed': async (world) => {
        const ann = await someone(world);
        await ann.open('/');
        const { x, y } = await ann.rectangle_of(await ann.see('button', 'New meeting'));
        await ann.click_button('Settings');
        await ann.see('dialog', 'Settings');
        await ann.see_no('button', 'New meeting');
        await ann.page.mouse.click(x + 8, y + 8);
        await ann.click_button('Close');
        await ann.see('button', 'New meeting');
        assert.equal(new URL(await ann.address()).pathname, '/');
    },

    'A name that is half typed is still there after settings': async (world) => {
        const ann = await someone(world);
        await start_meeting(ann, 'Ann Lovel');
        await ann.click_button('Settings');
        await ann.see('dialog', 'Settings');
        const seen = () => getComputedStyle(document.querySelector('#layer input')).visibility;
        assert.equal(await ann.evaluate(seen), 'hidden', 'a real field would lie over the dialog');
        await ann.press_key('Escape');
        await ann.see('textbox', 'Your name');
        assert.equal(await ann.evaluate(seen), 'visible');
        assert.equal(await ann.field_text('Your name'), 'Ann Lovel');
    },
};
