// What the fake camera and microphone play for the tests of effects: somebody who is drawn well enough to be found by
// the network, before stripes that show any blur, and speech among noise. Made when first asked for.

import { execFileSync } from 'node:child_process';
import { existsSync, renameSync, writeFileSync } from 'node:fs';

import { make_media, media_file } from './media.mjs';

const [width, height] = [640, 360];
const frames = 20;
const version = 1;  // of what is drawn here

const within = (x, y, centre_x, centre_y, radius_x, radius_y) =>
    ((x - centre_x) / radius_x) ** 2 + ((y - centre_y) / radius_y) ** 2 < 1;

// Red, green and blue at a place: `across` from the middle, in heights of the picture.
function colour_of_person(across, down) {
    for (const eye of [-0.06, 0.06]) if (within(across, down, eye, 0.42, 0.02, 0.018)) return [30, 30, 40];
    if (within(across, down, 0, 0.54, 0.05, 0.015)) return [160, 60, 60];
    if (down < 0.34 && within(across, down, 0, 0.3, 0.17, 0.16)) return [60, 40, 30];
    if (within(across, down, 0, 0.42, 0.16, 0.22)) return [225, 172, 140];
    if (Math.abs(across) < 0.08 && down > 0.5 && down < 0.75) return [205, 150, 120];
    if (within(across, down, 0, 1.15, 0.55, 0.55)) return across * 40 - Math.floor(across * 40) < 0.5 ? [40, 50, 110] : [70, 90, 160];
    return null;
}

function colour_at(x, y, index) {
    const sway = Math.sin((2 * Math.PI * index) / frames) * 0.02;
    const person = colour_of_person((x + 0.5 - width / 2) / height - sway, (y + 0.5) / height);
    if (person) return person;
    return (x >> 3) % 2 === 0 ? [190, 190, 180] : [90, 100, 110];
}

// The frames of a film, each channel of each pixel changed by `light`.
function film(light) {
    const parts = [Buffer.from(`YUV4MPEG2 W${width} H${height} F30:1 Ip A1:1 C420jpeg\n`)];
    for (let index = 0; index < frames; index++) {
        const luma = Buffer.alloc(width * height);
        const blue = Buffer.alloc((width * height) / 4);
        const red = Buffer.alloc((width * height) / 4);
        for (let y = 0; y < height; y++) {
            for (let x = 0; x < width; x++) {
                const [r, g, b] = colour_at(x, y, index).map(light);
                luma[y * width + x] = 0.299 * r + 0.587 * g + 0.114 * b;
                if (x % 2 || y % 2) continue;
                const at = (y / 2) * (width / 2) + x / 2;
                blue[at] = 128 - 0.169 * r - 0.331 * g + 0.5 * b;
                red[at] = 128 + 0.5 * r - 0.419 * g - 0.081 * b;
            }
        }
        parts.push(Buffer.from('FRAME\n'), luma, blue, red);
    }
    return Buffer.concat(parts);
}

function once(name, make) {
    const file = media_file(name);
    const work = `${file}.tmp.${process.pid}${name.slice(-4)}`;
    if (existsSync(file)) return name;
    make(work);
    renameSync(work, file);
    return name;
}

export async function person_film() {
    await make_media();
    return once(`person-${version}.y4m`, (file) => writeFileSync(file, film((value) => value)));
}

// The same in a room that is too dark.
export async function dark_film() {
    await make_media();
    return once(`dark-person-${version}.y4m`, (file) => writeFileSync(file, film((value) => value * 0.28)));
}

// A machine nearby that comes and goes, so that a browser's own suppression does not get used to it.
export async function noise_sound() {
    await make_media();
    return once(`noise-${version}.wav`, (file) => execFileSync('sox', [
        '-D', '-R', '-n', '-r', '48000', '-c', '1', '-b', '16', file,
        'synth', '10', 'pinknoise', 'tremolo', '3', '60', 'gain', '-n', '-12',
    ]));
}

// A picture file of one colour (BMP): `colour` is red, green and blue.
export function picture_file(path, [red, green, blue]) {
    const [columns, rows] = [64, 36];
    const pixels = Buffer.alloc(columns * rows * 4);
    for (let at = 0; at < pixels.length; at += 4) pixels.set([blue, green, red, 255], at);
    const head = Buffer.alloc(54);
    head.write('BM');
    head.writeUInt32LE(head.length + pixels.length, 2);
    head.writeUInt32LE(head.length, 10);
    head.writeUInt32LE(40, 14);
    head.writeInt32LE(columns, 18);
    head.writeInt32LE(-rows, 22);
    head.writeUInt16LE(1, 26);
    head.writeUInt16LE(32, 28);
    head.writeUInt32LE(pixels.length, 34);
    writeFileSync(path, Buffer.concat([head, pixels]));
    return path;
}
