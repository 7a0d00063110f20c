// What the fake cameras and microphones play. Made once into the build folder, then only read.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { artifacts_folder } from './paths.mjs';
import { Texture, test_card } from './test_card.mjs';

const recipe = ['./media.mjs', './test_card.mjs'].map((name) => readFileSync(fileURLToPath(new URL(name, import.meta.url))));
const version = createHash('sha256').update(Buffer.concat(recipe)).digest('hex').slice(0, 12);
const folder = join(artifacts_folder, `media-${version}`);

const sentences = [
    'The quick brown fox jumps over the lazy dog, while seven zebras watch from a green hill.',
    'Please bring the yellow folder to the meeting room, and close the window before it rains.',
    'Nobody expected the old train to arrive early, yet there it stood, shining in the sun.',
];

export function media_file(name) {
    return join(folder, name);
}

export async function make_media() {
    if (existsSync(folder)) return;
    const work = `${folder}.tmp.${process.pid}`;
    rmSync(work, { recursive: true, force: true });
    mkdirSync(work, { recursive: true });
    // The small one is for calls of many, each of whose pictures is encoded and decoded again and again.
    await write_card(join(work, 'card-160x90.y4m'), 160, 90, 15);
    await write_card(join(work, 'card-320x180.y4m'), 320, 180, 30);
    await write_card(join(work, 'card-640x360.y4m'), 640, 360, 30);
    make_sounds(work);
    renameSync(work, folder);
}

// What a camera of today gives. Two hundred megabytes, so it is made only for what asks for it.
export async function make_large_card() {
    await make_media();
    const name = 'rough-1280x720.y4m';
    const work = media_file(`${name}.tmp.${process.pid}`);
    if (!existsSync(media_file(name))) {
        await write_card(work, 1280, 720, 30, Texture.rough);
        renameSync(work, media_file(name));
    }
    return name;
}

async function write_card(path, width, height, frames_per_second, texture) {
    const file = await open(path, 'w');
    for (const part of test_card(width, height, frames_per_second, texture)) await file.write(part);
    await file.close();
}

// speech: sentences with pauses between them. chatter: three voices at once, so that there is hardly a pause to
// mistake for silence. silence: a microphone that hears nothing.
function make_sounds(work) {
    const at = (name) => join(work, name);
    const voices = ['en-gb+m3', 'en-us+f2', 'en-gb+m7'];
    const clean = ['-r', '48000', '-c', '1', '-b', '16'];
    sentences.forEach((sentence, index) => {
        execFileSync('espeak-ng', ['-v', voices[0], '-s', '155', '-w', at(`said-${index}.wav`), sentence]);
        execFileSync('espeak-ng', ['-v', voices[index], '-s', '190', '-w', at(`voice-${index}.wav`), sentences.join(' ')]);
        execFileSync('sox', ['-D', at(`said-${index}.wav`), ...clean, at(`part-${index}.wav`), 'pad', '0', '0.7']);
    });
    execFileSync('sox', ['-D', ...sentences.map((_, index) => at(`part-${index}.wav`)), at('speech.wav'), 'gain', '-n', '-3']);
    execFileSync('sox', [
        '-D', '-m', ...sentences.map((_, index) => at(`voice-${index}.wav`)), ...clean, at('chatter.wav'),
        'trim', '0', '10', 'gain', '-n', '-3',
    ]);
    execFileSync('sox', ['-D', '-n', ...clean, at('silence.wav'), 'trim', '0', '10']);
}
