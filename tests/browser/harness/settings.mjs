// The settings, as people use them.

export async function open_settings(person, page) {
    await person.click_button('Settings');
    await person.see('dialog', 'Settings');
    await person.click_button(page);
}

export async function close_settings(person) {
    await person.press_key('Escape');
    await person.see_no('dialog', 'Settings');
}
