// What the check of the connection says in eight set-ups that are broken each in its own way, and how soon.

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { Devices, start_meeting } from '../../browser/harness/call.mjs';
import { everything_at, offering, relay_tls_port } from '../../browser/harness/relay.mjs';
import { wait_for } from '../../browser/harness/wait.mjs';

const promised_ms = 10_000;
const verdict_patience_ms = 20_000;
// Of a certificate that nobody vouches for, and of a server that is not there.
const forgiven = /ERR_|WebSocket|status of/;

// Stands before the server and hangs up on whoever asks for a WebSocket; gives its address.
async function start_upright_proxy(place, origin) {
    const script = fileURLToPath(new URL('./no_upgrades.mjs', import.meta.url));
    const command = place.command(process.execPath, script, place.address, origin);
    const child = spawn(...command, { stdio: ['ignore', 'pipe', 'inherit'] });
    return new Promise((resolve) => { child.stdout.once('data', (data) => resolve(String(data).trim())); });
}

const port_of = (origin) => new URL(origin).port;
const offers = (address, secret) => offering(everything_at(address), secret);
const both_devices = { devices: Devices.both };

// Each: what is broken, what the check must say, what the server offers, and how the rest is brought about.
const set_ups = [
    { name: 'WebSockets are blocked', says: /lets this page through, but not its calls/, through_proxy: true },
    { name: 'The server is gone', says: /server can.t be reached/, after_opening: ({ server }) => server.kill() },
    { name: 'UDP is blocked', says: /blocks UDP; calls go through the relay over TCP/, firewall: () => 'pass=no-udp' },
    {
        name: 'Only TLS is open', says: /blocks UDP; calls go through the relay over TLS/,
        firewall: (origin) => `only=tcp/${port_of(origin)},tcp/${relay_tls_port}`,
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
    const runs = await run_each(async (world, keep) => {
        const lab = await world.lab(['server', 'ann']);
        await world.relay(lab.place('server'));
        const taken = [];
        for (const set_up of set_ups) {
            taken.push(await verdict_ms(world, lab, set_up).catch((error) => error.message));
            keep(`${set_up.name}: ${taken.at(-1)}`);
        }
        return taken;
    });
    const told = (value) => (typeof value === 'number' ? `${(value / 1000).toFixed(1)} s` : `wrong: ${value}`);
    return set_ups.map(({ name, says }, index) => [
        `${name}: ${says.source.replaceAll('|', ' or ')}`, runs.map((taken) => told(taken[index])).join(', '), `right within ${promised_ms / 1000} s`,
    ]);
}
