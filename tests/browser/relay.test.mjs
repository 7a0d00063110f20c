import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { join } from 'node:path';

import { enter_call, open_link, see_each_other, start_meeting } from './harness/call.mjs';
import { may_lose_the_server } from './harness/outage.mjs';
import { repository_folder } from './harness/paths.mjs';
import { offering, own_address, relay_urls } from './harness/relay.mjs';
import { wait_for } from './harness/wait.mjs';

export const deadline_ms = 120_000;

const scripts_run = join(repository_folder, 'scripts', 'run');
// Three connections are tried one after the other before a page gives up on a pair.
const failure_patience_ms = 90_000;

// Runs in the page before its own scripts: no path but a relay is looked for, as on a network that blocks all others.
const relays_only = `{
    const through_relays = (settings) => ({ ...settings, iceTransportPolicy: 'relay' });
    window.RTCPeerConnection = class RTCPeerConnection extends window.RTCPeerConnection {
        constructor(settings) { super(through_relays(settings)); }
        setConfiguration(settings) { super.setConfiguration(through_relays(settings)); }
    };
}`;

// The server that offers `relay` over one protocol; the relay's secret may be another than the server believes.
function server_with(world, relay, protocol, secret) {
    // The authority that the server trusts, when it tries the relay out.
    return world.server(offering({ [protocol]: own_address }, secret), { SSL_CERT_FILE: relay.certificate });
}

// Ann and Ben, who have nothing but the relay, and have both pressed Join.
async function two_behind_relays(world, server, flags = []) {
    const browser = await world.browser({ flags });
    const ann = await world.person(browser, server, { before_scripts: [relays_only] });
    const ben = await world.person(browser, server, { before_scripts: [relays_only] });
    const link = await start_meeting(ann, 'Ann');
    await enter_call(ann, 'Ann');
    await open_link(ben, link, 'Ben');
    await enter_call(ben, 'Ben');
    return { ann, ben };
}

// The pairs of candidates that carry what a person sends and receives.
async function used_pairs(person) {
    return (await person.statistics()).flatMap(({ report }) => {
        const by_id = Object.fromEntries(report.map((entry) => [entry.id, entry]));
        return report
            .filter(({ type, selectedCandidatePairId }) => type === 'transport' && selectedCandidatePairId)
            .map(({ selectedCandidatePairId }) => by_id[selectedCandidatePairId])
            .map((pair) => ({ local: by_id[pair.localCandidateId], remote: by_id[pair.remoteCandidateId] }));
    });
}

async function is_relayed(person, protocol) {
    const pairs = await wait_for('a connection with a path', async () => {
        const pairs = await used_pairs(person);
        return pairs.length > 0 && pairs;
    });
    for (const { local, remote } of pairs) {
        assert.equal(local.candidateType, 'relay');
        assert.equal(local.relayProtocol, protocol);
        assert.equal(remote.candidateType, 'relay');
    }
}

async function readiness(server) {
    const response = await fetch(`${server.origin}/readyz`);
    assert.equal(response.status, 200);
    return response.json();
}

// A listener that is on its way down may still take a connection, which then breaks off.
function refuses(port, host) {
    return new Promise((resolve) => {
        const socket = connect(port, host);
        socket.once('connect', () => {
            socket.destroy();
            resolve(false);
        });
        socket.on('error', ({ code }) => resolve(code === 'ECONNREFUSED'));
    });
}

function calls_over(protocol, flags = []) {
    return async (world) => {
        const relay = await world.relay();
        const server = await server_with(world, relay, protocol);
        const { ann, ben } = await two_behind_relays(world, server, flags);
        await see_each_other(ann, ben);
        await Promise.all([is_relayed(ann, protocol), is_relayed(ben, protocol)]);
        assert.deepEqual(await readiness(server), {
            ready: true, relays_work: true, relays: [{ url: relay_urls[protocol](own_address), state: 'works' }],
        });
    };
}

export default {
    'Two who reach only a relay see each other through it over UDP': calls_over('udp'),
    'Two who reach only a relay see each other through it over TCP': calls_over('tcp'),
    'Two who reach only a relay see each other through it over TLS': calls_over('tls', ['--ignore-certificate-errors']),

    'The relay that scripts/run --turn starts carries a call and ends with the server': async (world) => {
        const server = await world.server(['--turn'], {}, undefined, scripts_run);
        const { ann, ben } = await two_behind_relays(world, server);
        await see_each_other(ann, ben);
        await Promise.all([is_relayed(ann, 'udp'), is_relayed(ben, 'udp')]);
        const { relays } = await readiness(server);
        assert.deepEqual(relays.map(({ state }) => state), ['works', 'works']);
        may_lose_the_server([ann, ben]);
        assert.equal(await server.stop(), 'it ended with status 0');
        const [, host, port] = /^turn:(.+):(\d+)/.exec(relays[0].url);
        await wait_for('the relay to be gone', () => refuses(Number(port), host));
    },

    'A relay that knows another secret is said to connect nobody, on the page, in the log and to whoever watches': async (world) => {
        const relay = await world.relay();
        const server = await server_with(world, relay, 'udp', 'not shared with the relay');
        const { ann, ben } = await two_behind_relays(world, server);
        const told = (person, name) => wait_for(`the tile of ${name} to say that it cannot connect`,
            async () => /could not connect|can't connect/i.test(await person.words_of(name)), failure_patience_ms);
        await Promise.all([told(ann, 'Ben'), told(ben, 'Ann')]);
        const finding = 'refuses our credentials';
        await wait_for('the log to say so', () => server.log().includes(`${relay_urls.udp(own_address)} ${finding}`));
        assert.deepEqual(await readiness(server), {
            ready: true, relays_work: false, relays: [{ url: relay_urls.udp(own_address), state: finding }],
        });
    },
};
