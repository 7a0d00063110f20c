// Where the keyboard is, and whether it is seen.

import assert from 'node:assert/strict';

import { wait_for } from './wait.mjs';

const margin_px = 6; // of a control, where its ring is drawn
const steps_max = 40;

// Runs in the page: how many pixels of two PNGs of one size differ.
async function count_differences(first, second) {
    const pixels = async (base64) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const context = new OffscreenCanvas(image.width, image.height).getContext('2d', { willReadFrequently: true });
        context.drawImage(image, 0, 0);
        return new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer);
    };
    const [before, after] = [await pixels(first), await pixels(second)];
    return after.reduce((count, pixel, at) => count + (pixel === before[at] ? 0 : 1), 0);
}

// The browser's number for the element that has the focus.
async function focused_id(person) {
    const { result } = await person.session.send('Runtime.evaluate', { expression: 'document.activeElement' });
    const { node } = await person.session.send('DOM.describeNode', { objectId: result.objectId });
    return node.backendNodeId;
}

export async function has_focus(person, role, name) {
    const id = await focused_id(person);
    return (await person.find_all(role, name)).some(({ backend_id }) => backend_id === id);
}

function picture_of(person, { x, y, width, height }) {
    const clip = { x: x - margin_px, y: y - margin_px, width: width + 2 * margin_px, height: height + 2 * margin_px };
    return person.page.screenshot({ clip, encoding: 'base64', optimizeForSpeed: true });
}

// Where the control lies when it moves no more.
async function place_of(person, role, name) {
    let before = '';
    return wait_for(`${role} "${name}" to lie still`, async () => {
        const place = await person.rectangle_of(await person.see(role, name));
        const still = place && JSON.stringify(place) === before;
        before = JSON.stringify(place);
        return still ? place : undefined;
    });
}

async function is_in_the_window(person, { x, y, width, height }) {
    const window_size = await person.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    return x >= 0 && y >= 0 && x + width <= window_size.width && y + height <= window_size.height;
}

// Waits until the focus is on the control, and looks whether that lies in the window.
export async function sees_focus(person, role, name) {
    await wait_for(`the focus on ${role} "${name}"`, () => has_focus(person, role, name)).catch(async (error) => {
        throw new Error(`${error.message}; it is on "${await person.focused_name()}"`, { cause: error });
    });
    const place = await place_of(person, role, name);
    assert.ok(await is_in_the_window(person, place), `${role} "${name}" has the focus at ${JSON.stringify(place)}`);
}

export async function press_shift_tab(person) {
    await person.page.keyboard.down('Shift');
    await person.press_key('Tab');
    await person.page.keyboard.up('Shift');
}

// Goes on with Tab to a control that the focus is not on, and looks whether a ring is drawn when it comes there. The
// ring goes all around: whatever else changes beside the control is less.
export async function go_to(person, role, name) {
    const place = await place_of(person, role, name);
    assert.ok(!(await has_focus(person, role, name)), `the focus is on ${role} "${name}" before one goes there`);
    await person.is_at_rest(200);
    const before = await picture_of(person, place);
    for (let steps = 0; !(await has_focus(person, role, name)); steps++) {
        assert.ok(steps < steps_max, `${steps_max} presses of Tab did not reach ${role} "${name}"`);
        await person.press_key('Tab');
    }
    await sees_focus(person, role, name);
    const around = 2 * (place.width + place.height);
    await wait_for(`a ring around ${role} "${name}"`, async () => {
        const after = await picture_of(person, place);
        return (await person.evaluate(count_differences, before, after)) >= around;
    });
}
