import assert from 'node:assert/strict';

import { join_by_link, small_browser, two_in_a_call } from './harness/call.mjs';
import { hears, start_listening } from './harness/sound.mjs';
import { wait_for } from './harness/wait.mjs';

export const deadline_ms = 90_000;

// The names in the list, from its top.
async function listed(person) {
    return (await person.find_all('listitem')).map(({ name }) => name);
}

function lists(person, names) {
    const wanted = names.join(', ');
    return wait_for(`the list to say ${wanted}`, async () => (await listed(person)).join(', ') === wanted);
}

async function open_people(person) {
    await person.click_button('People');
    await person.see('textbox', 'Search people');
}

// What the screen reader was told last.
const announced = (person) => person.evaluate(() => document.getElementById('announcer').textContent);

const hears_said = (person, words) => wait_for(`"${words}" to be announced`, async () => (await announced(person)).includes(words));

async function choose(person, about, action) {
    await person.click_button(`Actions for ${about}`);
    await person.click('menuitem', action);
}

export default {
    'The list names everybody, finds a name and says when nobody has it': async (world) => {
        const { server, browser, ann, ben, link } = await two_in_a_call(world, { browser: await small_browser(world) });
        await open_people(ann);
        await ann.see('heading', 'People (2)');
        await lists(ann, ['Ann (you)', 'Ben']);
        const cleo = await world.person(browser, server);
        await join_by_link(cleo, link, 'Cleo');
        await ann.see('heading', 'People (3)');
        await lists(ann, ['Ann (you)', 'Ben', 'Cleo']);
        const places = await ann.evaluate(() => [...document.querySelectorAll('li')]
            .map((row) => `${row.getAttribute('aria-posinset')} of ${row.getAttribute('aria-setsize')}`));
        assert.deepEqual(places, ['1 of 3', '2 of 3', '3 of 3']);
        await ann.type('Search people', 'cLE');
        await lists(ann, ['Cleo']);
        await ann.type('Search people', 'Zoe');
        await ann.see_text(/Nobody here is called/);
        await lists(ann, []);
        await ann.click_button('Close people');
        await ann.see_no('textbox', 'Search people');
        assert.equal(await ben.shows('textbox', 'Search people'), false);
    },

    'Hands stand in the order in which they were raised, for everybody': async (world) => {
        const { ann, ben } = await two_in_a_call(world, { browser: await small_browser(world) });
        await Promise.all([open_people(ann), open_people(ben)]);
        await ben.click_button('Raise hand');
        await ann.see_text(/Ben raised a hand/);
        await lists(ann, ['Ben', 'Ann (you)']);
        await ann.click_button('Raise hand');
        await Promise.all([lists(ann, ['Ben', 'Ann (you)']), lists(ben, ['Ben (you)', 'Ann'])]);
        assert.match(await ann.words_of('Ben'), /Hand raised, 1st/);
        assert.match(await ben.words_of('Ann'), /Hand raised, 2nd/);
        await ben.click_button('Lower hand');
        await Promise.all([lists(ann, ['Ann (you)', 'Ben']), lists(ben, ['Ann', 'Ben (you)'])]);
    },

    'A reaction floats on both pages, is said, and leaves them at rest': async (world) => {
        const { ann, ben } = await two_in_a_call(world, { browser: await small_browser(world) });
        await Promise.all([ann.is_at_rest(), ben.is_at_rest()]);
        await ann.click_button('Reactions');
        await ann.click_button('Heart');
        await Promise.all([ann.draws_frames(15), ben.draws_frames(15)]);
        await hears_said(ben, 'Ann reacted with heart');
        await hears_said(ann, 'You reacted with heart');
        await Promise.all([ann.is_at_rest(), ben.is_at_rest()]);
    },

    'Who is asked to mute decides for themselves': async (world) => {
        const { ann, ben } = await two_in_a_call(world, { browser: await small_browser(world) });
        await open_people(ann);
        await choose(ann, 'Ben', 'Ask to mute');
        await ann.see_text(/You asked Ben to mute/);
        await ben.see_text(/Ann asks you to mute your microphone/);
        assert.ok(await ben.shows('button', 'Mute microphone'), 'Ben was muted without being asked');
        await ben.click_button('Mute');
        await ben.see('button', 'Unmute microphone');
        await ben.see_no('button', 'Not now');
        await ann.see_no('button', 'Mute everyone');
    },

    'A host asks everybody, and who does not want to stays as they are': async (world) => {
        const { ann, ben } = await two_in_a_call(world, { browser: await small_browser(world) });
        await Promise.all([open_people(ann), open_people(ben)]);
        assert.equal(await ben.shows('button', 'Mute everyone'), false);
        await ann.click_button('Mute everyone');
        await ben.see_text(/Ann asks you to mute your microphone/);
        await ben.click_button('Not now');
        await ben.see_no('button', 'Not now');
        assert.ok(await ben.shows('button', 'Mute microphone'));
    },

    'Who talks while they are muted is told so, and nobody hears it': async (world) => {
        const browser = await small_browser(world, { sound: 'chatter.wav' });
        const ben_browser = await small_browser(world);
        const { ann, ben } = await two_in_a_call(world, { browser, ben_browser });
        await start_listening(ben, await ben.other_video());
        await hears(ben, { loud: true });
        await ann.click_button('Mute microphone');
        await ann.see_text(/You are muted/);
        await hears(ben, { loud: false, duration_ms: 1_000 });
        await ann.click_button('Unmute');
        await ann.see('button', 'Mute microphone');
        await ann.see_no('button', 'Unmute');
        await hears(ben, { loud: true });
    },
};
