import assert from 'node:assert/strict';

import { enter_call, join_by_link, see_each_other, start_meeting, two_in_a_call } from './harness/call.mjs';
import { offering, own_address } from './harness/relay.mjs';
import { is_on, turn } from './harness/switches.mjs';
import { wait_for } from './harness/wait.mjs';

export const deadline_ms = 90_000;

const hide = 'Hide my network address';
const flags = offering({ udp: own_address });

// The types of the own candidates that the open connections go by.
async function own_paths(person) {
    const all = await person.statistics();
    return all.filter(({ state }) => state === 'connected').map(({ report }) => {
        const by_id = new Map(report.map((one) => [one.id, one]));
        const transport = report.find(({ type }) => type === 'transport');
        return by_id.get(by_id.get(transport?.selectedCandidatePairId)?.localCandidateId)?.candidateType;
    });
}

async function goes_directly(person) {
    const paths = await own_paths(person);
    return paths.length === 1 && !paths.includes('relay');
}

export default {
    'The wish to hide one\'s address outlives a reload': async (world) => {
        await world.relay();
        const ann = await world.person(await world.browser(), await world.server(flags));
        await start_meeting(ann, 'Ann');
        await turn(ann, hide);
        await ann.page.reload();
        await ann.click_button('Settings');
        assert.ok(await is_on(ann, hide));
    },

    'The wish that a page of before this one kept is heeded, until another is made': async (world) => {
        await world.relay();
        const before_scripts = ["if (location.host) localStorage.setItem('parley.paths', 'relay');"];
        const ann = await world.person(await world.browser(), await world.server(flags), { before_scripts });
        await start_meeting(ann, 'Ann');
        await ann.click_button('Settings');
        assert.ok(await is_on(ann, hide));
        await ann.press_key('Escape');
        await turn(ann, hide);
        await ann.page.reload();
        await ann.click_button('Settings');
        assert.equal(await is_on(ann, hide), false);
    },

    'Who hides their address before a call goes through the relay, and both see each other': async (world) => {
        await world.relay();
        const server = await world.server(flags);
        const browser = await world.browser();
        const ann = await world.person(browser, server);
        const ben = await world.person(browser, server);
        const link = await start_meeting(ann, 'Ann');
        await turn(ann, hide);
        await enter_call(ann, 'Ann');
        await join_by_link(ben, link, 'Ben');
        await see_each_other(ann, ben);
        assert.deepEqual(await own_paths(ann), ['relay']);
    },

    'Who hides their address in the middle of a call is reached through the relay alone, and directly again': async (world) => {
        await world.relay();
        const { ann, ben } = await two_in_a_call(world, { server: await world.server(flags) });
        await see_each_other(ann, ben);
        await wait_for('a direct path', () => goes_directly(ann));
        await turn(ann, hide);
        await wait_for('the relay', async () => `${await own_paths(ann)}` === 'relay');
        await see_each_other(ann, ben);
        await turn(ann, hide);
        await wait_for('a direct path', () => goes_directly(ann));
        await see_each_other(ann, ben);
    },
};
