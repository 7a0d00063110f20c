// The switches of the settings, by the words beside them.

import { wait_for } from './wait.mjs';

// Whether the switch called `name` is on; the settings are open.
export async function is_on(person, name) {
    await person.see('switch', name);
    return person.evaluate((wanted) => [...document.querySelectorAll('[role="switch"]')]
        .find((one) => [one.textContent, one.getAttribute('aria-label')].includes(wanted))
        ?.getAttribute('aria-checked') === 'true', name);
}

// Opens the settings, turns the switch called `name` to the other side, and closes them.
export async function turn(person, name) {
    await person.click_button('Settings');
    const before = await is_on(person, name);
    await person.click('switch', name);
    await wait_for(`the switch "${name}" to move`, async () => await is_on(person, name) !== before);
    await person.press_key('Escape');
    await person.see_no('dialog', 'Settings');
}
