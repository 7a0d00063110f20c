// What is done to the camera's pictures, away from the page: it takes them as they come, in a hidden tab too. It
// decides nothing: which effect, when to begin and when to give up are the page's (wasm/core).
import { Renderer } from '/effect_renderer.js';
import { load_segmenter } from '/segmenter.js';

const report_every_ms = 1_000;
const frame_ms = 33;           // where the camera's own pictures can't be had as they come
const looks_at_light_every = 10;  // pictures

let renderer = null;
let segmenter = null;
let shown = null;  // the effect as it is drawn; nothing before it is complete
let wanted = 0;    // counts wishes: what was prepared for an earlier one is not shown
let portrait = false;
let pictures = 0;
let started = false;
const measured = { since_ms: performance.now(), pictures: 0, busy_ms: 0 };

const say = (kind, more = {}, transfer = []) => postMessage({ kind, ...more }, transfer);
const troubles = ['unsupported', 'not-loaded', 'broken', 'no-picture'];
const fail = (trouble) => say('failed', { trouble: troubles.includes(trouble) ? trouble : 'broken' });

async function prepare({ backdrop, light, picture }) {
    const wish = ++wanted;
    renderer ??= new Renderer();
    const finds = backdrop !== 'plain';
    if (!segmenter || (finds && !segmenter.has_model)) {
        const model = portrait ? '/selfie_segmentation.tflite' : '/selfie_segmentation_landscape.tflite';
        segmenter = await load_segmenter(finds ? model : null);
    }
    const own = backdrop === 'picture' ? await read_picture(picture) : null;
    if (wish === wanted) shown = { backdrop, light, picture: own };
}

// Out of base64: what the page's policy lets nobody fetch.
async function read_picture(text) {
    try {
        const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
        return await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
    } catch {
        throw 'no-picture';
    }
}

// Whether there is something to be seen on the canvas.
function draw(frame, width, height) {
    if (!shown || width === 0 || height === 0) return false;
    if (renderer.lost) throw 'broken';
    const began_ms = performance.now();
    const { backdrop, light, picture } = shown;
    renderer.take(frame, width, height);
    const finds = backdrop !== 'plain';
    const looks = light && pictures++ % looks_at_light_every === 0;
    if (finds || looks) renderer.read_small(segmenter);
    if (looks) segmenter.look_at_light();
    if (finds) {
        segmenter.find_person();
        renderer.take_mask(segmenter);
    }
    renderer.show(backdrop, picture, light ? segmenter.gamma() : 1, light ? segmenter.gain() : [1, 1, 1]);
    measure(performance.now() - began_ms);
    return true;
}

function measure(busy_ms) {
    measured.pictures += 1;
    measured.busy_ms += busy_ms;
    const now_ms = performance.now();
    if (now_ms - measured.since_ms < report_every_ms) return;
    say('measured', { frame_ms: measured.busy_ms / measured.pictures });
    Object.assign(measured, { since_ms: now_ms, pictures: 0, busy_ms: 0 });
}

function say_started() {
    if (started) return;
    started = true;
    say('started');
}

// As they come (MediaStreamTrackProcessor and Generator).
async function follow(readable, writable) {
    const reader = readable.getReader();
    const writer = writable.getWriter();
    for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
        const { timestamp, displayWidth, displayHeight } = value;
        let drawn = false;
        try {
            drawn = draw(value, displayWidth, displayHeight);
        } finally {
            value.close();
        }
        if (!drawn) continue;
        await writer.write(new VideoFrame(renderer.canvas, { timestamp }));
        say_started();
    }
}

// Where they can't be had so: the page is asked for one at a time. A worker's timer goes on in a hidden tab.
function ask() {
    let asked_ms = 0;
    setInterval(() => {
        if (performance.now() - asked_ms < report_every_ms && asked_ms > 0) return;
        asked_ms = performance.now();
        say('ask');
    }, frame_ms);
    return (bitmap) => {
        asked_ms = 0;
        if (!bitmap) return;
        const drawn = draw(bitmap, bitmap.width, bitmap.height);
        bitmap.close();
        if (!drawn) return;
        const picture = renderer.canvas.transferToImageBitmap();
        say('picture', { picture }, [picture]);
        say_started();
    };
}

let take_bitmap = null;
const actions = {
    start(message) {
        portrait = message.portrait;
        if (message.readable) follow(message.readable, message.writable).catch(fail);
        else take_bitmap = ask();
        prepare(message.effect).catch(fail);
    },
    change(message) { prepare(message.effect).catch(fail); },
    frame(message) { take_bitmap(message.bitmap); },
};

onmessage = ({ data }) => {
    try {
        actions[data.kind](data);
    } catch (trouble) {
        fail(trouble);
    }
};
