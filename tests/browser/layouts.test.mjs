// How a person sees the call: its layout, pins, the own picture, pages, the whole screen and a picture that floats.

import assert from 'node:assert/strict';

import { enter_call, join_by_link, press_control, see_each_other, start_meeting, two_in_a_call } from './harness/call.mjs';
import { wait_for } from './harness/wait.mjs';

export const deadline_ms = 120_000;

const wide = { width: 1000, height: 640 };
// Two tiles fit, and not a third.
const narrow = { width: 320, height: 240 };
const quiet = { video: 'card-160x90.y4m', sound: 'silence.wav' };

const tile = async (person, name) => person.rectangle_of(await person.see('group', name));
const area = ({ width, height }) => width * height;
const is_in = (inner, outer) => inner.x >= outer.x - 1 && inner.y >= outer.y - 1 &&
    inner.x + inner.width <= outer.x + outer.width + 1 && inner.y + inner.height <= outer.y + outer.height + 1;
const middle = ({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 });

async function choose_layout(person, name) {
    await press_control(person, 'Layout');
    await person.click('menuitemradio', name);
    await person.see_no('menu', 'Layout');
}

const large = (person, name, than) => wait_for(`${name} to be much larger than ${than}`, async () =>
    area(await tile(person, name)) > 3 * area(await tile(person, than)));
const equal = (person, name, than) => wait_for(`${name} to be as large as ${than}`, async () =>
    Math.abs(area(await tile(person, name)) - area(await tile(person, than))) < 1);

// Where the <video> of `element` lies; undefined while it is hidden.
const shown_at = (person, element) => person.evaluate((name) => {
    const video = document.querySelector(`video[data-element="${CSS.escape(name)}"]`);
    if (!video || getComputedStyle(video).visibility !== 'visible') return undefined;
    const { x, y, width, height } = video.getBoundingClientRect();
    return { x, y, width, height };
}, element);

const own_element = (person) => person.evaluate(() => [...document.querySelectorAll('video[data-element]')]
    .find((video) => video.muted && video.srcObject)?.dataset.element);

async function three_in_a_call(world, viewport) {
    const server = await world.server();
    const browser = await world.browser(quiet);
    const ann = await world.person(browser, server, { viewport });
    const link = await start_meeting(ann, 'Ann');
    await enter_call(ann, 'Ann');
    const people = [ann];
    for (const name of ['Ben', 'Cleo']) {
        const person = await world.person(browser, server, { viewport: wide });
        await join_by_link(person, link, name);
        people.push(person);
    }
    return people;
}

async function drag(person, from, to) {
    await person.page.mouse.move(from.x, from.y);
    await person.page.mouse.down();
    await person.page.mouse.move(to.x, to.y, { steps: 6 });
    await person.page.mouse.up();
}

