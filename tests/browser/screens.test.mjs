// Every screen as people see it, kept under build/screenshots to be looked at.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { enter_call, open_link, press_control, see_each_other, start_meeting } from './harness/call.mjs';
import { reads, write } from './harness/chat.mjs';
import { looks, reset_look, set_look } from './harness/looks.mjs';
import { screenshots_folder } from './harness/paths.mjs';
import { recorded_for } from './harness/recording.mjs';

export const deadline_ms = 480_000;

const sizes = [
    { name: '1280x720', width: 1280, height: 720, deviceScaleFactor: 1, looks },
    { name: '390x844', width: 390, height: 844, deviceScaleFactor: 2, looks: ['light', 'dark'] },
    { name: '2560x1440', width: 2560, height: 1440, deviceScaleFactor: 2, looks: ['light', 'dark'] },
];
const usual_size = { width: 960, height: 600 };
const tolerance_px = 1;

// What people use while they are in a call.
async function walk_the_meeting(ann, ben, look) {
    await write(ben, 'Shall we look at the plan? It stands at https://example.org/plan');
    await write(ann, 'Yes, please share it 🙂');
    await reads(ann, 'Ben', 'Shall we look at the plan? It stands at https://example.org/plan');
    await look(ann, 'chat');
    await ben.click_button('Raise hand');
    await ann.click_button('People');
    await ann.see('textbox', 'Search people');
    await look(ann, 'people');
    await ann.click_button('People');
    await ann.click_button('More');
    await ann.see('menu', 'More');
    await look(ann, 'more');
    await ann.press_key('Escape');
    await ann.see_no('menu', 'More');
    await press_control(ann, 'Show QR code');
    await ann.see('image', "QR code of the meeting's link");
    await look(ann, 'qr-code');
    await ann.press_key('Escape');
    await ann.see_no('dialog', 'Join on another device');
    await ben.click_button('Share screen');
    await ann.see('group', "Ben's screen");
    await look(ann, 'presentation');
    await ben.click_button('Stop sharing');
    await ben.click_button('Lower hand');
    await ann.see_no('group', "Ben's screen");
    await press_control(ann, 'Record');
    await recorded_for(ann, 2);
    await ann.click_button('Pause recording');
    await ann.see('button', 'Resume recording');
    await look(ann, 'recording');
    await press_control(ann, 'Stop recording');
    await ann.see('button', 'Save');
    await look(ann, 'recorded');
    await ann.click_button('Discard');
    await ann.click_button('Discard for good');
    await ann.see_no('button', 'Save');
}

// Walks a whole meeting and calls `look(person, screen)` at each of its screens.
async function walk_all_screens(world, look) {
    const server = await world.server();
    const browser = await world.browser({ sound: 'silence.wav', video: 'card-640x360.y4m' });
    const ann = await world.person(browser, server, { viewport: usual_size });
    const ben = await world.person(browser, server, { viewport: usual_size });

    await ann.open('/?gallery');
    await look(ann, 'gallery');
    await ann.open('/');
    await ann.see('button', 'New meeting');
    await look(ann, 'landing');
    await ann.click_button('Settings');
    await ann.see('dialog', 'Settings');
    await look(ann, 'settings');
    await ann.press_key('Escape');
    await ann.see_no('dialog', 'Settings');
    const link = await start_meeting(ann, 'Ann Lovelace');
    await look(ann, 'pre-join');
    await ann.click_button('Check connection');
    await ann.see_text(/only between people on the same network/, 15_000);
    await look(ann, 'check');
    await ann.press_key('Escape');
    await enter_call(ann, 'Ann Lovelace');
    await look(ann, 'call-alone');

    await open_link(ben, link, 'Ben');
    await enter_call(ben, 'Ben');
    await see_each_other(ann, ben);
    await look(ann, 'call-of-two');
    await ann.click_button('Connection of Ben: good');
    await ann.see('region', 'Connection to Ben');
    await look(ann, 'connection');
    await ann.press_key('Escape');
    await ann.see_no('region', 'Connection to Ben');
    await walk_the_meeting(ann, ben, look);
    await ben.click_button('Turn camera off');
    await ben.click_button('Mute microphone');
    await ben.see('button', 'Unmute microphone');
    await look(ann, 'camera-off');
    await ben.click_button('Leave call');
    await ben.see('button', 'Rejoin');
    await look(ben, 'left');

    await ben.open(link.slice(0, -9));
    await ben.see('button', 'Home');
    await look(ben, 'failed');
}

async function controls_outside(person, { width, height }) {
    const outside = [];
    const controls = [...await person.find_all('button'), ...await person.find_all('textbox')];
    for (const control of controls) {
        const place = await person.rectangle_of(control);
        const beside = !place || place.x < -tolerance_px || place.x + place.width > width + tolerance_px;
        const above = beside || place.y < -tolerance_px || place.y + place.height > height + tolerance_px;
        if (beside || (above && !(await person.is_in_scrolled(control)))) outside.push(`${control.name} at ${JSON.stringify(place)}`);
    }
    return outside;
}

// What axe finds wrong with the page, where it has been loaded.
function violations(person, rules_left_out) {
    return person.evaluate(async (left_out) => {
        const off = Object.fromEntries(left_out.map((rule) => [rule, { enabled: false }]));
        const result = await window.axe.run(document, { rules: off });
        return result.violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0].html.slice(0, 200)}`);
    }, rules_left_out);
}

export default {
    'Every screen is drawn whole at every size, light, dark and in forced colours': async (world) => {
        mkdirSync(screenshots_folder, { recursive: true });
        const faults = [];
        await walk_all_screens(world, async (person, screen) => {
            for (const size of sizes) {
                for (const look of size.looks) {
                    await set_look(person, look);
                    await person.page.setViewport(size);
                    // The gallery shows what moves for ever.
                    await (screen === 'gallery' ? person.draws_frames(4) : person.is_at_rest(200));
                    const of = `${screen}-${size.name}-${look}`;
                    await person.page.screenshot({ path: join(screenshots_folder, `${of}.png`), optimizeForSpeed: true });
                    const colours = await person.colours_within({ x: 0, y: 0, width: size.width, height: size.height });
                    if (colours < 8) faults.push(`${of}: blank, ${colours} colours`);
                    const outside = screen === 'gallery' ? [] : await controls_outside(person, size);
                    faults.push(...outside.map((what) => `${of}: outside the page: ${what}`));
                }
            }
            await reset_look(person);
            await person.page.setViewport(usual_size);
        });
        assert.deepEqual(faults, []);
    },

    'Every screen keeps the rules of accessibility': async (world) => {
        const rules = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
        const faults = [];
        await walk_all_screens(world, async (person, screen) => {
            await person.evaluate(`() => { ${rules} }`);
            // Words are drawn on the canvas, so that their colours in the page say nothing. A menu lies over all landmarks.
            const rules_left_out = ['color-contrast', ...(screen === 'more' ? ['region'] : [])];
            for (const look of looks) {
                await set_look(person, look);
                const found = await violations(person, rules_left_out);
                faults.push(...found.map((fault) => `${screen}, ${look}: ${fault}`));
            }
            await reset_look(person);
        });
        assert.deepEqual(faults, []);
    },
};
