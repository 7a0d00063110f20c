#!/usr/bin/env node
// Serves the development build and keeps it up to date: sources that change are rebuilt, open pages reload
// themselves into the same call, and a changed server is started again.
//
//   watch.mjs BUILD_FOLDER [SERVER FLAGS...]

import { spawn } from 'node:child_process';
import { statSync, watch } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [build, ...flags] = process.argv.slice(2);
const program = join(build, 'native', 'parley-server');
const settle_ms = 150; // an editor writes several files at once

const page_folders = ['wasm', 'web', 'shaders', 'native-server/protocol'];
const server_folders = ['native-server'];

let server = null;
let address = null;

function start_server() {
    // Started again it must come back where the open pages look for it.
    const listen = address ? ['--listen', address] : [];
    server = spawn(program, [...flags, ...listen, '--assets', join(build, 'wasm-debug', 'page')], {
        stdio: ['ignore', 'pipe', 'inherit'],
    });
    server.stdout.on('data', (text) => {
        process.stdout.write(text);
        address ??= /https?:\/\/([^/\s]+)/.exec(text)?.[1];
    });
    const started = server;
    server.on('exit', (code) => started === server && process.exit(code ?? 1));
}

function restart_server() {
    const old = server;
    server = null;
    old.once('exit', start_server);
    old.kill('SIGTERM');
}

const run_build = (what) =>
    new Promise((resolve) => {
        spawn(join(root, 'scripts', 'build'), [what], { stdio: 'inherit' }).on('exit', (code) => resolve(code === 0));
    });

const changed_at = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

const waiting = new Set();
let building = false;
let settle = null;

async function rebuild() {
    if (building) return;
    building = true;
    while (waiting.size > 0) {
        const whats = [...waiting];
        waiting.clear();
        const before = changed_at(program);
        for (const what of whats) await run_build(what);
        if (changed_at(program) !== before) restart_server();
    }
    building = false;
}

function follow(folder, what) {
    watch(join(root, folder), { recursive: true }, () => {
        waiting.add(what);
        clearTimeout(settle);
        settle = setTimeout(rebuild, settle_ms);
    });
}

page_folders.forEach((folder) => follow(folder, 'development'));
server_folders.forEach((folder) => follow(folder, 'program'));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server?.kill(signal));
start_server();
