import assert from 'node:assert/strict';

import { Devices, enter_call, see_each_other, start_meeting, two_in_a_call } from './harness/call.mjs';
import { everything_at, nowhere_address, offering, open_nowhere, own_address } from './harness/relay.mjs';
import { wait_for } from './harness/wait.mjs';

export const deadline_ms = 150_000;

const verdict_deadline_ms = 15_000;
const promised_ms = 10_000;
const other_secret = 'shared with nobody';
// What a page that can't reach its server says to its console.
const unreachable = /api\/services|ERR_CONNECTION_REFUSED|WebSocket connection/;

// Runs a check from where the person is, and gives what came of each step once it has ended.
async function check(person) {
    await person.click_button('Check connection');
    return outcome(person);
}

// What came of each step of the check that is going on, by its name.
async function outcome(person) {
    const ended = async () => (await person.find_all('button', 'Check again')).some(({ disabled }) => !disabled);
    await wait_for('the check to end', ended, verdict_deadline_ms);
    const read = () => [...document.querySelectorAll('[aria-label="What was checked"] > *')]
        .map((step) => [step.getAttribute('aria-label') ?? step.textContent, step.getAttribute('aria-description')]);
    return Object.fromEntries(await person.evaluate(read));
}

const everywhere = everything_at(own_address);
const lost = nowhere_address;
// What a server offers, what a network makes of it, and what a check says then.
const networks = [
    { flags: offering(everywhere), says: /everything works/i, all_work: true },
    { flags: offering({ stun: own_address }), says: /calls work with most people, but not from every network/i },
    { flags: offering(everywhere, other_secret), says: /the relay turns this server.s calls away/i },
    { flags: offering({ stun: own_address, udp: lost, tcp: lost, tls: lost }), says: /the relay does not answer/i },
    { flags: offering({ ...everywhere, stun: lost, udp: lost }), says: /blocks UDP; calls go through the relay over TCP/ },
    { flags: offering({ stun: lost, udp: lost, tcp: lost, tls: own_address }), says: /blocks UDP; calls go through the relay over TLS/ },
    { flags: offering({ stun: lost, udp: lost, tcp: lost, tls: lost }), says: /your network blocks calls/i },
    { flags: offering({ stun: lost }), says: /your network blocks calls/i },
];

// How long after the press of `Check connection` the page showed what it found, by the page's own clock.
async function verdict_ms(person) {
    await person.click_button('Check connection');
    return person.evaluate(() => new Promise((resolve) => {
        const look = () => {
            const again = [...document.querySelectorAll('button')]
                .find((button) => [button.textContent, button.getAttribute('aria-label')].includes('Check again'));
            if (again?.disabled === false) resolve(performance.timeOrigin + performance.now() - window.probes.last_release_ms);
            else setTimeout(look, 20);
        };
        look();
    }));
}

async function someone(world, { server, browser_options, ...options } = {}) {
    const browser = await world.browser(browser_options);
    return world.person(browser, server ?? await world.server(), options);
}

