// Every screen as people see it, kept under build/screenshots to be looked at.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { enter_call, open_link, see_each_other, start_meeting } from './harness/call.mjs';
import { screenshots_folder } from './harness/paths.mjs';

export const deadline_ms = 300_000;

const sizes = [
    { name: '1280x720', width: 1280, height: 720, deviceScaleFactor: 1 },
    { name: '390x844', width: 390, height: 844, deviceScaleFactor: 2 },
    { name: '2560x1440', width: 2560, height: 1440, deviceScaleFactor: 2 },
];
const themes = ['light', 'dark'];
const usual_size = { width: 960, height: 600 };
const tolerance_px = 1;

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
        const inside = place && place.x >= -tolerance_px && place.y >= -tolerance_px &&
            place.x + place.width <= width + tolerance_px && place.y + place.height <= height + tolerance_px;
        if (!inside) outside.push(`${control.name} at ${JSON.stringify(place)}`);
    }
    return outside;
}

export default {
    'Every screen is drawn whole at every size, light and dark': async (world) => {
        mkdirSync(screenshots_folder, { recursive: true });
        const faults = [];
        await walk_all_screens(world, async (person, screen) => {
            for (const size of sizes) {
                for (const theme of themes) {
                    await person.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
                    await person.page.setViewport(size);
                    // The gallery shows what moves for ever.
                    await (screen === 'gallery' ? person.draws_frames(4) : person.is_at_rest(200));
                    const of = `${screen}-${size.name}-${theme}`;
                    await person.page.screenshot({ path: join(screenshots_folder, `${of}.png`), optimizeForSpeed: true });
                    const colours = await person.colours_within({ x: 0, y: 0, width: size.width, height: size.height });
                    if (colours < 8) faults.push(`${of}: blank, ${colours} colours`);
                    const outside = screen === 'gallery' ? [] : await controls_outside(person, size);
                    faults.push(...outside.map((what) => `${of}: outside the page: ${what}`));
                }
            }
            await person.page.emulateMediaFeatures([]);
            await person.page.setViewport(usual_size);
        });
        assert.deepEqual(faults, []);
    },

    'Every screen keeps the rules of accessibility': async (world) => {
        const rules = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
        const faults = [];
        await walk_all_screens(world, async (person, screen) => {
            await person.evaluate(`() => { ${rules} }`);
            // Words are drawn on the canvas, so that their colours in the page say nothing.
            const found = await person.evaluate(async () => {
                const { violations } = await window.axe.run(document, { rules: { 'color-contrast': { enabled: false } } });
                return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0].html.slice(0, 200)}`);
            });
            faults.push(...found.map((fault) => `${screen}: ${fault}`));
        });
        assert.deepEqual(faults, []);
    },
};
