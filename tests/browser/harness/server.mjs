import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { build_folder } from './paths.mjs';

// scripts/run looks first whether everything is built.
const start_deadline_ms = 30_000;

function built_server() { return process.env.PARLEY_SERVER ?? join(build_folder, 'native', 'parley-server'); }

// The server that was built, on a port of its choice, which it keeps when it is started again.
export class Server {
    #log_file;
    #options;
    #environment;
    #place;
    #program;
    #child;
    #ended;
    origin;

    // Its log goes to `log_file`; `options` are more of its flags, `environment` more variables; `place` is one of the
    // lab's, if it runs there; `program` is what starts it, if not the server itself.
    static async start(log_file, options = [], environment = {}, place = undefined, program = built_server()) {
        const server = new Server();
        server.#log_file = log_file;
        server.#options = options;
        server.#environment = environment;
        server.#place = place;
        server.#program = program;
        await server.#run(`${place?.address ?? '127.0.0.1'}:0`);
        return server;
    }

    // Only after stop or kill.
    start_again() { return this.#run(new URL(this.origin).host); }

    // Asks it to end, and gives how it did.
    stop() { return this.#end('SIGTERM'); }

    // Ends it in the middle of whatever it does.
    kill() { return this.#end('SIGKILL'); }

    // Everything that it has said on its error output.
    log() { return existsSync(this.#log_file) ? readFileSync(this.#log_file, 'utf8') : ''; }

    #end(signal) {
        this.#child.kill(signal);
        return this.#ended;
    }

    async #run(address) {
        const program = this.#program;
        const flags = ['--listen', address, ...this.#options];
        const command = this.#place?.command(program, ...flags) ?? [program, flags];
        const child = spawn(...command, {
            stdio: ['ignore', 'pipe', 'pipe'],
            env: { ...process.env, ...this.#environment },
        });
        this.#child = child;
        child.stderr.pipe(createWriteStream(this.#log_file, { flags: 'a' }));
        this.#ended = new Promise((resolve) => {
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
        const outcome = await Promise.race([ready, this.#ended, late]);
        if (typeof outcome === 'string') {
            child.kill('SIGKILL');
            throw new Error(`the server ${program} did not start: ${outcome} (see ${this.#log_file})`);
        }
        this.origin = outcome.origin;
    }
}
