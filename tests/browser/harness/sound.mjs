// What a person hears, as samples on the receiving browser's own audio timeline, and what can be told from them.

import { readFileSync } from 'node:fs';

import { wait_for } from './wait.mjs';

export const sample_rate_hz = 48_000;
// Below this root mean square (full scale is 1) a window is silence: -50 dB.
const silence_level = 0.003;

// Runs in the page. Taps the sound that `element` plays. A script processor and not a worklet: the page's policy
// lets no script in that is not the page's own file.
function start_tap(element) {
    const video = document.querySelector(`video[data-element="${CSS.escape(element)}"]`);
    const context = new AudioContext({ sampleRate: 48_000 });
    const source = context.createMediaStreamSource(new MediaStream(video.srcObject.getAudioTracks()));
    const tap = context.createScriptProcessor(512, 1, 1);
    const blocks = [];
    tap.onaudioprocess = (event) => {
        const now_ms = performance.timeOrigin + performance.now();
        blocks.push({ now_ms, at_s: event.playbackTime, samples: event.inputBuffer.getChannelData(0).slice() });
    };
    source.connect(tap).connect(context.destination);
    window.probes.listening = { context, source, tap, blocks };
}

// Runs in the page. Gives where each block lies, in seconds of the audio clock, what the wall clock said when it came,
// and all samples as 16-bit numbers in base64.
async function stop_tap() {
    const { context, tap, blocks } = window.probes.listening;
    tap.onaudioprocess = null;
    await context.close();
    delete window.probes.listening;
    const bytes = new Uint8Array(Int16Array.from(blocks.flatMap(({ samples }) => [...samples]), (value) => value * 32767).buffer);
    let text = '';
    for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    return { blocks: blocks.map(({ now_ms, at_s }) => ({ now_ms, at_s })), samples: btoa(text) };
}

export async function start_listening(person, element) {
    await person.evaluate(start_tap, element);
    await wait_for('the first heard samples', () => person.evaluate(() => window.probes.listening.blocks.length > 0));
}

// Waits until the last `duration_ms` that were heard are sound (or silence) throughout but for pauses between words.
export function hears(person, { loud, duration_ms = 600 }) {
    const check = (level, want_loud, count) => {
        const last = window.probes.listening.blocks.slice(-count);
        if (last.length < count) return false;
        const strength = ({ samples }) => Math.sqrt(samples.reduce((sum, value) => sum + value * value, 0) / samples.length);
        const loud_part = last.filter((block) => strength(block) > level).length / count;
        return want_loud ? loud_part > 0.5 : loud_part === 0;
    };
    const blocks = Math.round((duration_ms / 1000) * (sample_rate_hz / 512));
    return wait_for(loud ? 'sound' : 'silence', () => person.evaluate(check, silence_level, loud, blocks));
}

// What was heard since start_listening: `samples`, and `wall_ms(index)`, when each was heard. The audio clock is laid
// on the wall clock where the two were closest, so that a busy page does not shift the timeline.
export async function stop_listening(person) {
    const { blocks, samples } = await person.evaluate(stop_tap);
    const bytes = Buffer.from(samples, 'base64');
    const values = Float32Array.from(new Int16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2), (value) => value / 32767);
    const offset_ms = Math.min(...blocks.map(({ now_ms, at_s }) => now_ms - at_s * 1000));
    const block_size = values.length / blocks.length;
    const wall_ms = (index) => {
        const block = Math.min(Math.floor(index / block_size), blocks.length - 1);
        return offset_ms + blocks[block].at_s * 1000 + ((index - block * block_size) * 1000) / sample_rate_hz;
    };
    return { samples: values, wall_ms };
}

// Windows of 10 ms: when each ends on the wall clock, and whether it is louder than silence.
export function loudness({ samples, wall_ms }) {
    const size = sample_rate_hz / 100;
    const windows = [];
    for (let start = 0; start + size <= samples.length; start += size) {
        let sum = 0;
        for (let at = start; at < start + size; at++) sum += samples[at] ** 2;
        windows.push({ end_ms: wall_ms(start + size - 1), loud: Math.sqrt(sum / size) > silence_level });
    }
    return windows;
}

