import { fileURLToPath } from 'node:url';

import puppeteer from 'puppeteer-core';

import { media_file } from './media.mjs';
import { find_program } from './programs.mjs';

// Quiet: nothing of the browser's own goes out, and no window has to be in front to be painted.
const quiet_flags = [
    '--no-sandbox',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-default-apps',
    '--disable-extensions',
    '--disable-backgrounding-occluded-windows',
    '--disable-renderer-backgrounding',
    '--mute-audio',
];
// How the page's canvas is drawn without a graphics card; a browser with a window must be told more.
const headless_flags = ['--disable-gpu'];
const window_flags = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'];
// With the address of a test's own network (see namespace.sh), where its relay is.
const known_hosts = ['localhost', 'localhost.', '127.0.0.1', '10.77.0.1'];

// What a person's computer has and allows.
export const Devices = {
    both: 'both',
    several: 'several',
    no_camera: 'no_camera',
    none: 'none',
    denied: 'denied',
    // The same as both, but only camera and microphone are given without a question.
    accepted: 'accepted',
};

// Whether sound may start by itself, or the browser's real rule about gestures holds.
export const Autoplay = { allowed: 'allowed', after_gesture: 'after_gesture' };

export function chromium_path() {
    return find_program(['chromium', 'chromium-browser', 'google-chrome'], 'CHROMIUM', 'chromium');
}

function device_flags(devices, video, sound) {
    const files = [
        `--use-file-for-fake-video-capture=${media_file(video)}`,
        `--use-file-for-fake-audio-capture=${media_file(sound)}`,
    ];
    switch (devices) {
        case Devices.both:
            return ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', ...files];
        case Devices.several:
            return ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream=device-count=4', files[1]];
        case Devices.accepted:
            return ['--auto-accept-camera-and-microphone-capture', '--use-fake-device-for-media-stream', ...files];
        case Devices.no_camera:
            return ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream=device-count=0', files[1]];
        case Devices.none:
            return ['--use-fake-ui-for-media-stream'];
        case Devices.denied:
            return ['--deny-permission-prompts', '--use-fake-device-for-media-stream', ...files];
        default:
            throw new Error(`no such devices: ${devices}`);
    }
}

// What lets a page of `origin`, which is elsewhere, be treated as if it had come over TLS.
function host_flags(origin) {
    const hosts = origin ? [...known_hosts, new URL(origin).hostname] : known_hosts;
    const rules = ['MAP * ~NOTFOUND', ...hosts.map((host) => `EXCLUDE ${host}`)].join(' , ');
    const trust = origin ? [`--unsafely-treat-insecure-origin-as-secure=${origin}`] : [];
    return [`--host-resolver-rules=${rules}`, ...trust];
}

// `display` is the screen that it is to be seen on, if on any; `place` is one of the lab's, where the pages of `origin` can be reached. `video` and `sound` name files of media.mjs that the fake camera and microphone play.
export function launch_chromium({
    profile_folder,
    devices = Devices.both,
    autoplay = Autoplay.allowed,
    video = 'card-320x180.y4m',
    sound = 'speech.wav',
    flags = [],
    place,
    origin,
    display,
} = {}) {
    const autoplay_flags = autoplay === Autoplay.allowed ? ['--autoplay-policy=no-user-gesture-required'] : [];
    const program = chromium_path();
    const there = place && { ...process.env, ...place.environment, PARLEY_PROGRAM: program };
    return puppeteer.launch({
        executablePath: place ? fileURLToPath(new URL('./in_namespace.sh', import.meta.url)) : program,
        env: there ?? (display ? { ...process.env, DISPLAY: display } : process.env),
        userDataDir: profile_folder,
        pipe: true,
        headless: !display,
        args: [...quiet_flags, ...(display ? window_flags : headless_flags), ...host_flags(origin), ...autoplay_flags, ...device_flags(devices, video, sound), ...flags],
    });
}
