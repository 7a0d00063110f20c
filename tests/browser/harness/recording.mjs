// What people do with recordings, and what is in the files that come of it.

import { execFileSync } from 'node:child_process';

import { press_control } from './call.mjs';
import { save as save_download } from './downloads.mjs';
import { find_program } from './programs.mjs';
import { wait_for } from './wait.mjs';

export async function record(person) {
    await press_control(person, 'Record');
    await person.see('button', 'Pause recording');
}

// Waits until the own recording is at least that long, as its mark says.
export async function recorded_for(person, seconds, deadline_ms = (seconds + 15) * 1000) {
    await wait_for(`${seconds} recorded seconds`, async () => (await shown_seconds(person)) >= seconds, deadline_ms);
}

export async function shown_seconds(person) {
    const words = await person.evaluate(() => document.querySelector('#layer').innerText);
    const time = words.match(/(\d+):(\d\d)\s+[\d.]+ (KB|MB)/);
    return time ? Number(time[1]) * 60 + Number(time[2]) : -1;
}

// How long the recording that has ended says that it is.
export async function recorded_seconds(person) {
    const [, minutes, seconds] = /(\d+):(\d\d), [\d.]+ (?:KB|MB)/.exec(await person.evaluate(() => document.querySelector('#layer').innerText));
    return Number(minutes) * 60 + Number(seconds);
}

export async function stop_recording(person) {
    await press_control(person, 'Stop recording');
    await person.see('button', 'Save');
}

// Saves it and gives the path of the file, once all of it is there.
export async function save(person) {
    const file = await save_download(person);
    await person.see_text(/went to your downloads/i);
    return file;
}

// The files of recordings that this browser keeps for the page.
export function kept_files(person) {
    return person.evaluate(async () => {
        const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('recordings', { create: true });
        const names = [];
        for await (const name of folder.keys()) names.push(name);
        return names;
    });
}

function packets_of(file, kind) {
    const said = execFileSync(find_program(['ffprobe'], 'FFPROBE', 'ffmpeg'), [
        '-v', 'error', '-select_streams', `${kind}:0`, '-show_entries', 'packet=pts_time', '-of', 'csv=p=0', file,
    ], { encoding: 'utf8' });
    return said.split('\n').map(parseFloat).filter((time) => !Number.isNaN(time)).sort((one, other) => one - other);
}

function timing(times) {
    const gaps = times.slice(1).map((time, index) => time - times[index]);
    return { count: times.length, first: times[0], last: times.at(-1), span: times.at(-1) - times[0], gap_max: Math.max(...gaps) };
}

function ffmpeg(...options) {
    return execFileSync(find_program(['ffmpeg'], 'FFMPEG', 'ffmpeg'), ['-hide_banner', ...options], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

// Times in seconds of picture and sound; how many different pictures there are; and how loud it is, in dB under the most.
// `part` of the picture is looked at, as ffmpeg's crop says it.
export function examine(file, part = 'iw:ih:0:0') {
    const looks = ffmpeg('-v', 'error', '-i', file, '-map', '0:v', '-vf', `crop=${part},scale=48:27`, '-f', 'framemd5', '-')
        .split('\n').filter((line) => /^\d/.test(line)).map((line) => line.split(',').at(-1).trim());
    const levels = ffmpeg('-v', 'error', '-i', file, '-map', '0:a', '-af', 'astats=metadata=1:reset=0,ametadata=print:key=lavfi.astats.Overall.RMS_level:file=-', '-f', 'null', '-')
        .split('\n').filter((line) => line.includes('RMS_level')).map((line) => parseFloat(line.split('=').at(-1)));
    return {
        video: timing(packets_of(file, 'v')), audio: timing(packets_of(file, 'a')),
        looks: new Set(looks).size, loudness: levels.at(-1),
    };
}

// The picture of a file at that second, as a PNG for people to look at.
export function still(file, second, png) { ffmpeg('-v', 'error', '-y', '-ss', String(second), '-i', file, '-frames:v', '1', png); }
