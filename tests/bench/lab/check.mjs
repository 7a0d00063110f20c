// What the check of the connection says in eight set-ups that are broken each in its own way, and how soon.

import { execFileSync, spawn } from 'node:child_process';
import { createWriteStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { Devices, start_meeting } from '../../browser/harness/call.mjs';
import { find_program } from '../../browser/harness/programs.mjs';
import { wait_for } from '../../browser/harness/wait.mjs';

const promised_ms = 10_000;
const verdict_patience_ms = 20_000;
const [plain_port, tls_port] = [3478, 5349];
const secret = 'shared with the relay';
// Of a certificate that nobody vouches for, and of a server that is not there.
const forgiven = /ERR_|WebSocket|status of/;

// A relay (coturn) at `place`, which answers STUN too. Its files and its log are in `folder`.
async function start_relay(place, folder) {
    const at = (name) => join(folder, name);
    execFileSync(find_program(['openssl'], 'OPENSSL', 'openssl'), [
        'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1',
        '-subj', `/CN=${place.address}`, '-addext', `subjectAltName=IP:${place.address}`,
        '-keyout', at('relay-key'), '-out', at('relay-certificate'),
    ], { stdio: 'ignore' });
    const settings = {
        'listening-ip': place.address, 'relay-ip': place.address, 'listening-port': plain_port,
        'tls-listening-port': tls_port, 'static-auth-secret': secret, realm: 'parley', cert: at('relay-certificate'),
        pkey: at('relay-key'), userdb: at('relay-users'), pidfile: at('relay-process'), 'log-file': 'stdout',
    };
    const words = ['use-auth-secret', 'fingerprint', 'no-cli', 'no-dtls', 'no-rfc5780', 'no-multicast-peers', 'simple-log'];
    writeFileSync(at('relay-settings'), [...Object.entries(settings).map((entry) => entry.join('=')), ...words].join('\n'));
    const command = place.command(find_program(['turnserver'], 'TURNSERVER', 'coturn'), '-c', at('relay-settings'));
    const child = spawn(...command, { stdio: ['ignore', 'pipe', 'ignore'] });
    child.stdout.pipe(createWriteStream(at('relay.log')));
    const knock = place.command('bash', '-c', `exec 3<>/dev/tcp/${place.address}/${tls_port}`);
    await wait_for('the relay to listen', () => {
        execFileSync(...knock, { stdio: 'ignore' });
        return true;
    });
    return child;
}

// The flags of a server that offers what is at `address`.
function offers(address, with_secret = secret) {
    return [
        '--stun-url', `stun:${address}:${plain_port}`, '--turn-url', `turn:${address}:${plain_port}`,
        '--turn-url', `turn:${address}:${plain_port}?transport=tcp`, '--turn-url', `turns:${address}:${tls_port}`,
        '--turn-secret', with_secret,
    ];
}

// Stands before the server and hangs up on whoever asks for a WebSocket; gives its address.
async function start_upright_proxy(place, origin) {
    const script = fileURLToPath(new URL('./no_upgrades.mjs', import.meta.url));
    const command = place.command(process.execPath, script, place.address, origin);
    const child = spawn(...command, { stdio: ['ignore', 'pipe', 'inherit'] });
    return new Promise((resolve) => { child.stdout.once('data', (data) => resolve(String(data).trim())); });
}

const port_of = (origin) => new URL(origin).port;
const both_devices = { devices: Devices.both };

// Each: what is broken, what the check must say, what the server offers, and how the rest is brought about.
const set_ups = [
    { name: 'WebSockets are blocked', says: /lets this page through, but not its calls/, through_proxy: true },
    { name: 'The server is gone', says: /server can.t be reached/, after_opening: ({ server }) => server.kill() },
    { name: 'UDP is blocked', says: /blocks UDP; calls go through the relay over TCP/, firewall: () => 'pass=no-udp' },
    {
        name: 'Only TLS is open', says: /blocks UDP; calls go through the relay over TLS/,
        firewall: (origin) => `only=tcp/${port_of(origin)},tcp/${tls_port}`,
    },
    { name: 'UDP is blocked and no relay is reached', says: /network blocks calls/, firewall: (origin) => `only=tcp/${port_of(origin)}` },
    { name: 'The relay has another secret', says: /relay turns this server.s calls away/, flags: (address) => offers(address, 'shared with nobody') },
    { name: 'Neither STUN nor TURN is offered', says: /only between people on the same network/, flags: () => [] },
    { name: 'Camera and microphone are denied', says: /(camera|microphone) is blocked/, options: { devices: Devices.denied } },
];

// How long the check took, in ms, until it said what it must.
async function verdict_ms(world, lab, set_up) {
    const [server_place, ann_place] = [lab.place('server'), lab.place('ann')];
    const flags = (set_up.flags ?? offers)(server_place.address);
    const server = await world.server(flags, {}, server_place);
    const origin = set_up.through_proxy ? await start_upright_proxy(server_place, server.origin) : server.origin;
    const browser = await world.browser({ ...both_devices, ...set_up.options, place: ann_place, origin, flags: ['--ignore-certificate-errors'] });
    try {
        await ann_place.treat(set_up.firewall?.(origin) ?? 'pass=all');
        const ann = await world.person(browser, { origin });
        ann.forgive(forgiven);
        await start_meeting(ann, 'Ann');
        await set_up.after_opening?.({ server });
        const started_ms = Date.now();
        await ann.click_button('Check connection');
        const ended = async () => (await ann.find_all('button', 'Check again')).some(({ disabled }) => !disabled);
        await wait_for('the check to end', ended, verdict_patience_ms);
        const taken_ms = Date.now() - started_ms;
        await ann.see_text(set_up.says);
        return taken_ms;
    } finally {
        await browser.close();
        await ann_place.treat('pass=all');
        await server.stop();
    }
}

// One row of the table for each set-up.
export async function measure_check(run_each) {
    const runs = await run_each(async (world, keep, folder) => {
        const lab = await world.lab(['server', 'ann']);
        const relay = await start_relay(lab.place('server'), folder);
        const taken = [];
        for (const set_up of set_ups) {
            taken.push(await verdict_ms(world, lab, set_up).catch((error) => error.message));
            keep(`${set_up.name}: ${taken.at(-1)}`);
        }
        relay.kill('SIGKILL');
        return taken;
    });
    const told = (value) => (typeof value === 'number' ? `${(value / 1000).toFixed(1)} s` : `wrong: ${value}`);
    return set_ups.map(({ name, says }, index) => [
        `${name}: ${says.source.replaceAll('|', ' or ')}`, runs.map((taken) => told(taken[index])).join(', '), `right within ${promised_ms / 1000} s`,
    ]);
}
