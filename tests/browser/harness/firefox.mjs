// Firefox without its headless mode, which has no WebGL: on a virtual screen of its own.

import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import puppeteer from 'puppeteer-core';

import { start_display } from './display.mjs';
import { find_program } from './programs.mjs';

// Every Firefox of a test saves here; a test has a temporary folder of its own.
export const firefox_downloads = join(tmpdir(), 'firefox-downloads');

// Its own fake camera and microphone, no questions asked, addresses that need no multicast DNS, and downloads
// without a dialog.
const preferences = {
    'media.navigator.streams.fake': true,
    'media.navigator.permission.disabled': true,
    'media.autoplay.default': 0,
    'media.autoplay.blocking_policy': 0,
    'media.peerconnection.ice.obfuscate_host_addresses': false,
    'browser.download.folderList': 2,
    'browser.download.dir': firefox_downloads,
    'browser.download.useDownloadDir': true,
    'browser.download.always_ask_before_handling_new_types': false,
    'browser.download.alwaysOpenPanel': false,
};

export function firefox_path() {
    return find_program(['firefox-esr', 'firefox'], 'FIREFOX', 'firefox-esr');
}

export async function launch_firefox({ profile_folder }) {
    mkdirSync(firefox_downloads, { recursive: true });
    return puppeteer.launch({
        browser: 'firefox',
        executablePath: firefox_path(),
        userDataDir: profile_folder,
        headless: false,
        env: { ...process.env, DISPLAY: await start_display() },
        extraPrefsFirefox: preferences,
    });
}
