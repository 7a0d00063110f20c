// For how long the pictures of a call of two stand still while its server is killed and started again, beside an equal
// stretch of the same call in which nothing happens to the server.

import { see_each_other, two_in_a_call } from '../../browser/harness/call.mjs';
import { longest_still_ms, watch_pictures } from '../../browser/harness/picture_watch.mjs';
import { pause } from '../../browser/harness/wait.mjs';

const stretch_ms = 14_000;
const calm_ms = 1_000;
const outage_ms = 5_000;

async function kill_and_restart(server) {
    await pause(calm_ms);
    await server.kill();
    await pause(outage_ms);
    await server.start_again();
}

// The longest that any picture of `people` stood still in a stretch in which `event` happened too.
async function longest_in_a_stretch(people, event) {
    await watch_pictures(people);
    await Promise.all([pause(stretch_ms), event?.()]);
    return longest_still_ms(people);
}

// One row of the table, from `rounds` stretches of either kind, which of them first by turns.
export async function measure_still_picture(world, { rounds, median, progress }) {
    const { server, ann, ben } = await two_in_a_call(world, { browser: await world.browser({ sound: 'silence.wav' }) });
    await see_each_other(ann, ben);
    const kinds = [['with', () => kill_and_restart(server)], ['without', undefined]];
    const longest_ms = { with: [], without: [] };
    for (let round = 0; round < rounds; round++) {
        for (const [kind, event] of round % 2 === 0 ? kinds : [...kinds].reverse()) {
            longest_ms[kind].push(await longest_in_a_stretch([ann, ben], event));
            progress(`still picture ${round + 1}/${rounds}, ${kind} the kill: ${longest_ms[kind].at(-1).toFixed(0)} ms`);
        }
    }
    const told = (kind) => `${Math.max(...longest_ms[kind]).toFixed(0)} ms ${kind}`;
    const ratio = median(longest_ms.with.map((value, round) => value / longest_ms.without[round]));
    const figure = `${told('with')}, ${told('without')}, median ratio ${ratio.toFixed(2)}`;
    return [[`Longest still picture with and without \`kill -9\` of the server, ${rounds} rounds`, figure, 'at most 500 ms and 1.5']];
}
