// What a call asks of the device it runs on: its screen, its keys, its sheet for sending things, and another's camera.

import assert from 'node:assert/strict';

import jsqr from 'jsqr';

import { enter_call, join_by_link, press_control, small_browser, start_meeting } from './harness/call.mjs';
import { wait_for } from './harness/wait.mjs';

const phone = { width: 390, height: 844, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

async function someone(world, options) {
    return world.person(await small_browser(world), await world.server(), options);
}

async function alone_in_a_call(world, options) {
    const ann = await someone(world, options);
    const link = await start_meeting(ann, 'Ann');
    await enter_call(ann, 'Ann');
    return { ann, link };
}

async function leave(person) {
    await person.click_button('Leave call');
    await person.see('button', 'Rejoin');
}

// Runs in the page before its own scripts: a screen that stays lit, as browsers that have one give it.
const with_wake_lock = `
    window.wake_locks = [];
    const request = async (type) => {
        if (document.hidden) throw new DOMException('out of sight', 'NotAllowedError');
        const lock = { type, released: false, release: async () => { lock.released = true; } };
        document.addEventListener('visibilitychange', () => { lock.released ||= document.hidden; });
        window.wake_locks.push(lock);
        return lock;
    };
    Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: { request } });`;
const without_wake_lock = `Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: undefined });`;
const refusing_wake_lock = `
    const request = () => Promise.reject(new DOMException('the battery is low', 'NotAllowedError'));
    Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: { request } });`;

// Waits until so many locks were given, of which so many are held.
const locks = (person, given, held) => wait_for(`${given} locks of which ${held} are held`, async () => {
    const all = await person.evaluate(() => window.wake_locks.map(({ type, released }) => ({ type, released })));
    assert.ok(all.every(({ type }) => type === 'screen'));
    return all.length === given && all.filter(({ released }) => !released).length === held;
});

// The same: keys that can be pressed, and what the system is told. One that is unknown throws, as the standard has it.
const with_keys = (unknown) => `
    window.call_keys = {};
    window.told = {};
    const session = navigator.mediaSession;
    session.setActionHandler = (action, handler) => {
        if (action === ${JSON.stringify(unknown)}) throw new TypeError('there is no such action');
        window.call_keys[action] = handler;
    };
    session.setMicrophoneActive = (active) => { window.told.microphone = active; };
    session.setCameraActive = async (active) => { window.told.camera = active; throw new Error('not now'); };`;

const press = (person, action) => person.evaluate((key) => window.call_keys[key]({ action: key }), action);
const is_told = (person, microphone, camera) => wait_for(`the system to be told ${microphone}, ${camera}`, async () => {
    const told = await person.evaluate(() => window.told);
    return told.microphone === microphone && told.camera === camera;
});

// The same: a sheet of the system that ends as `ending` says.
const with_sheet = (ending) => `
    window.shared = [];
    const share = async (data) => {
        window.shared.push({ ...data, in_gesture: navigator.userActivation.isActive });
        ${ending}
    };
    Object.defineProperty(navigator, 'share', { configurable: true, value: share });`;
const closed_by_the_person = "throw new DOMException('closed', 'AbortError');";
const broken = "throw new DOMException('no app takes it', 'DataError');";

const shared = (person, count) => wait_for(`${count} shared links`, async () => {
    const all = await person.evaluate(() => window.shared);
    return all.length === count && all;
});

const code_name = "QR code of the meeting's link";
const loaded_codes = (person) => person.evaluate(() =>
    performance.getEntriesByType('resource').filter(({ name }) => /qr_code/.test(name)).length);

// Runs in the page: the pixels of a PNG.
async function pixels_of(base64) {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const { width, height } = image;
    const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    let letters = '';
    for (let at = 0; at < data.length; at += 4096) letters += String.fromCharCode(...data.subarray(at, at + 4096));
    return { width, height, base64: btoa(letters) };
}

// What a camera reads off the screen; nothing while there is no code.
async function read_code(person) {
    const clip = await person.rectangle_of(await person.see('image', code_name));
    const png = await person.page.screenshot({ clip, encoding: 'base64' });
    const { width, height, base64 } = await person.evaluate(pixels_of, png);
    return jsqr(Uint8ClampedArray.from(Buffer.from(base64, 'base64')), width, height)?.data;
}

const can_be_read = (person, link) => wait_for('the link to be read off the screen', async () => (await read_code(person)) === link);

export default {
    'The screen stays lit during a call, and again after the page was out of sight': async (world) => {
        const ann = await someone(world, { before_scripts: [with_wake_lock] });
        await start_meeting(ann, 'Ann');
        await locks(ann, 0, 0);
        await enter_call(ann, 'Ann');
        await locks(ann, 1, 1);
        const above = await ann.page.browserContext().newPage();
        await above.bringToFront();
        await locks(ann, 1, 0);
        await ann.page.bringToFront();
        await locks(ann, 2, 1);
        await above.close();
        await leave(ann);
        await locks(ann, 2, 0);
    },

    'A screen that can\'t be kept lit is no matter for a call': async (world) => {
        for (const script of [without_wake_lock, refusing_wake_lock]) {
            const { ann } = await alone_in_a_call(world, { before_scripts: [script] });
            await ann.is_at_rest();
            assert.deepEqual(await ann.all_problems(), []);
            await leave(ann);
        }
    },

    'The keys of a headset mute, switch the camera and hang up, and the system is told': async (world) => {
        const { ann } = await alone_in_a_call(world, { before_scripts: [with_keys('')] });
        await is_told(ann, true, true);
        await press(ann, 'togglemicrophone');
        await ann.see('button', 'Unmute microphone');
        await is_told(ann, false, true);
        await press(ann, 'togglecamera');
        await ann.see('button', 'Turn camera on');
        await is_told(ann, false, false);
        await ann.click_button('Unmute microphone');
        await is_told(ann, true, false);
        await press(ann, 'hangup');
        await ann.see('button', 'Rejoin');
        const left = await ann.evaluate(() => Object.values(window.call_keys).filter((handler) => handler !== null).length);
        assert.equal(left, 0, 'outside of a call the keys belong to others');
    },

    'A browser that does not know a key gives the others': async (world) => {
        const { ann } = await alone_in_a_call(world, { before_scripts: [with_keys('togglemicrophone')] });
        await press(ann, 'togglecamera');
        await ann.see('button', 'Turn camera on');
        await press(ann, 'hangup');
        await ann.see('button', 'Rejoin');
    },

    'A phone sends the link with its own sheet, before a call, alone and with others': async (world) => {
        const browser = await small_browser(world);
        const server = await world.server();
        const ann = await world.person(browser, server, { viewport: phone, before_scripts: [with_sheet('')] });
        const link = await start_meeting(ann, 'Ann');
        await ann.click_button('Share link');
        const whole = { title: 'Parley meeting', url: link, in_gesture: true };
        assert.deepEqual(await shared(ann, 1), [whole], 'the link and nothing else');
        await enter_call(ann, 'Ann');
        await ann.click_button('Share link');
        await shared(ann, 2);
        await join_by_link(await world.person(browser, server), link, 'Ben');
        await ann.sees_person('Ben');
        await press_control(ann, 'Share link');
        assert.deepEqual(await shared(ann, 3), [whole, whole, whole]);
    },

    'Where people have a mouse they copy the link': async (world) => {
        const { ann } = await alone_in_a_call(world, { before_scripts: [with_sheet('')] });
        await ann.see('button', 'Copy link');
        assert.equal(await ann.shows('button', 'Share link'), false);
    },

    'Who closes the sheet is told nothing': async (world) => {
        const { ann } = await alone_in_a_call(world, { viewport: phone, before_scripts: [with_sheet(closed_by_the_person)] });
        await ann.click_button('Share link');
        await shared(ann, 1);
        await ann.is_at_rest();
        assert.doesNotMatch(await ann.evaluate(() => document.body.innerText), /Link copied|Could not copy/);
    },

    'A link that can\'t be sent is copied': async (world) => {
        const { ann, link } = await alone_in_a_call(world, { viewport: phone, before_scripts: [with_sheet(broken)] });
        const allowed = ['clipboard-read', 'clipboard-write', 'clipboard-sanitized-write'];
        await ann.page.browserContext().overridePermissions(new URL(link).origin, allowed);
        await ann.click_button('Share link');
        await ann.see_text(/Link copied/);
        assert.equal(await ann.evaluate(() => navigator.clipboard.readText()), link);
    },

    'Another device reads the link off the screen, in a light and in a dark theme': async (world) => {
        const { ann, link } = await alone_in_a_call(world);
        assert.equal(await loaded_codes(ann), 0, 'what makes codes comes when it is wanted');
        await ann.click_button('Show QR code');
        await ann.see('dialog', 'Join on another device');
        await ann.see_text(/Point a phone's camera at it\. Whoever has the link can come in\./);
        await can_be_read(ann, link);
        assert.equal(await loaded_codes(ann), 1);
        await ann.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
        await can_be_read(ann, link);
        await ann.press_key('Escape');
        await ann.see_no('dialog', 'Join on another device');
    },

    'A phone has the code in its menu, where another can read it too': async (world) => {
        const { ann, link } = await alone_in_a_call(world, { viewport: phone });
        await press_control(ann, 'Show QR code');
        await can_be_read(ann, link);
    },

    'A code that can\'t be made says so, and the link is there all the same': async (world) => {
        const elsewhere = `document.addEventListener('DOMContentLoaded', () => {
            const address = document.querySelector('meta[name=parley-asset-qr-code]');
            if (address) address.content = '/assets/nothing.js';
        });`;
        const { ann } = await alone_in_a_call(world, { before_scripts: [elsewhere] });
        ann.forgive(/nothing\.js|status of 404/);
        await ann.click_button('Show QR code');
        await ann.see_text(/The QR code could not be made\. Copy the link instead\./);
        await ann.see('button', 'Copy link');
        assert.equal(await ann.shows('image', code_name), false);
    },
};
