// Whether what is drawn can be read, in every look: the rules of accessibility see only the page's elements, and the
// words that people see are the canvas'.

import assert from 'node:assert/strict';

import { enter_call, small_browser, start_meeting } from './harness/call.mjs';
import { block_in, contrast, contrast_needed, contrast_of_words, trimmed } from './harness/contrast.mjs';
import { looks, reset_look, set_look } from './harness/looks.mjs';

export const deadline_ms = 240_000;

// So high that nothing of the settings is scrolled away, and so fine that strokes have pixels of their own.
const viewport = { width: 960, height: 1000, deviceScaleFactor: 2 };
const edge_px = 8; // of a control, which is not what its words stand on
const edge_share = 0.15;
// It is drawn only while the keyboard is on it.
const unseen = ['Skip to call controls'];

// Runs in the page: the bytes of a PNG's pixels.
async function decode(base64) {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d', { willReadFrequently: true });
    context.drawImage(image, 0, 0);
    const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
    const reader = new FileReader();
    const read = new Promise((resolve) => { reader.onload = resolve; });
    reader.readAsDataURL(new Blob([data]));
    await read;
    return { width, height, base64: reader.result.slice(reader.result.indexOf(',') + 1) };
}

async function picture_of(person) {
    const image = await person.page.screenshot({ encoding: 'base64', optimizeForSpeed: true });
    const { width, height, base64 } = await person.evaluate(decode, image);
    return { width, height, data: Buffer.from(base64, 'base64') };
}

// Runs in the page: what stands there in words and can be used or read. What lies on somebody's picture has no colour
// behind it that one could know.
function words_in_the_layer() {
    const videos = [...document.querySelectorAll('video')].filter((video) => video.checkVisibility());
    const places = videos.map((video) => video.getBoundingClientRect());
    const on_a_picture = (place) => places.some((video) => place.left < video.right && place.right > video.left
        && place.top < video.bottom && place.bottom > video.top);
    const leaves = [...document.querySelectorAll('#layer :is(button, h2, p)')];
    return leaves
        .filter((element) => element.textContent.trim() && !element.disabled && !element.closest('[inert], [hidden]'))
        .map((element) => ({ element, place: element.getBoundingClientRect() }))
        .filter(({ place }) => !on_a_picture(place))
        .map(({ element, place: { x, y, width, height } }) => ({
            name: element.textContent.trim(),
            is_control: element.tagName === 'BUTTON',
            level: Number(element.getAttribute('aria-level') ?? 0),
            place: { x, y, width, height },
        }));
}

function inner({ x, y, width, height }, by) {
    return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by };
}

function scaled({ x, y, width, height }, by) {
    return { x: x * by, y: y * by, width: width * by, height: height * by };
}

function place_of_words({ place, is_control }) {
    return scaled(is_control ? inner(place, Math.min(edge_px, place.height * edge_share)) : place, viewport.deviceScaleFactor);
}

async function faults_of(person, where) {
    await person.page.mouse.move(0, 0);
    await person.is_at_rest();
    const picture = await picture_of(person);
    const words = (await person.evaluate(words_in_the_layer)).filter(({ name }) => !unseen.includes(name));
    assert.ok(words.length > 0, `${where} has words`);
    return words.flatMap((one) => {
        const found = contrast_of_words(block_in(picture, place_of_words(one)));
        const needed = contrast_needed(one);
        return found >= needed ? [] : [`${where}: "${one.name}" has ${found.toFixed(2)} of ${needed}`];
    });
}

async function faults_in_every_look(person, screen) {
    const faults = [];
    for (const look of looks) {
        await set_look(person, look);
        faults.push(...await faults_of(person, `${screen}, ${look}`));
    }
    await reset_look(person);
    return faults;
}

export default {
    'Words stand out from what they are drawn on, in every look': async (world) => {
        const ann = await world.person(await small_browser(world), await world.server(), { viewport });
        const faults = [];
        const look_at = async (screen) => faults.push(...await faults_in_every_look(ann, screen));
        await ann.open('/');
        await ann.see('button', 'New meeting');
        await look_at('landing');
        await ann.click_button('Settings');
        await ann.see('dialog', 'Settings');
        await look_at('settings');
        await ann.press_key('Escape');
        await ann.see_no('dialog', 'Settings');
        await start_meeting(ann, 'Ann');
        await look_at('pre-join');
        await enter_call(ann, 'Ann');
        await look_at('call alone');
        assert.deepEqual(faults, []);
    },

    'Contrast is measured as WCAG says': async () => {
        assert.equal(contrast(0x000000, 0xffffff).toFixed(1), '21.0');
        assert.equal(contrast(0x777777, 0xffffff).toFixed(2), '4.48');
        const image = { width: 3, height: 2, data: Buffer.from([0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255, 255, 0, 0, 0, 255]) };
        const block = block_in(image, { x: 0, y: 0, width: 3, height: 2 });
        assert.deepEqual(block, { width: 3, pixels: [0, 0, 0, 0, 0xffffff, 0] });
        assert.deepEqual(trimmed(block, 0), { width: 1, pixels: [0xffffff] });
        assert.equal(contrast_of_words(block).toFixed(1), '21.0');
        assert.equal(contrast_of_words({ width: 2, pixels: [7, 7] }), 1, 'where nothing is drawn nothing can be read');
    },
};
