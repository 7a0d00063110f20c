// How long the page takes to seal a text and open it again, with no network between.

import { ask_page, new_run, open_sealing_page } from '../../browser/harness/sealing.mjs';

const text_size = 4096;
const rounds = 1_000;
const warm_up_rounds = 1_500;
const line = 'a=candidate:842163049 1 udp 1677729535 203.0.113.7 46154 typ srflx raddr 0.0.0.0 rport 0\r\n';

// Gives a row for what happens to every message, for what of that is the browser's own, for the first of a stream, whose
// key is derived, and for a description.
export async function measure_sealing(world, { median, quantile }) {
    const person = await open_sealing_page(world);
    const [{ room }] = await ask_page(person, 'derive', [null]);
    const text = line.repeat(text_size / line.length + 1).slice(0, text_size);
    const run = (packed, runs, count) => person.evaluate(
        (...order) => window.sealing.measure(...order),
        { room, kind: 'message', from: 'a'.repeat(26), to: 'b'.repeat(26), packed }, runs, text, count,
    );
    const told = (what, durations_ms, goal) => {
        const [middle, p95, p99] = [median(durations_ms), quantile(durations_ms, 0.95), quantile(durations_ms, 0.99)];
        return [`Seal and open 4 KB, ${what}, ${rounds} times`, `median ${middle.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms`, goal];
    };
    const row = async (what, packed, runs, goal) => {
        await run(packed, runs.slice(0, 1), warm_up_rounds);
        return told(what, await run(packed, runs, rounds), goal);
    };
    const each_its_own = Array.from({ length: rounds }, new_run);
    return [
        await row('plain', 'plain', [new_run()], 'p99 at most 2 ms'),
        told('WebCrypto alone', await person.evaluate((...order) => window.sealing.measure_bare(...order), text, rounds), ''),
        await row('the first of a stream', 'plain', each_its_own, ''),
        await row('deflated', 'deflated', [new_run()], ''),
    ];
}
