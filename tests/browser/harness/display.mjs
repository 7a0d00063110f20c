// A virtual screen for a browser that has to be seen.

import { spawn } from 'node:child_process';

import { find_program } from './programs.mjs';

// Gives the name of the new screen. It ends with the namespaces that the test runs in, and listens on an abstract
// socket only, so that nothing of it is left in a folder that others share.
export async function start_display() {
    const program = find_program(['Xvfb'], 'XVFB', 'xvfb');
    const flags = ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolock', '-nolisten', 'tcp', '-nolisten', 'unix'];
    const screen = spawn(program, flags, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    return new Promise((resolve, reject) => {
        screen.once('error', reject);
        screen.once('exit', (status) => reject(new Error(`${program} ended with status ${status}`)));
        screen.stdio[3].once('data', (number) => resolve(`:${String(number).trim()}`));
    });
}
