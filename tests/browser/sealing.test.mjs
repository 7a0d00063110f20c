import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';

import { ask_page, ask_tool, load_sealing_page, new_run, open_sealing_page, vectors } from './harness/sealing.mjs';
import { wait_for } from './harness/wait.mjs';

const titled = (orders, answers) => Object.fromEntries(orders.map(({ title }, index) => [title, answers[index]]));
const same_for_all = (orders, answer) => titled(orders, orders.map(() => answer));
const day_ms = 24 * 60 * 60 * 1000;

// Streams of every kind in a room, and texts of every size that can be said, up to one that fills a frame.
function streams_of({ key, room }) {
    const [from, to] = ['abcdefghijklmnopqrstuvwxyz', '234567abcdefghijklmnopqrst'];
    const texts = ['', '{}', 'Grüße, 世界 👋', randomBytes(3_000).toString('base64'), 'a=candidate:1 1 udp\r\n'.repeat(1_000), randomBytes(24_000).toString('base64')];
    const each = (kind, receiver, packed) => texts.map((text, index) => ({
        title: `${kind} to ${receiver || 'everyone'}, ${packed}, ${text.length} characters`,
        key, room, kind, from, to: receiver, run: new_run(), counter: String(index * 4_294_967_296 + 1), packed, text,
    }));
    return [...each('presence', '', 'plain'), ...each('message', '', 'plain'), ...each('message', '', 'deflated'), ...each('message', to, 'deflated')];
}

// Writes identities into the page's store as if other tabs had left them behind.
function leave_identities(names_and_times) {
    return new Promise((resolve, reject) => {
        const opening = indexedDB.open('parley', 1);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
            const transaction = opening.result.transaction('identities', 'readwrite');
            for (const [name, used_ms] of names_and_times) transaction.objectStore('identities').put({ used_ms }, name);
            transaction.oncomplete = () => resolve(opening.result.close());
        };
    });
}

function identities_left() {
    return new Promise((resolve, reject) => {
        const opening = indexedDB.open('parley', 1);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
            const request = opening.result.transaction('identities').objectStore('identities').getAllKeys();
            request.onsuccess = () => {
                opening.result.close();
                resolve(request.result);
            };
        };
    });
}

