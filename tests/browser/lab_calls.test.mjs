import assert from 'node:assert/strict';

import { enter_call, open_link, see_each_other, start_meeting } from './harness/call.mjs';
import { reads, write } from './harness/chat.mjs';
import { call_in_lab } from './harness/lab_call.mjs';
import { longest_still_ms, watch_pictures } from './harness/picture_watch.mjs';
import { pause, wait_for } from './harness/wait.mjs';

const short_cut_ms = 5_000;
// What is left in a buffer may be shown at its beginning.
const still_at_least_ms = 3_000;
// A browser notices by itself that nothing arrives, and it takes its time.
const notice_ms = 30_000;
const new_address = 77;
// Longer than a look at the page takes, and there and back less than an attempt to reach the server lasts.
const slow_answers = 'out delay_ms=700';

// How often a connection was made and offered so far, by either.
async function attempts(people) {
    const of_each = await Promise.all(people.map(async (person) => ({
        connections: await person.evaluate(() => window.probes.connections.length), offers: await person.offers_made(),
    })));
    return JSON.stringify(of_each);
}

// The addresses from which `person` sends to others now.
async function sends_from(person) {
    return (await person.statistics()).flatMap(({ report }) => report
        .filter(({ type, state, nominated }) => type === 'candidate-pair' && state === 'succeeded' && nominated)
        .map((pair) => report.find(({ id }) => id === pair.localCandidateId).address));
}

async function says_reconnecting(person, name) {
    return (await person.words_of(name)).includes('Reconnecting');
}

// Where the tiles of `names` lie.
function rectangles(person, names) {
    return Promise.all(names.map(async (name) => person.rectangle_of(await person.see('group', name))));
}

// Runs in the page before its own scripts: notes what its WebSockets came to.
const note_sockets = `
    window.probes.sockets = { opened: 0, joined: 0 };
    window.WebSocket = class extends window.WebSocket {
        constructor(...settings) {
            super(...settings);
            this.addEventListener('open', () => { window.probes.sockets.opened++; });
            this.addEventListener('message', ({ data }) => {
                if (JSON.parse(data).type === 'joined') window.probes.sockets.joined++;
            });
        }
    };`;

// Ann in the call and Ben about to join it.
async function one_in_a_call(world, { server, browser, ben_browser }) {
    const ann = await world.person(browser, server);
    const ben = await world.person(ben_browser, server, { before_scripts: [note_sockets] });
    const link = await start_meeting(ann, 'Ann');
    await enter_call(ann, 'Ann');
    await open_link(ben, link, 'Ben');
    return { server, ann, ben };
}

export default {
    'Over a network that loses 5 % and takes 100 ms people see each other and chat arrives': async (world) => {
        const bad_line = (lab) => lab.place('ann').treat('delay_ms=50 loss_percent=5');
        const { ann, ben } = await call_in_lab(world, { prepare: bad_line });
        await see_each_other(ann, ben);
        await write(ann, 'Can you read this?');
        await reads(ben, 'Ann', 'Can you read this?');
        await write(ben, 'Every word.');
        await reads(ann, 'Ben', 'Every word.');
    },

    'A cut of five seconds heals without a new connection': async (world) => {
        const { ann, ben, ben_place } = await call_in_lab(world);
        const { of_ann, of_ben } = await see_each_other(ann, ben);
        const before = await attempts([ann, ben]);
        await watch_pictures([ann, ben]);
        await ben_place.cut();
        await pause(short_cut_ms);
        await ben_place.mend();
        await Promise.all([ann.sees_moving_picture(of_ben), ben.sees_moving_picture(of_ann)]);
        assert.equal(await attempts([ann, ben]), before);
        assert.ok(await longest_still_ms([ann]) > still_at_least_ms, 'the pictures went on through the cut');
    },

    'While the line is cut the tile says so and keeps its picture, and nothing jumps': async (world) => {
        const { ann, ben, ben_place } = await call_in_lab(world);
        const { of_ben } = await see_each_other(ann, ben);
        const names = ['Ann (you)', 'Ben'];
        const before = await rectangles(ann, names);
        await ben_place.cut();
        await wait_for('"Reconnecting"', () => says_reconnecting(ann, 'Ben'), notice_ms);
        assert.deepEqual(await rectangles(ann, names), before);
        assert.notEqual(await ann.frame_number(of_ben), null, 'the last picture is gone');
        await ben_place.mend();
        await wait_for('"Reconnecting" to pass', async () => !(await says_reconnecting(ann, 'Ben')), notice_ms);
        await see_each_other(ann, ben);
        assert.deepEqual(await rectangles(ann, names), before);
    },

    'Whoever gets another address is seen and heard again': async (world) => {
        const { ann, ben, ben_place } = await call_in_lab(world);
        const { of_ann, of_ben } = await see_each_other(ann, ben);
        ben_place.take_address(new_address);
        await wait_for('a path from the new address', async () => (await sends_from(ben)).includes(ben_place.address), notice_ms);
        await Promise.all([ann.sees_moving_picture(of_ben), ben.sees_moving_picture(of_ann)]);
    },

    'A server that is killed in the middle of a join lets it complete when it is back': async (world) => {
        const { server, ann, ben, server_place } = await call_in_lab(world, { enter: one_in_a_call });
        await server_place.treat(slow_answers);
        await ben.click_button('Join');
        await wait_for('the socket to be open', () => ben.evaluate(() => window.probes.sockets.opened > 0));
        await server_place.cut();
        await server.kill();
        assert.equal(await ben.evaluate(() => window.probes.sockets.joined), 0, 'the join was through already');
        await server.start_again();
        await server_place.treat('cut=0 delay_ms=0');
        await Promise.all([ben.sees_person('Ann'), ann.sees_person('Ben')]);
        await see_each_other(ann, ben);
    },
};
