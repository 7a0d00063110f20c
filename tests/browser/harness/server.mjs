import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { build_folder } from './paths.mjs';

const start_deadline_ms = 10_000;

// Starts the server that was built on a port of its choice; gives its origin and how to stop it. Its log goes to
// `log_file`. `options` are more of its flags.
export async function start_server(log_file, options = []) {
    const program = process.env.PARLEY_SERVER ?? join(build_folder, 'native', 'parley-server');
    const child = spawn(program, ['--listen', '127.0.0.1:0', ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stderr.pipe(createWriteStream(log_file));
    const ended = new Promise((resolve) => {
        child.once('exit', (status, signal) => resolve(`it ended with ${signal ?? `status ${status}`}`));
        child.once('error', (error) => resolve(error.message));
    });
    const ready = new Promise((resolve) => {
        createInterface({ input: child.stdout }).on('line', (line) => {
            const match = /^Parley is ready at (http:\/\/\S+?)\/?$/.exec(line);
            if (match) resolve({ origin: match[1] });
        });
    });
    const late = new Promise((resolve) => {
        setTimeout(() => resolve(`it said nothing for ${start_deadline_ms} ms`), start_deadline_ms).unref();
    });
    const outcome = await Promise.race([ready, ended, late]);
    if (typeof outcome === 'string') {
        child.kill('SIGKILL');
        throw new Error(`the server ${program} did not start: ${outcome} (see ${log_file})`);
    }
    return {
        origin: outcome.origin,
        async stop() {
            child.kill('SIGTERM');
            await ended;
        },
    };
}
