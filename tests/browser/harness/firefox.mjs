// Firefox without its headless mode, which has no WebGL: on a virtual screen of its own.

import { spawn } from 'node:child_process';

import puppeteer from 'puppeteer-core';

import { find_program } from './programs.mjs';

// Its own fake camera and microphone, no questions asked, and addresses that need no multicast DNS.
const preferences = {
    'media.navigator.streams.fake': true,
    'media.navigator.permission.disabled': true,
    'media.autoplay.default': 0,
    'media.autoplay.blocking_policy': 0,
    'media.peerconnection.ice.obfuscate_host_addresses': false,
};

// Gives the name of the new screen. It ends with the namespaces that the test runs in, and listens on an abstract
// socket only, so that nothing of it is left in a folder that others share.
async function start_screen() {
    const program = find_program(['Xvfb'], 'XVFB', 'xvfb');
    const flags = ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolock', '-nolisten', 'tcp', '-nolisten', 'unix'];
    const screen = spawn(program, flags, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    return new Promise((resolve, reject) => {
        screen.once('error', reject);
        screen.once('exit', (status) => reject(new Error(`${program} ended with status ${status}`)));
        screen.stdio[3].once('data', (number) => resolve(`:${String(number).trim()}`));
    });
}

export function firefox_path() {
    return find_program(['firefox-esr', 'firefox'], 'FIREFOX', 'firefox-esr');
}

export async function launch_firefox({ profile_folder }) {
    return puppeteer.launch({
        browser: 'firefox',
        executablePath: firefox_path(),
        userDataDir: profile_folder,
        headless: false,
        env: { ...process.env, DISPLAY: await start_screen() },
        extraPrefsFirefox: preferences,
    });
}
