// A real relay (coturn), which also tells addresses as STUN does, on the test's own network.

import { execFileSync, spawn } from 'node:child_process';
import { openSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';

import { find_program } from './programs.mjs';
import { wait_for } from './wait.mjs';

const start_deadline_ms = 10_000;
const port = 3478;
const tls_port = 5349;

// The test's own machine as others see it, and a place where whatever is sent is lost without an answer.
export const own_address = '10.77.0.1';
export const nowhere_address = '10.77.0.99';

// After this, what is sent to nowhere leaves and is not heard of again, as behind a wall that drops it.
export function open_nowhere() {
    execFileSync('ip', ['neighbour', 'replace', nowhere_address, 'lladdr', '02:00:00:00:00:99', 'dev', 'call0']);
}

export const stun_url = (address) => `stun:${address}:${port}`;
export const relay_urls = {
    udp: (address) => `turn:${address}:${port}`,
    tcp: (address) => `turn:${address}:${port}?transport=tcp`,
    tls: (address) => `turns:${address}:${tls_port}?transport=tcp`,
};

function is_open(port_number) {
    return new Promise((resolve) => {
        const socket = connect(port_number, own_address);
        socket.once('connect', () => {
            socket.destroy();
            resolve(true);
        });
        socket.once('error', () => resolve(false));
    });
}

function make_certificate(certificate, key) {
    const name = ['-subj', `/CN=${own_address}`, '-addext', `subjectAltName=IP:${own_address}`];
    const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1'];
    execFileSync('openssl', ['req', '-x509', ...kind, ...name, '-keyout', key, '-out', certificate], { stdio: 'ignore' });
}

export class Relay {
    #process;

    // Its files go to `folder`, its log to `log_file`; who knows `secret` can make credentials for it. Its certificate
    // is its own authority.
    static async start(folder, log_file, secret) {
        const [certificate, key] = ['relay-certificate', 'relay-key'].map((name) => join(folder, name));
        make_certificate(certificate, key);
        const settings = join(folder, 'relay-settings');
        writeFileSync(settings, [
            `listening-ip=${own_address}`, `relay-ip=${own_address}`, `listening-port=${port}`, `tls-listening-port=${tls_port}`,
            'use-auth-secret', `static-auth-secret=${secret}`, 'realm=parley', 'fingerprint', 'no-cli', 'no-rfc5780',
            `cert=${certificate}`, `pkey=${key}`, `userdb=${join(folder, 'relay-users')}`,
            `pidfile=${join(folder, 'relay-process')}`, 'log-file=stdout', 'simple-log',
        ].join('\n'));
        const relay = new Relay();
        const log = openSync(log_file, 'w');
        relay.#process = spawn(find_program(['turnserver'], 'TURNSERVER', 'coturn'), ['-c', settings], { stdio: ['ignore', log, log] });
        await wait_for('the relay to listen', () => is_open(tls_port), start_deadline_ms);
        return relay;
    }

    stop() { this.#process.kill('SIGKILL'); }
}
