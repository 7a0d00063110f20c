// A real relay (coturn) as people run one, which also tells addresses as STUN does.

import { execFileSync, spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { find_program } from './programs.mjs';
import { wait_for } from './wait.mjs';

const plain_port = 3478;
export const relay_tls_port = 5349;

// The test's own machine as others see it (see namespace.sh), and a place where whatever is sent is lost without an
// answer.
export const own_address = '10.77.0.1';
export const nowhere_address = '10.77.0.99';
const own_place = { address: own_address, command: (program, ...parameters) => [program, parameters] };

export const relay_secret = 'shared with the relay';
export const relay_urls = {
    stun: (address) => `stun:${address}:${plain_port}`,
    udp: (address) => `turn:${address}:${plain_port}`,
    tcp: (address) => `turn:${address}:${plain_port}?transport=tcp`,
    tls: (address) => `turns:${address}:${relay_tls_port}`,
};

// Flags of a server that offers what is at the address given for each kind; kinds without one are not offered.
export function offering({ stun, ...relays }, secret = relay_secret) {
    const offered = Object.entries(relays).filter(([, address]) => address);
    return [
        ...(stun ? ['--stun-url', relay_urls.stun(stun)] : []),
        ...offered.flatMap(([kind, address]) => ['--turn-url', relay_urls[kind](address)]),
        ...(offered.length > 0 ? ['--turn-secret', secret] : []),
    ];
}

export const everything_at = (address) => ({ stun: address, udp: address, tcp: address, tls: address });

// After this, what is sent to nowhere leaves and is not heard of again, as behind a wall that drops it.
export function open_nowhere() {
    execFileSync('ip', ['neighbour', 'replace', nowhere_address, 'lladdr', '02:00:00:00:00:99', 'dev', 'call0']);
}

function settings(at, address) {
    const lines = {
        'listening-ip': address, 'relay-ip': address, 'listening-port': plain_port, 'tls-listening-port': relay_tls_port,
        'static-auth-secret': relay_secret, realm: 'parley', cert: at('certificate'), pkey: at('key'),
        userdb: at('users'), pidfile: at('process'), 'log-file': 'stdout',
    };
    const words = ['use-auth-secret', 'fingerprint', 'no-cli', 'no-dtls', 'no-rfc5780', 'no-multicast-peers', 'simple-log'];
    return [...Object.entries(lines).map((line) => line.join('=')), ...words].join('\n');
}

function make_certificate(at, address) {
    execFileSync(find_program(['openssl'], 'OPENSSL', 'openssl'), [
        'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1',
        '-subj', `/CN=${address}`, '-addext', `subjectAltName=IP:${address}`,
        '-keyout', at('key'), '-out', at('certificate'),
    ], { stdio: 'ignore' });
}

export class Relay {
    #child;
    // Its own authority.
    certificate;

    // Its files go to a folder in `folder`, its log to `log_file`; it runs at `place`, by default with the test itself.
    static async start(folder, log_file, place = own_place) {
        const relay = new Relay();
        const own_folder = mkdtempSync(join(folder, 'relay-'));
        const at = (name) => join(own_folder, name);
        relay.certificate = at('certificate');
        make_certificate(at, place.address);
        writeFileSync(at('settings'), settings(at, place.address));
        const program = find_program(['turnserver'], 'TURNSERVER', 'coturn');
        relay.#child = spawn(...place.command(program, '-c', at('settings')), { stdio: ['ignore', 'pipe', 'pipe'] });
        for (const output of [relay.#child.stdout, relay.#child.stderr]) output.pipe(createWriteStream(log_file, { flags: 'a' }));
        const knock = place.command('bash', '-c', `exec 3<>/dev/tcp/${place.address}/${relay_tls_port}`);
        await wait_for('the relay to listen', () => {
            execFileSync(...knock, { stdio: 'ignore' });
            return true;
        });
        return relay;
    }

    stop() { this.#child.kill('SIGKILL'); }
}