// The samples of a 16-bit mono WAV file with a plain 44-byte header, as sox writes it.
export function read_wav(path) {
    const bytes = readFileSync(path).subarray(44);
    const even = bytes.length - (bytes.length % 2);
    return Float32Array.from({ length: even / 2 }, (_, at) => bytes.readInt16LE(at * 2) / 32767);
}

const band_edges_hz = [100, 300, 600, 1000, 1600, 2500, 4000, 6500];
const spectrum_size = 1024;
const hop = sample_rate_hz / 50;

// The strength in decibels of each band, fifty times a second.
export function band_levels(samples) {
    const levels = [];
    for (let start = 0; start + spectrum_size <= samples.length; start += hop) {
        const power = power_spectrum(samples.subarray(start, start + spectrum_size));
        const row = [];
        for (let band = 0; band + 1 < band_edges_hz.length; band++) {
            const [from, to] = [band, band + 1].map((at) => Math.round((band_edges_hz[at] * spectrum_size) / sample_rate_hz));
            let sum = 0;
            for (let bin = from; bin < to; bin++) sum += power[bin];
            row.push(10 * Math.log10(sum + 1e-5));
        }
        levels.push(row);
    }
    return levels;
}

// A radix-2 fast Fourier transform of the windowed samples; half of it, as power.
function power_spectrum(samples) {
    const size = samples.length;
    const real = Float64Array.from(samples, (value, at) => value * (0.5 - 0.5 * Math.cos((2 * Math.PI * at) / size)));
    const imaginary = new Float64Array(size);
    for (let at = 1, mirrored = 0; at < size; at++) {
        let bit = size >> 1;
        for (; mirrored & bit; bit >>= 1) mirrored ^= bit;
        mirrored ^= bit;
        if (at < mirrored) [real[at], real[mirrored]] = [real[mirrored], real[at]];
    }
    for (let length = 2; length <= size; length *= 2) {
        for (let start = 0; start < size; start += length) {
            for (let at = 0; at < length / 2; at++) {
                const angle = (-2 * Math.PI * at) / length;
                const [low, high] = [start + at, start + at + length / 2];
                const turned_real = real[high] * Math.cos(angle) - imaginary[high] * Math.sin(angle);
                const turned_imaginary = real[high] * Math.sin(angle) + imaginary[high] * Math.cos(angle);
                real[high] = real[low] - turned_real;
                imaginary[high] = imaginary[low] - turned_imaginary;
                real[low] += turned_real;
                imaginary[low] += turned_imaginary;
            }
        }
    }
    return real.subarray(0, size / 2).map((value, at) => value ** 2 + imaginary[at] ** 2);
}

// How well what was heard follows a stretch of the looped original, at the best alignment: the correlation of all
// bands over time. Each moment is taken from its own loudness and each band from its mean, so that only the changing
// shape of the spectrum counts and not that both pause now and then. 1 is the same, 0 unrelated.
export function resemblance(heard, original) {
    let best = -1;
    for (let shift = 0; shift < original.length; shift++) {
        const stretch = heard.map((_, at) => original[(at + shift) % original.length]);
        best = Math.max(best, correlation(heard, stretch));
    }
    return best;
}

function correlation(one, other) {
    const centred = (rows) => {
        const levels = rows.map((row) => {
            const loudness_of_row = row.reduce((sum, value) => sum + value, 0) / row.length;
            return row.map((value) => value - loudness_of_row);
        });
        const means = levels[0].map((_, band) => levels.reduce((sum, row) => sum + row[band], 0) / levels.length);
        return levels.flatMap((row) => row.map((value, band) => value - means[band]));
    };
    const [left, right] = [centred(one), centred(other)];
    let [product, left_power, right_power] = [0, 0, 0];
    for (let at = 0; at < left.length; at++) {
        product += left[at] * right[at];
        left_power += left[at] ** 2;
        right_power += right[at] ** 2;
    }
    return product / Math.sqrt(left_power * right_power + 1e-12);
}
