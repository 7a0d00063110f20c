import assert from 'node:assert/strict';

import { enter_call, open_link, see_each_other, sees_exactly, small_browser, start_meeting } from './harness/call.mjs';
import { reads, write } from './harness/chat.mjs';
import { is_in } from './harness/traces.mjs';
import { wait_for } from './harness/wait.mjs';

const ann_name = 'Annabelle Quartermain';
const ben_name = 'Benedikt Öresund';
const ann_text = 'The safe stands behind the third painting';
const ben_text = 'Its number is écarlate-seven-four';

// A whole call through `proxy`: in, seen, muted, chatted and out. Gives its link.
async function have_a_whole_call(world, proxy) {
    const browser = await small_browser(world);
    const [ann, ben] = [await world.person(browser, proxy), await world.person(browser, proxy)];
    const link = await start_meeting(ann, ann_name);
    await enter_call(ann, ann_name);
    await open_link(ben, link, ben_name);
    await enter_call(ben, ben_name);
    await see_each_other(ann, ben);
    await ann.click_button('Mute microphone');
    await wait_for('Ann to be marked as muted', async () => /microphone off/i.test(await ben.words_of(ann_name)));
    await write(ann, ann_text);
    await reads(ben, ann_name, ann_text);
    await write(ben, ben_text);
    await reads(ann, ben_name, ben_text);
    await ben.click_button('Leave call');
    await sees_exactly(ann, ann_name, [ann_name]);
    await ann.click_button('Leave call');
    await ann.see('button', 'Rejoin');
    return link;
}

export default {
    'The server is told no name, no chat, no address and no key in a whole call': async (world) => {
        const proxy = await world.proxy(await world.server());
        const link = await have_a_whole_call(world, proxy);
        const key_text = new URL(link).hash.slice(1);
        const { up, down } = proxy.signals();

        // What must be there shows that all was seen.
        assert.ok(is_in(up, '"type":"join"') && is_in(up, '"type":"send"') && is_in(down, '"type":"joined"'));
        const room = new URL(link).pathname.split('/').at(-1);
        assert.ok(is_in(up, room), 'the proxy did not see the room');

        const secrets = { key_text, key: Buffer.from(key_text, 'base64url'), ann_name, ben_name, ann_text, ben_text };
        for (const [what, secret] of Object.entries(secrets)) {
            assert.equal(is_in([...up, ...down, ...proxy.everything()], secret), false, `the server was shown ${what}`);
        }
        for (const word of ['candidate:', 'fingerprint', 'ice-ufrag', 'IP4 10.77']) {
            assert.equal(is_in([...up, ...down], word), false, `the server was shown "${word}"`);
        }
    },
};
