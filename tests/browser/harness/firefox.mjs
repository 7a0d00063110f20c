// Firefox without its headless mode, which has no WebGL: on a virtual screen of its own.

import puppeteer from 'puppeteer-core';

import { start_display } from './display.mjs';
import { find_program } from './programs.mjs';

// Its own fake camera and microphone, no questions asked, and addresses that need no multicast DNS.
const preferences = {
    'media.navigator.streams.fake': true,
    'media.navigator.permission.disabled': true,
    'media.autoplay.default': 0,
    'media.autoplay.blocking_policy': 0,
    'media.peerconnection.ice.obfuscate_host_addresses': false,
};

export function firefox_path() {
    return find_program(['firefox-esr', 'firefox'], 'FIREFOX', 'firefox-esr');
}

export async function launch_firefox({ profile_folder }) {
    return puppeteer.launch({
        browser: 'firefox',
        executablePath: firefox_path(),
        userDataDir: profile_folder,
        headless: false,
        env: { ...process.env, DISPLAY: await start_display() },
        extraPrefsFirefox: preferences,
    });
}
