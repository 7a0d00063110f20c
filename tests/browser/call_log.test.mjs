import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { enter_call, join_by_link, see_each_other, start_meeting } from './harness/call.mjs';
import { reads, write } from './harness/chat.mjs';
import { build_folder } from './harness/paths.mjs';
import { wait_for } from './harness/wait.mjs';

// Presses `Save call log` and gives the path of the file that the browser saves.
async function save_call_log(person) {
    const folder = mkdtempSync(join(tmpdir(), 'downloads-'));
    const session = await person.page.createCDPSession();
    await session.send('Page.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    await person.click_button('Settings');
    // It lies below what a small window shows of the settings; the focus brings it up.
    await person.tab_to('Save call log');
    await person.press_key('Enter');
    const saved = () => readdirSync(folder).find((name) => name.endsWith('.jsonl'));
    return join(folder, await wait_for('the saved file', async () => saved()));
}

function replay(file) {
    const { status, stdout, stderr } = spawnSync(join(build_folder, 'native', 'replay_call_log'), ['--summary', file], { encoding: 'utf8' });
    return { status, words: stdout + stderr };
}

export default {
    'The log of a call of two is replayed to the same outputs, and holds no name, no word, no key and no address': async (world) => {
        const server = await world.server();
        const browser = await world.browser({ video: 'card-160x90.y4m', sound: 'silence.wav' });
        const [ann, ben] = [await world.person(browser, server), await world.person(browser, server)];
        const link = await start_meeting(ann, 'Zebediah');
        await enter_call(ann, 'Zebediah');
        await join_by_link(ben, link, 'Cornelius');
        await see_each_other(ann, ben);
        await write(ben, 'The treasure is under the oak');
        await reads(ann, 'Cornelius', 'The treasure is under the oak');
        await write(ann, 'And the map is in the attic');
        await reads(ben, 'Zebediah', 'And the map is in the attic');

        const file = await save_call_log(ann);
        const { status, words } = replay(file);
        assert.match(words, /replayed \d+ inputs of build .+: the same outputs/);
        assert.equal(status, 0, words);

        const log = readFileSync(file, 'utf8');
        const [, room, key] = /\/r\/([^#]+)#(.+)$/.exec(link);
        const { host } = new URL(link);
        for (const secret of ['Zebediah', 'Cornelius', 'treasure', 'attic', room, key, host, '.local']) {
            for (const spelled of [secret, Buffer.from(secret).toString('hex')]) {
                assert.equal(log.toLowerCase().includes(spelled.toLowerCase()), false, `the log holds ${spelled}`);
            }
        }
        assert.doesNotMatch(log, /\d+\.\d+\.\d+\.\d+/, 'the log holds an address');
        world.note(`${log.length} bytes in ${log.split('\n').length - 1} lines`);
    },
};
