// What can be told of an effect from the pictures that arrive at the other side.

import { open_settings } from './settings.mjs';
import { wait_for } from './wait.mjs';

// Runs in the page: how the <video> of `element` looks: how sharp the stripes beside the person are, how sharp the
// edges of the person themself, and the mean colours of both; null while it shows nothing.
function look_in_page(element) {
    const video = document.querySelector(`video[data-element="${CSS.escape(element)}"]`);
    if (!video || video.readyState < 2 || video.videoWidth === 0) return null;
    const [width, height] = [320, 180];
    const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    context.drawImage(video, 0, 0, width, height);
    const { data } = context.getImageData(0, 0, width, height);
    const brightness = (x, y) => data[(y * width + x) * 4 + 1];
    const sharpness = (left, top, right, bottom) => {
        let sum = 0;
        for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) sum += Math.abs(brightness(x + 1, y) - brightness(x, y));
        return sum / ((right - left) * (bottom - top));
    };
    const colour = (left, top, right, bottom) => {
        const sums = [0, 0, 0];
        for (let y = top; y < bottom; y++) {
            for (let x = left; x < right; x++) sums.forEach((_, channel) => { sums[channel] += data[(y * width + x) * 4 + channel]; });
        }
        return sums.map((sum) => Math.round(sum / ((right - left) * (bottom - top))));
    };
    return {
        wall_sharpness: sharpness(10, 20, 90, 90),
        shirt_sharpness: sharpness(130, 150, 190, 175),
        wall: colour(10, 20, 90, 90),
        face: colour(150, 80, 170, 92),
    };
}

export const look = (person, element) => person.evaluate(look_in_page, element);

// Waits until the picture of `element` looks as `wanted` says; gives that look.
export function looks(person, element, what, wanted, deadline_ms = 30_000) {
    let seen = null;
    return wait_for(what, async () => {
        seen = await look(person, element);
        return seen && wanted(seen) ? seen : undefined;
    }, deadline_ms).catch((error) => { throw new Error(`${error.message}; last seen: ${JSON.stringify(seen)}`); });
}

// Presses what may lie further down in the settings, by the keyboard, and closes them.
export async function choose_in_settings(person, name, role = 'button') {
    await open_settings(person, name === 'Stronger noise suppression' ? 'Audio' : 'Video');
    await person.see(role, name);
    await person.tab_to(name);
    await person.press_key('Enter');
}
