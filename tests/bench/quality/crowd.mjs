// How fast pictures are in a call of many in one browser on this machine, with pictures that are fitted to it and with
// all of them as the browser sends them by itself.

import { enter_call, open_link, start_meeting } from '../../browser/harness/call.mjs';
import { make_large_card } from '../../browser/harness/media.mjs';
import { pause, wait_for } from '../../browser/harness/wait.mjs';
import { median } from './figures.mjs';

const settling_ms = 20_000;
const joining_ms = 60_000;
const all_seen_ms = 120_000;
// A window in which the tiles of so many have about the size that is said, and what is promised there.
const calls = {
    4: { viewport: { width: 1300, height: 820 }, tiles: '640x360', goal_per_s: 15 },
    6: { viewport: { width: 1000, height: 478 }, tiles: '320x180', goal_per_s: 12 },
};
// Runs in the page before its own scripts: nothing that it wants of how pictures are sent is heard.
const as_the_browser_likes = `
    RTCRtpSender.prototype.setParameters = () => Promise.resolve();
    RTCRtpTransceiver.prototype.setCodecPreferences = () => {};`;

// Runs in the page: of each connection, how many pictures have arrived, how high they are, and when.
async function count_pictures() {
    const open = window.probes.connections.filter(({ connectionState }) => connectionState === 'connected');
    return Promise.all(open.map(async (connection) => {
        const report = [...(await connection.getStats()).values()];
        const camera = report.find(({ type, kind, mid }) => type === 'inbound-rtp' && kind === 'video' && mid === '1');
        return { frames: camera?.framesDecoded ?? 0, height: camera?.frameHeight ?? 0, at_ms: performance.now() };
    }));
}

async function gather(world, server, count, viewport, before_scripts) {
    const browser = await world.browser({ video: await make_large_card(), sound: 'silence.wav' });
    const people = [];
    let link;
    for (let number = 1; number <= count; number++) {
        const person = await world.person(browser, server, { viewport, before_scripts });
        const name = `Person ${number}`;
        if (number === 1) {
            link = await start_meeting(person, name);
        } else {
            await open_link(person, link, name);
        }
        await enter_call(person, name, joining_ms);
        people.push(person);
    }
    const sees_all = async (person) => {
        const pictures = await person.evaluate(count_pictures);
        return pictures.length === count - 1 && pictures.every(({ frames }) => frames > 0);
    };
    const waiting = people.map((person) => wait_for('a picture of everybody', () => sees_all(person), all_seen_ms));
    const missing = (await Promise.allSettled(waiting)).filter(({ status }) => status === 'rejected').length;
    return { browser, people, missing };
}

// Pictures a second of each picture that anybody should see, slowest first; 0 of one that has not come at all.
async function rates(world, server, count, { viewport }, seconds, before_scripts) {
    const { browser, people, missing } = await gather(world, server, count, viewport, before_scripts);
    try {
        await pause(settling_ms);
        const look = () => Promise.all(people.map((person) => person.evaluate(count_pictures)));
        const before = await look();
        await pause(seconds * 1000);
        const after = await look();
        const heights = [...new Set(after.flat().map(({ height }) => height))].sort((one, other) => one - other);
        const rate = (person, index) => {
            const [earlier, later] = [before[person][index], after[person][index]];
            return earlier && later ? ((later.frames - earlier.frames) * 1000) / (later.at_ms - earlier.at_ms) : 0;
        };
        const others = [...Array(count - 1).keys()];
        const per_s = people.flatMap((_, person) => others.map((index) => rate(person, index)));
        return { per_s: per_s.sort((one, other) => one - other), heights, people_who_miss_somebody: missing };
    } finally {
        await browser.close();
    }
}

export async function measure_crowd(world, { seconds, numbers, progress }) {
    const server = await world.server();
    const rows = [];
    for (const count of numbers.length > 0 ? numbers : [6]) {
        const call = calls[count];
        if (!call) throw new Error(`say how many: ${Object.keys(calls).join(' or ')}`);
        const fitted = await rates(world, server, count, call, seconds, []);
        progress(`${count} people, fitted: ${JSON.stringify(fitted)}`);
        const unfitted = await rates(world, server, count, call, seconds, [as_the_browser_likes]);
        progress(`${count} people, as the browser likes: ${JSON.stringify(unfitted)}`);
        const told = (of) => `${of(fitted.per_s).toFixed(1)} a second, without fitting ${of(unfitted.per_s).toFixed(1)}`;
        const where = `of ${count} people at ${call.tiles}, 720p cameras, one browser`;
        rows.push(
            [`Slowest picture ${where}`, told((values) => values[0]), `at least ${call.goal_per_s}`],
            [`Median picture ${where}`, told(median), ''],
        );
    }
    return rows;
}
