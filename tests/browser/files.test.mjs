import assert from 'node:assert/strict';
import { basename } from 'node:path';

import { join_by_link, small_browser, two_in_a_call } from './harness/call.mjs';
import { open_chat, reads, write } from './harness/chat.mjs';
import { save } from './harness/downloads.mjs';
import { attach, bring, hash_of, make_file, says } from './harness/files.mjs';
import { call_in_lab } from './harness/lab_call.mjs';
import { wait_for } from './harness/wait.mjs';

export const deadline_ms = 120_000;

// Two by two points in four colours.
const picture = 'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFElEQVR4nGP4z8DAAMIM////ZwAAHu8E/KPItPcAAAAASUVORK5CYII=';
const picture_of_chat = () => {
    const image = document.querySelector('#layer img');
    return Boolean(image && image.complete && image.naturalWidth > 0);
};

export default {
    'A file reaches everybody with the same bytes, and is saved under its name': async (world) => {
        const { server, browser, ann, ben, link } = await two_in_a_call(world, { browser: await small_browser(world) });
        const cleo = await world.person(browser, server);
        await join_by_link(cleo, link, 'Cleo');
        await ann.sees_person('Cleo');
        const path = make_file('minutes.bin', 3_000_000);
        await attach(ann, path);
        await says(ann, 'minutes.bin', /2 of 2 have it/);
        for (const person of [ben, cleo]) {
            await says(person, 'minutes.bin', /2\.9 MB/);
            const saved = await save(person);
            assert.equal(basename(saved), 'minutes.bin');
            await wait_for('the saved bytes to be those that were sent', async () => hash_of(saved) === hash_of(path));
            await says(person, 'minutes.bin', /saved/);
        }
    },

    'A large file waits until it is wanted; it is declined, accepted, and taken back': async (world) => {
        const { ann, ben } = await two_in_a_call(world, { browser: await small_browser(world) });
        await attach(ann, make_file('film.bin', 12_000_000));
        await open_chat(ben);
        await ben.click_button('Decline');
        await says(ann, 'film.bin', /Declined/);
        await attach(ann, make_file('again.bin', 12_000_000));
        await ben.see('button', 'Accept');
        await ann.click_button('Cancel');
        await says(ben, 'again.bin', /taken back/);
        const path = make_file('third.bin', 12_000_000);
        await attach(ann, path);
        await ben.click_button('Accept');
        await says(ann, 'third.bin', /delivered/, 30_000);
        assert.equal(hash_of(await save(ben)), hash_of(path));
    },

    'A file that is dropped on the page goes to the others': async (world) => {
        const { ann, ben } = await two_in_a_call(world, { browser: await small_browser(world) });
        const address = await ann.address();
        await bring(ann, 'drop', [{ name: 'note.txt', type: 'text/plain', base64: Buffer.from('dropped').toString('base64') }]);
        await says(ann, 'note.txt', /delivered/);
        await says(ben, 'note.txt', /7 B/);
        assert.equal(await ann.address(), address, 'the page was left');
    },

    'A file comes although what keeps it could not be loaded at first': async (world) => {
        const fail_once = `{
            const Plain = window.Worker;
            window.keepers = 0;
            window.Worker = class extends Plain {
                constructor(address, ...more) {
                    const keeps = /file_keeper/.test(address);
                    super(keeps && window.keepers++ === 0 ? '/assets/nothing.js' : address, ...more);
                }
            };
        }`;
        const { ann, ben } = await two_in_a_call(world, {
            browser: await small_browser(world), person_options: { before_scripts: [fail_once] },
        });
        for (const person of [ann, ben]) person.forgive(/nothing\.js|status of 404/);
        const path = make_file('late.bin', 100_000);
        await attach(ben, path);
        await says(ben, 'late.bin', /delivered/, 20_000);
        assert.equal(await ann.evaluate(() => window.keepers), 2);
        await open_chat(ann);
        assert.equal(hash_of(await save(ann)), hash_of(path));
    },

    'A picture that is pasted is shown to both': async (world) => {
        const { ann, ben } = await two_in_a_call(world, { browser: await small_browser(world) });
        await bring(ann, 'paste', [{ name: 'image.png', type: 'image/png', base64: picture }]);
        await says(ann, 'image.png', /delivered/);
        await says(ben, 'image.png', /close this page/);
        for (const person of [ann, ben]) {
            await person.see('image', 'image.png');
            await wait_for('the picture', () => person.evaluate(picture_of_chat));
        }
    },

    'A file goes on where it was after the line was cut': async (world) => {
        const { ann, ben, ann_place } = await call_in_lab(world);
        await ann_place.treat('out rate_kbit_per_s=6000 queue_bytes=60000');
        const path = make_file('long.bin', 6_000_000);
        await attach(ann, path);
        await says(ben, 'long.bin', /[1-9]\d? % of/, 30_000);
        await ann_place.cut();
        await wait_for('the path to be noticed to be gone', async () => (await ann.words_of('Ben')).includes('Reconnecting'), 40_000);
        await ann_place.mend();
        await says(ann, 'long.bin', /delivered/, 60_000);
        const saved = await save(ben);
        await wait_for('the saved bytes to be those that were sent', async () => hash_of(saved) === hash_of(path));
        // Talk is not held up by what is left of it.
        await write(ann, 'There it is');
        await reads(ben, 'Ann', 'There it is');
    },
};
