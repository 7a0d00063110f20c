#!/usr/bin/env node
// Lays out the page as it is served: every asset under a name that changes with its content, every reference
// rewritten. Files appear under their final names whole, index.html after all that it needs.
//
//   stage_page.mjs --module-js FILE --module-wasm FILE --effects-wasm FILE --web DIR --shaders DIR --parts DIR --out DIR
//     --build NAME [--development]

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
    options: {
        'module-js': { type: 'string' },
        'module-wasm': { type: 'string' },
        'effects-wasm': { type: 'string' },
        web: { type: 'string' },
        shaders: { type: 'string' },
        parts: { type: 'string' },  // what comes from npm
        out: { type: 'string' },
        build: { type: 'string' },
        development: { type: 'boolean', default: false },
    },
});
for (const name of ['module-js', 'module-wasm', 'effects-wasm', 'web', 'shaders', 'parts', 'out', 'build']) {
    if (!options[name]) {
        console.error(`stage_page: --${name} is missing`);
        process.exit(2);
    }
}

// "/style.css" as the sources name it -> "/assets/style.0123abcd.css" as it is served.
const served_as = new Map();
const staged = new Map();

const source = (name) => readFileSync(join(options.web, name), 'utf8');

function add_asset(name, content) {
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 8);
    const extension = extname(name);
    const path = `assets/${basename(name, extension)}.${hash}${extension}`;
    staged.set(path, content);
    served_as.set(`/${name}`, `/${path}`);
    return basename(path);
}

function rewrite(text) {
    return text.replace(/(["'])(\/[\w.-]+)\1/g, (whole, quote, path) => `${quote}${served_as.get(path) ?? path}${quote}`);
}

// Only what no parser is needed for: the server compresses the rest away.
const shrink = options.development ? (text) => text : (text, ...comments) => comments
    .reduce((rest, comment) => rest.replace(comment, ''), text)
    .replace(/^[ \t]+/gm, '').replace(/\n{2,}/g, '\n').trimStart();
const html_comment = /<!--[\s\S]*?-->/g;
const css_comment = /\/\*[\s\S]*?\*\//g;
const line_comment = /^[ \t]*\/\/.*$/gm;

const wasm_name = add_asset('parley.wasm', readFileSync(options['module-wasm']));
const module_source = readFileSync(options['module-js'], 'utf8');
const built_wasm_name = basename(options['module-wasm']);
if (!module_source.includes(built_wasm_name)) {
    console.error(`stage_page: ${options['module-js']} does not name ${built_wasm_name}`);
    process.exit(1);
}
add_asset('parley.js', module_source.replaceAll(built_wasm_name, wasm_name));
add_asset('icon.svg', source('icon.svg'));
add_asset('style.css', shrink(source('style.css'), css_comment));
for (const worker of ['recording_clock.js', 'recording_store.js', 'file_keeper.js'])
    add_asset(worker, shrink(source(worker), line_comment));
add_asset('boot.js', rewrite(shrink(source('boot.js'), line_comment)));

// What is loaded when it is first used: workers, what they need, and what others ask to be told of all this.
const part = (name) => readFileSync(join(options.parts, name));
const shader = (name) => shrink(readFileSync(join(options.shaders, name), 'utf8'), line_comment);
const effect_shaders = readdirSync(options.shaders).filter((name) => name.startsWith('effect'));
add_asset('effects.wasm', readFileSync(options['effects-wasm']));
add_asset('selfie_segmentation.tflite', part('@mediapipe/selfie_segmentation/selfie_segmentation.tflite'));
add_asset('selfie_segmentation_landscape.tflite', part('@mediapipe/selfie_segmentation/selfie_segmentation_landscape.tflite'));
add_asset('effect_shaders.js', `export const shaders = ${JSON.stringify(Object.fromEntries(effect_shaders.map((name) => [name, shader(name)])))};\n`);
for (const name of ['segmenter.js', 'effect_pictures.js', 'effect_renderer.js', 'effect_worker.js', 'noise_worklet.js']) {
    add_asset(name, rewrite(shrink(source(name), line_comment)));
}
add_asset('rnnoise.wasm', part('@sapphi-red/web-noise-suppressor/dist/rnnoise_simd.wasm'));
add_asset('qr_code.js', part('uqr/dist/index.mjs'));
add_asset('notices.txt', source('notices.txt'));

staged.set('manifest.webmanifest', rewrite(source('manifest.webmanifest')));
let index = rewrite(shrink(source('index.html'), html_comment));
const say = (name, content) => { index = index.replace('</head>', `<meta name="${name}" content="${content}">\n</head>`); };
say('parley-build', options.build);
const lazy = { 'effect-worker': 'effect_worker.js', 'noise-worklet': 'noise_worklet.js', 'noise-code': 'rnnoise.wasm', 'qr-code': 'qr_code.js' };
for (const [name, file] of Object.entries(lazy)) {
    say(`parley-asset-${name}`, served_as.get(`/${file}`));
}
if (options.development) say('parley-development', '1');
staged.set('index.html', index);

for (const [path, content] of staged) {
    const target = join(options.out, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(`${target}.new`, content);
    renameSync(`${target}.new`, target);
}

for (const entry of readdirSync(options.out, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const name = path.slice(join(options.out, '/').length);
    if (entry.isFile() && !staged.has(name)) rmSync(path);
}