export default {
    'Without STUN and a relay a check says that calls work on one network only': async (world) => {
        const ann = await someone(world);
        await start_meeting(ann, 'Ann');
        const steps = await check(ann);
        await ann.see_text(/calls work only between people on the same network/i);
        for (const name of ['Server', 'Signalling (WebSocket)', 'Microphone', 'Camera', 'Speaker']) {
            assert.equal(steps[name], 'Works', name);
        }
        for (const name of ['Direct connection (STUN)', 'Relay over UDP', 'Relay over TCP', 'Relay over TLS']) {
            assert.equal(steps[name], 'Not offered', name);
        }
    },

    'With the server gone a check from any page says that it cannot be reached': async (world) => {
        const server = await world.server();
        const ann = await someone(world, { server });
        await start_meeting(ann, 'Ann');
        ann.forgive(unreachable);
        await server.kill();
        const steps = await check(ann);
        await ann.see_text(/the server can.t be reached/i);
        assert.equal(steps.Server, 'Failed');
        assert.equal(steps['Signalling (WebSocket)'], 'Failed');
        assert.notEqual(steps['Relay over UDP'], 'Failed', 'nobody could look');
        await server.start_again();
        await ann.click_button('Check again');
        assert.equal((await outcome(ann)).Server, 'Works');
    },

    'Where only WebSockets are blocked a check says so': async (world) => {
        const proxy = await world.proxy(await world.server());
        proxy.refuse(/^GET \/signal /);
        const ann = await someone(world, { server: proxy });
        ann.forgive(unreachable);
        await start_meeting(ann, 'Ann');
        const steps = await check(ann);
        await ann.see_text(/blocks WebSockets/);
        assert.equal(steps.Server, 'Works');
        assert.equal(steps['Signalling (WebSocket)'], 'Failed');
    },

    'A check tells what works behind each kind of network, within ten seconds': async (world) => {
        open_nowhere();
        await world.relay();
        // The relay's certificate is known to nobody.
        const browser = await world.browser({ flags: ['--ignore-certificate-errors'], origin: `http://${own_address}` });
        let longest_ms = 0;
        for (const { flags, says, all_work } of networks) {
            const ann = await world.person(browser, await world.server(flags));
            await start_meeting(ann, 'Ann');
            longest_ms = Math.max(longest_ms, await verdict_ms(ann));
            const steps = await outcome(ann);
            await ann.see_text(says).catch((error) => assert.fail(`${error.message}: ${JSON.stringify(steps)}`));
            if (all_work) assert.deepEqual(new Set(Object.values(steps)), new Set(['Works']));
            await ann.page.close();
        }
        world.note(`longest of ${networks.length} verdicts ${Math.round(longest_ms)} ms`);
        assert.ok(longest_ms <= promised_ms, `a verdict took ${longest_ms} ms`);
    },

    'A check says that camera and microphone are denied': async (world) => {
        const ann = await someone(world, { browser_options: { devices: Devices.denied } });
        await start_meeting(ann, 'Ann');
        const steps = await check(ann);
        assert.equal(steps.Camera, 'Failed');
        assert.equal(steps.Microphone, 'Failed');
        await ann.see_text(/your camera is blocked/i);
    },

    'A check in the middle of a call leaves the call alone': async (world) => {
        const { ann, ben } = await two_in_a_call(world);
        const { of_ben, of_ann } = await see_each_other(ann, ben);
        await ann.click_button('Settings');
        await check(ann);
        await Promise.all([ann.sees_moving_picture(of_ben), ben.sees_moving_picture(of_ann)]);
        await ann.press_key('Escape');
        await ann.see('button', 'Leave call');
        assert.deepEqual((await ben.people()).sort(), ['Ann', 'Ben (you)']);
    },

    'The report of a check names no one and no address': async (world) => {
        const ann = await someone(world);
        const link = await start_meeting(ann, 'Ann Lovelace');
        const allowed = ['clipboard-read', 'clipboard-write', 'clipboard-sanitized-write'];
        await ann.page.browserContext().overridePermissions(new URL(link).origin, allowed);
        await check(ann);
        await ann.click_button('Copy report');
        await ann.see_text(/report copied/i);
        const report = await ann.evaluate(() => navigator.clipboard.readText());
        assert.match(report, /Relay over UDP: Not offered/);
        assert.doesNotMatch(report, /Lovelace|\d+\.\d+\.\d+|[0-9a-z]{4}-[0-9a-z]{4}/);
    },

    'A browser without any sound device says that there is no speaker': async (world) => {
        // Stands still for ever, as a browser's clock of sound does that has nothing to play on.
        const silent = `
            const devices = navigator.mediaDevices;
            const list = devices.enumerateDevices.bind(devices);
            devices.enumerateDevices = async () => (await list()).filter(({ kind }) => kind !== 'audiooutput');
            const start = OscillatorNode.prototype.start;
            OscillatorNode.prototype.start = function () { this.context.suspend(); start.call(this); };`;
        const ann = await someone(world, { before_scripts: [silent] });
        await start_meeting(ann, 'Ann');
        assert.equal((await check(ann)).Speaker, 'Failed');
        await ann.see_text(/no speaker was found/i);
    },

    'A check is closed in its middle and the call begins': async (world) => {
        const ann = await someone(world);
        await start_meeting(ann, 'Ann');
        await ann.click_button('Check connection');
        await ann.press_key('Escape');
        await ann.see_no('button', 'Check again');
        await enter_call(ann, 'Ann');
    },
};
