// A page with nothing but the product's sealing in it, and the native tool that does the same with OpenSSL and zlib.

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { build_folder } from './paths.mjs';
import { wait_for } from './wait.mjs';

export const vectors = JSON.parse(readFileSync(fileURLToPath(new URL('../../sealing/sealing_vectors.json', import.meta.url)), 'utf8'));

export const new_run = () => randomBytes(16).toString('base64url');

// Somebody whose page has `window.sealing` (tests/sealing/page); the product's own policy holds there.
export async function open_sealing_page(world, options) {
    const server = await world.server(['--assets', join(build_folder, 'wasm', 'sealing_page')]);
    const person = await world.person(await world.browser(), server, options);
    await load_sealing_page(person);
    return person;
}

export async function load_sealing_page(person) {
    await person.open('/');
    await wait_for('the sealing page', () => person.evaluate(() => window.sealing !== undefined));
}

// Calls a function of `window.sealing` once for each order, one after the other.
export function ask_page(person, name, orders) {
    return person.evaluate(async (task, all) => {
        const answers = [];
        for (const order of all) answers.push(await window.sealing[task](order));
        return answers;
    }, name, orders);
}

// Gives the native tool's answers to `orders`.
export async function ask_tool(orders) {
    const child = spawn(join(build_folder, 'native', 'tools', 'sealing_tool'), { stdio: ['pipe', 'pipe', 'inherit'] });
    const answers = [];
    createInterface({ input: child.stdout }).on('line', (line) => answers.push(JSON.parse(line)));
    const ended = new Promise((resolve, reject) => {
        child.once('error', reject);
        child.once('close', resolve);
    });
    child.stdin.end(orders.map((order) => `${JSON.stringify(order)}\n`).join(''));
    const status = await ended;
    if (status !== 0) throw new Error(`the sealing tool ended with ${status}`);
    return answers;
}
