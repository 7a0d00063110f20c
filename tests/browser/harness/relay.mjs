// A relay (coturn) on the test's own network, as people run one.

import { execFileSync, spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';

import { find_program } from './programs.mjs';
import { wait_for } from './wait.mjs';

// See namespace.sh.
const address = '10.77.0.1';
const [plain_port, tls_port] = [3478, 5349];

function settings(folder, secret) {
    const lines = {
        'listening-ip': address, 'relay-ip': address, 'listening-port': plain_port, 'tls-listening-port': tls_port,
        'static-auth-secret': secret, realm: 'parley', cert: join(folder, 'certificate'), pkey: join(folder, 'key'),
        userdb: join(folder, 'users'), pidfile: join(folder, 'process'), 'log-file': 'stdout',
    };
    const words = ['use-auth-secret', 'fingerprint', 'no-cli', 'no-dtls', 'no-rfc5780', 'no-multicast-peers', 'simple-log'];
    return [...Object.entries(lines).map(([name, value]) => `${name}=${value}`), ...words].join('\n');
}

function make_certificate(folder) {
    execFileSync(find_program(['openssl'], 'OPENSSL', 'openssl'), [
        'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1',
        '-subj', `/CN=${address}`, '-addext', `subjectAltName=IP:${address}`,
        '-keyout', join(folder, 'key'), '-out', join(folder, 'certificate'),
    ], { stdio: 'ignore' });
}

function accepts_connections(port) {
    return new Promise((resolve) => {
        const socket = connect(port, address, () => {
            socket.destroy();
            resolve(true);
        });
        socket.on('error', () => resolve(false));
    });
}

export class Relay {
    #child;
    secret = 'shared with the relay';
    urls = {
        udp: `turn:${address}:${plain_port}`,
        tcp: `turn:${address}:${plain_port}?transport=tcp`,
        tls: `turns:${address}:${tls_port}`,
    };
    // Its own authority.
    certificate;

    // `folder` is the test's; its log goes to `log_file`.
    static async start(folder, log_file) {
        const program = find_program(['turnserver'], 'TURNSERVER', 'coturn');
        const relay = new Relay();
        const own_folder = mkdtempSync(join(folder, 'relay-'));
        relay.certificate = join(own_folder, 'certificate');
        make_certificate(own_folder);
        writeFileSync(join(own_folder, 'settings'), settings(own_folder, relay.secret));
        relay.#child = spawn(program, ['-c', join(own_folder, 'settings')], { stdio: ['ignore', 'pipe', 'pipe'] });
        for (const output of [relay.#child.stdout, relay.#child.stderr]) output.pipe(createWriteStream(log_file, { flags: 'a' }));
        await wait_for('the relay to listen', () => accepts_connections(tls_port));
        return relay;
    }

    stop() { this.#child.kill('SIGKILL'); }
}
