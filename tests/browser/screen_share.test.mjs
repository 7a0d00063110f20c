import assert from 'node:assert/strict';

import { enter_call, open_link, see_each_other, start_meeting, two_in_a_call } from './harness/call.mjs';
import { browser_that_gives_films, open_film, presenter_probe, screen_of } from './harness/screens.mjs';
import { hears, start_listening } from './harness/sound.mjs';
import { wait_for } from './harness/wait.mjs';

export const deadline_ms = 120_000;

const person_options = { before_scripts: [presenter_probe] };

// Ann and Ben at one browser, which answers its question by itself with a screen that it makes up.
async function two_who_may_share(world) {
    const { ann, ben, link, server, browser } = await two_in_a_call(world, { person_options });
    const { of_ann, of_ben } = await see_each_other(ann, ben);
    return { ann, ben, link, server, browser, of_ann, of_ben };
}

async function share(person) {
    await person.click_button('Share screen');
    await person.see('button', 'Stop sharing');
}

async function stop(person) {
    await person.click_button('Stop sharing');
    await person.see('button', 'Share screen');
}

const screen_tracks_end = (person) => wait_for('the captured screen to be let go', () =>
    person.evaluate(() => window.probes.screen_tracks.every((track) => track.readyState === 'ended')));

// Runs in the page before its own scripts: the browser's answer to the question, where none can be had from a real one.
const refusing = (name, message) => `
    navigator.mediaDevices.getDisplayMedia = () => Promise.reject(new DOMException(${JSON.stringify(message)}, ${JSON.stringify(name)}));`;

async function alone(world, script) {
    const person = await world.person(await world.browser(), await world.server(), { before_scripts: [script] });
    await start_meeting(person, 'Ann');
    await enter_call(person, 'Ann');
    return person;
}

export default {
    'A screen is seen to move beside the camera, and is gone when it is stopped': async (world) => {
        const { ann, ben, of_ann } = await two_who_may_share(world);
        const offers = await ann.offers_made() + await ben.offers_made();
        await share(ann);
        await ann.see_text(/You are presenting/);
        await ben.sees_person('Ann\'s screen');
        await ben.see_text(/Ann is presenting/);
        await ben.sees_changing_picture(screen_of(of_ann));
        await ben.sees_moving_picture(of_ann);

        await stop(ann);
        await ben.see_no('group', 'Ann\'s screen');
        await screen_tracks_end(ann);
        await ben.sees_moving_picture(of_ann);
        await share(ann);
        await ben.sees_changing_picture(screen_of(of_ann));
        assert.equal(await ann.offers_made() + await ben.offers_made(), offers, 'something was negotiated anew');
    },

    'Two people present at once, and each stops for themselves': async (world) => {
        const { ann, ben, of_ann, of_ben } = await two_who_may_share(world);
        await share(ann);
        await share(ben);
        await Promise.all([
            ben.sees_changing_picture(screen_of(of_ann)), ann.sees_changing_picture(screen_of(of_ben)),
        ]);
        await stop(ann);
        await ben.see_no('group', 'Ann\'s screen');
        await ann.sees_changing_picture(screen_of(of_ben));
        await stop(ben);
        await ann.see_no('group', 'Ben\'s screen');
    },

    'Who comes while somebody presents sees the screen': async (world) => {
        const { ann, ben, link, server, browser, of_ann } = await two_who_may_share(world);
        await share(ann);
        await ben.sees_changing_picture(screen_of(of_ann));
        const cem = await world.person(browser, server, person_options);
        await open_link(cem, link, 'Cem');
        await enter_call(cem, 'Cem');
        await cem.sees_person('Ann\'s screen');
        await cem.sees_changing_picture(screen_of(of_ann));
    },

    'A screen ends with the call of who presents it': async (world) => {
        const { ann, ben, of_ann } = await two_who_may_share(world);
        await share(ann);
        await ben.sees_changing_picture(screen_of(of_ann));
        await ann.click_button('Leave call');
        await ben.see_no('group', 'Ann\'s screen');
        await screen_tracks_end(ann);
        await ann.captures_no('video');
    },

    'The sound of a screen is heard although its microphone is muted': async (world) => {
        const { ann, ben, of_ann } = await two_who_may_share(world);
        await ann.click_button('Mute microphone');
        await share(ann);
        await ann.see_text(/You are presenting, with sound/);
        await ben.sees_changing_picture(screen_of(of_ann));
        await start_listening(ben, screen_of(of_ann));
        await hears(ben, { loud: true });
    },

    'A tab is taken with its sound, seen, and over for everybody when it is closed': async (world) => {
        const browser = await browser_that_gives_films(world);
        const { ann, ben } = await two_in_a_call(world, { browser, person_options });
        const of_ann = await ben.other_video();
        const film = await open_film(ann);
        await ann.click_button('Share screen');
        await ben.sees_person('Ann\'s screen');
        await ben.sees_changing_picture(screen_of(of_ann));
        await ann.see_text(/You are presenting, with sound/);
        await film.close();
        await ben.see_no('group', 'Ann\'s screen');
        await ann.see('button', 'Share screen');
        await screen_tracks_end(ann);
    },

    'A question that is dismissed is nothing to be told of': async (world) => {
        const ann = await alone(world, refusing('NotAllowedError', 'Permission denied by user'));
        await ann.click_button('Share screen');
        await ann.is_at_rest();
        await ann.see('button', 'Share screen');
        assert.deepEqual((await ann.texts_of('status')).filter((text) => text.trim() !== ''), []);
    },

    'What the system refuses is said with the next step, until it was read': async (world) => {
        const ann = await alone(world, refusing('NotAllowedError', 'Permission denied by system'));
        await ann.click_button('Share screen');
        await ann.see_text(/system does not let the browser record the screen/);
        await ann.see_text(/Screen Recording/);
        await ann.click_button('OK');
        await ann.see_no('button', 'OK');
        await ann.see('button', 'Share screen');
    },

    'A browser that can not share offers nothing': async (world) => {
        const ann = await alone(world, 'delete MediaDevices.prototype.getDisplayMedia;');
        await ann.see('button', 'Settings');
        assert.ok(!await ann.shows('button', 'Share screen'));
    },
};
