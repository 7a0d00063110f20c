// The steps that many tests begin with.

import { Autoplay, Devices } from './chromium.mjs';
import { wait_for } from './wait.mjs';

export { Autoplay, Devices };

// A browser whose picture and silence cost little.
export function small_browser(world, options = {}) {
    return world.browser({ video: 'card-160x90.y4m', sound: 'silence.wav', ...options });
}

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

export async function enter_call(person, name, deadline_ms) {
    await person.click_button('Join');
    await person.sees_person(`${name} (you)`, deadline_ms);
}

// Somebody with the link comes in.
export async function join_by_link(person, link, name) {
    await open_link(person, link, name);
    await enter_call(person, name);
}

// Ann starts a meeting and Ben follows her link; both are in the call and name each other when it returns.
// With `ben_browser` Ben sits at another browser; `person_options` are those of Person; `before_ben_joins` is given Ben in pre-join.
export async function two_in_a_call(world, { browser, ben_browser, server, person_options, before_ben_joins } = {}) {
    server ??= await world.server();
    browser ??= await world.browser();
    const ann = await world.person(browser, server, person_options);
    const ben = await world.person(ben_browser ?? browser, server, person_options);
    const link = await start_meeting(ann, 'Ann');
    await enter_call(ann, 'Ann');
    await open_link(ben, link, 'Ben');
    await before_ben_joins?.(ben);
    await enter_call(ben, 'Ben');
    await Promise.all([ann.sees_person('Ben'), ben.sees_person('Ann')]);
    return { server, browser, ann, ben, link };
}

// Everybody sees everybody else, as many moving pictures as there are others, and names exactly them all.
export async function all_see_each_other(people) {
    const names = Object.keys(people);
    await Promise.all(names.map(async (name) => {
        const person = people[name];
        await sees_exactly(person, name, names);
        const others = await wait_for(`the ${names.length - 1} pictures that ${name} sees`, async () => {
            const videos = await person.other_videos();
            return videos.length === names.length - 1 && videos;
        });
        for (const video of others) await person.sees_moving_picture(video);
    }));
}

// Waits until the groups that `person`, called `own_name`, finds are those of `names` and no others.
export function sees_exactly(person, own_name, names) {
    const wanted = names.map((name) => (name === own_name ? `${name} (you)` : name)).sort().join(', ');
    return wait_for(`${own_name} to see ${wanted}`, async () => (await person.people()).sort().join(', ') === wanted);
}

// Both see the other move.
export async function see_each_other(ann, ben) {
    const [of_ben, of_ann] = await Promise.all([ann.other_video(), ben.other_video()]);
    await Promise.all([ann.sees_moving_picture(of_ben), ben.sees_moving_picture(of_ann)]);
    return { of_ann, of_ben };
}

// A control of the call, in the bar or in the menu of what found no place there.
export async function press_control(person, name) {
    const shown = await wait_for(`the control "${name}"`, async () => {
        for (const role of ['button', 'menuitem']) if (await person.shows(role, name)) return role;
        if (await person.shows('button', 'More')) await person.click_button('More');
        return undefined;
    });
    await person.click(shown, name);
}