export default {
    'The page finds the rooms of the vectors, opens all of them and seals to the same letters': async (world) => {
        const person = await open_sealing_page(world);
        const { rooms, opened } = vectors;
        assert.deepEqual(await ask_page(person, 'derive', rooms.map(({ key }) => key)), rooms);
        assert.deepEqual(titled(opened, await ask_page(person, 'open', opened)), titled(opened, opened.map(({ text, repeat }) => text.repeat(repeat))));
        const plain = opened.filter(({ packed }) => packed === 'plain');
        assert.deepEqual(titled(plain, await ask_page(person, 'seal', plain)), titled(plain, plain.map(({ sealed }) => sealed)));
    },

    'The page refuses what is flipped, cut off, replayed, of another room, run, key or receiver, or a bomb': async (world) => {
        const person = await open_sealing_page(world);
        const { refused, opened } = vectors;
        // A page has the key of a room or it doesn't; so each key has its turn alone.
        for (const key of new Set(refused.map((vector) => vector.key))) {
            await load_sealing_page(person);
            await ask_page(person, 'derive', [key]);
            const of_key = refused.filter((vector) => vector.key === key);
            assert.deepEqual(titled(of_key, await ask_page(person, 'open', of_key)), same_for_all(of_key, null));
        }
        await ask_page(person, 'derive', [opened[0].key]);
        assert.deepEqual(await ask_page(person, 'open', opened.slice(0, 1)), [opened[0].text], 'and opens what is right');
    },

    'The page seals and opens nothing in a room that it has not entered': async (world) => {
        const person = await open_sealing_page(world);
        assert.deepEqual(await ask_page(person, 'open', vectors.opened.slice(0, 1)), [null]);
        assert.deepEqual(await ask_page(person, 'seal', vectors.opened.slice(0, 1)), [null]);
    },

    'What the page seals a native tool opens, and the other way round': async (world) => {
        const person = await open_sealing_page(world);
        const [room] = await ask_page(person, 'derive', [null]);
        const [known] = await ask_tool([{ do: 'room', key: room.key }]);
        assert.deepEqual(known, { room: room.room, access: room.access });
        const streams = streams_of(room);
        const texts = titled(streams, streams.map(({ text }) => text));

        const by_page = await ask_page(person, 'seal', streams);
        const opened_by_tool = await ask_tool(streams.map((stream, index) => ({ do: 'open', ...stream, sealed: by_page[index] })));
        assert.deepEqual(titled(streams, opened_by_tool.map(({ text }) => text)), texts);

        const by_tool = await ask_tool(streams.map((stream) => ({ do: 'seal', ...stream })));
        const opened_by_page = await ask_page(person, 'open', streams.map((stream, index) => ({ ...stream, ...by_tool[index] })));
        assert.deepEqual(titled(streams, opened_by_page), texts);
    },

    'Deflating makes a description small': async (world) => {
        const person = await open_sealing_page(world);
        const [room] = await ask_page(person, 'derive', [null]);
        const stream = streams_of(room)[0];
        const text = 'a=rtpmap:96 VP8/90000\r\na=rtcp-fb:96 goog-remb\r\n'.repeat(100);
        const [plain, deflated] = await ask_page(person, 'seal', [{ ...stream, text, packed: 'plain' }, { ...stream, text, packed: 'deflated' }]);
        assert.ok(deflated.length < plain.length / 10, `${deflated.length} of ${plain.length}`);
    },

    'More streams than the page keeps keys for are all opened': async (world) => {
        const person = await open_sealing_page(world);
        const [room] = await ask_page(person, 'derive', [null]);
        const streams = Array.from({ length: 300 }, () => ({ ...streams_of(room)[2], run: new_run() }));
        const sealed = await ask_page(person, 'seal', streams);
        const opened = await ask_page(person, 'open', streams.map((stream, index) => ({ ...stream, sealed: sealed[index] })));
        assert.deepEqual(opened, streams.map(({ text }) => text));
    },

    'The page believes who is genuine and nobody who borrowed a part of it': async (world) => {
        const person = await open_sealing_page(world);
        const { genuine, forged } = vectors;
        assert.deepEqual(titled(genuine, await ask_page(person, 'verify', genuine)), same_for_all(genuine, true));
        assert.deepEqual(titled(forged, await ask_page(person, 'verify', forged)), same_for_all(forged, false));
    },

    'The page proves who it is and which certificate it calls with': async (world) => {
        const person = await open_sealing_page(world);
        const run = new_run();
        const { offer, ...claim } = await person.evaluate(async (of_run) => {
            const { certificate, ...prepared } = await window.sealing.prepare(of_run);
            const connection = new RTCPeerConnection({ certificates: [certificate] });
            connection.createDataChannel('any');
            const { sdp } = await connection.createOffer();
            connection.close();
            return { ...prepared, offer: sdp };
        }, run);
        assert.ok(offer.includes(`a=fingerprint:${claim.identity.certificate_fingerprint}\r\n`), offer);
        assert.deepEqual(await ask_tool([{ do: 'verify', run, ...claim }]), [{ genuine: true }]);
        assert.deepEqual(await ask_page(person, 'verify', [{ run, ...claim }, { ...claim, run: new_run() }]), [true, false]);
    },

    'A browser whose certificates say no fingerprint is asked for it in an offer': async (world) => {
        const before_scripts = ['Object.assign(window, { asked: RTCCertificate.prototype.getFingerprints }); delete RTCCertificate.prototype.getFingerprints;'];
        const person = await open_sealing_page(world, { before_scripts });
        const same = await person.evaluate(async (run) => {
            const { identity, certificate } = await window.sealing.prepare(run);
            const [{ algorithm, value }] = window.asked.call(certificate);
            return [identity.certificate_fingerprint, `${algorithm} ${value.toUpperCase()}`];
        }, new_run());
        assert.equal(same[0], same[1]);
    },

    'A tab stays who it is through a reload, with a new certificate': async (world) => {
        const person = await open_sealing_page(world);
        const prepare = async () => (await ask_page(person, 'prepare', [new_run()]))[0];
        const before = await prepare();
        await load_sealing_page(person);
        const after = await prepare();
        assert.equal(after.peer, before.peer);
        assert.equal(after.identity.sign, before.identity.sign);
        assert.notEqual(after.identity.certificate_fingerprint, before.identity.certificate_fingerprint);
    },

    'Identities that no tab has used for long are forgotten': async (world) => {
        const person = await open_sealing_page(world);
        await ask_page(person, 'prepare', [new_run()]);
        const [own] = await person.evaluate(identities_left);
        await person.evaluate(() => new Promise((resolve) => {
            navigator.locks.request('parley identity old but held', () => new Promise(() => resolve()));
        }));
        const now_ms = Date.now();
        await person.evaluate(leave_identities, [['old', now_ms - 20 * day_ms], ['old but held', now_ms - 20 * day_ms], ['recent', now_ms - day_ms]]);
        // Only the first tab of this identity holds its lock, so the second one is somebody else and looks around.
        const other = await person.page.browserContext().newPage();
        await other.goto(person.origin);
        await other.waitForFunction(() => window.sealing !== undefined);
        await other.evaluate((run) => window.sealing.prepare(run).then(() => {}), new_run());
        await wait_for('the old identity to go', async () => !(await person.evaluate(identities_left)).includes('old'));
        const left = await person.evaluate(identities_left);
        assert.ok(left.includes(own));
        assert.deepEqual(left.filter((name) => name.includes('old') || name === 'recent').sort(), ['old but held', 'recent']);
    },
};