export default {
    'A layout that was chosen is still chosen after a reload': async (world) => {
        const browser = await world.browser(quiet);
        const { ann } = await two_in_a_call(world, { browser, person_options: { viewport: wide } });
        await large(ann, 'Ben', 'Ann (you)');
        await choose_layout(ann, 'Grid');
        await equal(ann, 'Ben', 'Ann (you)');
        await ann.page.reload();
        await enter_call(ann, 'Ann');
        await equal(ann, 'Ben', 'Ann (you)');
        await choose_layout(ann, 'Automatic');
        await large(ann, 'Ben', 'Ann (you)');
    },

    'The own picture floats, goes to the corner that it is dragged to, and is there again after a reload': async (world) => {
        const browser = await world.browser(quiet);
        const { ann, ben } = await two_in_a_call(world, { browser, person_options: { viewport: wide } });
        await see_each_other(ann, ben);
        const own = await own_element(ann);
        const floats_in = (what, holds) => wait_for(`the own picture ${what}`, async () => {
            const [picture, other, group] = [await shown_at(ann, own), await tile(ann, 'Ben'), await tile(ann, 'Ann (you)')];
            const place = middle(picture);
            return is_in(picture, other) && is_in(picture, group) && holds(place, middle(other));
        });
        const at_lower_right = (place, centre) => place.x > centre.x && place.y > centre.y;
        const at_upper_left = (place, centre) => place.x < centre.x && place.y < centre.y;
        await floats_in('at the lower right', at_lower_right);
        const other = await tile(ann, 'Ben');
        await drag(ann, middle(await tile(ann, 'Ann (you)')), { x: other.x + 120, y: other.y + 90 });
        await floats_in('at the upper left', at_upper_left);
        await ann.tab_to('Move my picture');
        await ann.press_key('Enter');
        await floats_in('at the upper right', (place, centre) => place.x > centre.x && place.y < centre.y);
        await ann.press_key('Enter');
        await floats_in('at the lower right', at_lower_right);
        await drag(ann, middle(await tile(ann, 'Ann (you)')), { x: other.x + 120, y: other.y + 90 });
        await floats_in('at the upper left', at_upper_left);
        await ann.page.reload();
        await enter_call(ann, 'Ann');
        await ann.sees_person('Ben');
        await wait_for('the own picture', async () => shown_at(ann, own));
        await floats_in('at the upper left', at_upper_left);
    },

    'A picture that one hides from oneself is still seen by others': async (world) => {
        const browser = await world.browser(quiet);
        const { ann, ben } = await two_in_a_call(world, { browser, person_options: { viewport: wide } });
        const { of_ann } = await see_each_other(ann, ben);
        const own = await own_element(ann);
        await ann.click_button('Hide my picture');
        await ann.see('button', 'Show my picture');
        await ann.sees_person('Ann (you)');
        assert.equal(await shown_at(ann, own), undefined);
        await ben.sees_moving_picture(of_ann);
        await ann.page.reload();
        await enter_call(ann, 'Ann');
        await ann.sees_person('Ben');
        assert.equal(await shown_at(ann, own), undefined);
        await ann.click_button('Show my picture');
        await wait_for('the own picture', async () => shown_at(ann, own));
    },

    'Who is pinned stays large until the pin is taken off': async (world) => {
        const [ann] = await three_in_a_call(world, wide);
        await equal(ann, 'Ben', 'Cleo');
        await ann.click_button('Pin Cleo');
        await large(ann, 'Cleo', 'Ben');
        await ann.click_button('Unpin Cleo');
        await equal(ann, 'Ben', 'Cleo');
        const { x, y } = middle(await tile(ann, 'Ben'));
        await ann.page.mouse.click(x, y, { count: 2 });
        await large(ann, 'Ben', 'Cleo');
        await ann.tab_to('Unpin Ben');
        await ann.press_key('Enter');
        await equal(ann, 'Ben', 'Cleo');
    },

    'Who is on another page is not sent, and moves again when the page is turned': async (world) => {
        const [ann, , cleo] = await three_in_a_call(world, wide);
        await wait_for('two others', async () => (await ann.other_videos()).length === 2);
        for (const video of await ann.other_videos()) await ann.sees_moving_picture(video);
        const [, of_cleo] = await ann.other_videos();
        await choose_layout(ann, 'Grid');
        await ann.page.setViewport(narrow);
        await ann.see_text(/Page 1 of 2/);
        await ann.see_no('group', 'Cleo');
        const pictures_sent = async () => {
            const streams = (await cleo.statistics()).flatMap(({ report }) => report)
                .filter(({ type, kind, mid }) => type === 'outbound-rtp' && kind === 'video' && mid === '1');
            return streams.filter(({ active }) => active).length;
        };
        await wait_for('Cleo to send to Ben alone', async () => (await pictures_sent()) === 1);
        await ann.tab_to('Next page');
        await ann.press_key('Enter');
        await ann.sees_person('Cleo');
        await ann.see_no('group', 'Ben');
        await wait_for('Cleo to send to both', async () => (await pictures_sent()) === 2);
        await ann.sees_moving_picture(of_cleo);
    },

    'The call takes the whole screen, and gives it back when it is left': async (world) => {
        const browser = await world.browser(quiet);
        const { ann } = await two_in_a_call(world, { browser, person_options: { viewport: wide } });
        const has_screen = () => ann.evaluate(() => document.fullscreenElement !== null);
        await press_control(ann, 'Full screen');
        await wait_for('the whole screen', has_screen);
        await wait_for('the menu to have closed', async () => !(await ann.shows('menu', 'More')));
        await ann.click_button('More');
        await ann.see('menuitem', 'Exit full screen');
        await ann.press_key('Escape');
        await ann.see_no('menu', 'More');
        await ann.click_button('Leave call');
        await ann.see('button', 'Rejoin');
        await wait_for('the screen to be given back', async () => !(await has_screen()));
    },

    'The picture that floats over other windows is the other\'s, and comes back': async (world) => {
        const browser = await world.browser(quiet);
        const { ann, ben } = await two_in_a_call(world, { browser, person_options: { viewport: wide } });
        const { of_ben } = await see_each_other(ann, ben);
        const floating = () => ann.evaluate(() => document.pictureInPictureElement?.dataset.element ?? '');
        if (!await ann.evaluate(() => document.pictureInPictureEnabled === true)) {
            world.notes.push('this browser floats no pictures');
            await ann.click_button('More');
            assert.equal(await ann.shows('menuitem', 'Picture-in-picture'), false);
            return;
        }
        await press_control(ann, 'Picture-in-picture');
        await wait_for('Ben to float', async () => (await floating()) === of_ben);
        await wait_for('the button to be pressed', () => ann.evaluate(() =>
            document.querySelector('#layer button[aria-pressed="true"]')?.textContent === 'Picture-in-picture'));
        await press_control(ann, 'Picture-in-picture');
        await wait_for('nothing to float', async () => (await floating()) === '');
    },

    'A call in which nobody speaks draws nothing, whatever its layout': async (world) => {
        const [ann] = await three_in_a_call(world, wide);
        for (const layout of ['Speaker', 'Sidebar', 'Grid', 'Automatic']) {
            await choose_layout(ann, layout);
            await ann.page.mouse.move(2, 2);
            await ann.is_at_rest(1_500);
        }
    },
};
