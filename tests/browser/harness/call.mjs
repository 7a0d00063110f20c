// The steps that many tests begin with.

import { Autoplay, Devices } from './chromium.mjs';

export { Autoplay, Devices };

// Opens the landing page and starts a meeting under `name`; gives its link. Ends in pre-join.
export async function start_meeting(person, name) {
    await person.open('/');
    await person.click_button('New meeting');
    await person.see('button', 'Join');
    if (name) await person.type('Your name', name);
    return person.address();
}

export async function open_link(person, link, name) {
    await person.open(link);
    await person.see('button', 'Join');
    if (name) await person.type('Your name', name);
}

export async function enter_call(person, name) {
    await person.click_button('Join');
    await person.sees_person(`${name} (you)`);
}

// Ann starts a meeting and Ben follows her link; both are in the call and name each other when it returns.
// With `ben_browser` Ben sits at another browser; `before_ben_joins` is given Ben in pre-join.
export async function two_in_a_call(world, { browser, ben_browser, server, before_ben_joins } = {}) {
    server ??= await world.server();
    browser ??= await world.browser();
    const ann = await world.person(browser, server);
    const ben = await world.person(ben_browser ?? browser, server);
    const link = await start_meeting(ann, 'Ann');
    await enter_call(ann, 'Ann');
    await open_link(ben, link, 'Ben');
    await before_ben_joins?.(ben);
    await enter_call(ben, 'Ben');
    await Promise.all([ann.sees_person('Ben'), ben.sees_person('Ann')]);
    return { server, browser, ann, ben, link };
}

// Both see the other move.
export async function see_each_other(ann, ben) {
    const [of_ben, of_ann] = await Promise.all([ann.other_video(), ben.other_video()]);
    await Promise.all([ann.sees_moving_picture(of_ben), ben.sees_moving_picture(of_ann)]);
    return { of_ann, of_ben };
}
