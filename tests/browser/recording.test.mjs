import assert from 'node:assert/strict';

import { enter_call, press_control, see_each_other, start_meeting, two_in_a_call } from './harness/call.mjs';
import { examine, kept_files, record, recorded_for, recorded_seconds, save, shown_seconds, still, stop_recording } from './harness/recording.mjs';
import { wait_for } from './harness/wait.mjs';

// What is heard in between: 20 ms of Opus each, and a machine that does much else.
const sound_gap_max_s = 1;
const picture_gap_max_s = 2;

// What is in the file: all that was asked for, without holes, in picture and sound.
function holds(found, seconds, lost_s = 1) {
    const told = JSON.stringify(found);
    for (const kind of ['video', 'audio']) assert.ok(found[kind].span >= seconds - lost_s, `less ${kind} than ${seconds} s: ${told}`);
    assert.ok(Math.abs(found.video.first - found.audio.first) < 1, `picture and sound begin at other times: ${told}`);
    assert.ok(found.audio.gap_max < sound_gap_max_s, `a hole in the sound: ${told}`);
    assert.ok(found.video.gap_max < picture_gap_max_s, `a picture that stood still: ${told}`);
    assert.ok(found.looks > seconds * 2, `too few different pictures: ${told}`);
    assert.ok(found.loudness > -60, `silence: ${told}`);
}

// With files of its own, that a page of the same browser finds on a later visit.
async function alone_in_own_profile(world, server, browser, name) {
    const person = await world.person(browser, server, { profile: 'own' });
    await start_meeting(person, name);
    await enter_call(person, name);
    return person;
}

export const deadline_ms = 120_000;

export default {
    'Ten seconds of a call are ten seconds of moving picture and sound, and the other sees that they are recorded': async (world) => {
        const { ann, ben } = await two_in_a_call(world);
        await see_each_other(ann, ben);
        assert.doesNotMatch(await ben.evaluate(() => document.body.innerText), /Ann is recording/);
        await record(ann);
        await ben.see_text(/Ann is recording/);
        await ann.see_text(/You are recording/);
        await recorded_for(ann, 10);
        await stop_recording(ann);
        await ben.see_no_message(/Ann is recording/);
        const file = await save(ann);
        const found = examine(file);
        world.note(`10 s: ${JSON.stringify(found)}`);
        if (process.env.PARLEY_KEEP_STILL) still(file, 5, process.env.PARLEY_KEEP_STILL);
        holds(found, 10);
        // Side by side: both halves move.
        assert.ok(examine(file, 'iw/2:ih:0:0').looks > 15, 'the left half stands still');
        assert.ok(examine(file, 'iw/2:ih:iw/2:0').looks > 15, 'the right half stands still');
    },

    'A recording goes on with picture and sound while its tab is hidden': async (world) => {
        const { ann, ben } = await two_in_a_call(world);
        await see_each_other(ann, ben);
        await record(ann);
        const above = await ann.page.browserContext().newPage();
        await above.bringToFront();
        await wait_for('the tab to be hidden', () => ann.evaluate(() => document.hidden));
        await wait_for('eight more seconds', async () => (await shown_seconds(ann)) >= 8, 30_000);
        assert.equal(await ann.evaluate(() => document.hidden), true);
        await ann.page.bringToFront();
        await recorded_for(ann, 9);
        await stop_recording(ann);
        const found = examine(await save(ann));
        world.note(`hidden: ${JSON.stringify(found)}`);
        holds(found, 9);
    },

    'A pause leaves its time out of the recording': async (world) => {
        const ann = await world.person(await world.browser(), await world.server());
        await start_meeting(ann, 'Ann');
        await enter_call(ann, 'Ann');
        await record(ann);
        await recorded_for(ann, 3);
        await ann.click_button('Pause recording');
        await ann.see_text(/Recording paused/);
        const paused_at = Date.now();
        await wait_for('five seconds to pass', async () => Date.now() - paused_at > 5_000);
        await ann.click_button('Resume recording');
        const resumed_at = await shown_seconds(ann);
        await recorded_for(ann, resumed_at + 3);
        await stop_recording(ann);
        const stopped_at = await recorded_seconds(ann);
        const found = examine(await save(ann));
        world.note(`paused: ${JSON.stringify(found)}`);
        holds(found, resumed_at + 3);
        assert.ok(found.audio.span < stopped_at + 2, `the pause is in it: ${JSON.stringify(found)}`);
    },

    'One person is recorded without the others': async (world) => {
        const { ann, ben } = await two_in_a_call(world);
        await see_each_other(ann, ben);
        await press_control(ann, 'Record one person');
        await ann.click('menuitem', 'Record Ben');
        await ben.see_text(/Ann is recording/);
        await recorded_for(ann, 5);
        await stop_recording(ann);
        const file = await save(ann);
        const found = examine(file);
        world.note(`one: ${JSON.stringify(found)}`);
        if (process.env.PARLEY_KEEP_STILL) still(file, 3, `${process.env.PARLEY_KEEP_STILL}.one.png`);
        holds(found, 5);
        for (const corner of ['iw/4:ih/4:0:0', 'iw/4:ih/4:iw*3/4:0']) assert.ok(examine(file, corner).looks > 5, 'it does not fill the picture');
    },

    'Leaving ends a recording, and the page that comes then offers it; what is discarded is gone': async (world) => {
        const ann = await world.person(await world.browser(), await world.server());
        await start_meeting(ann, 'Ann');
        await enter_call(ann, 'Ann');
        await record(ann);
        await recorded_for(ann, 3);
        await ann.click_button('Leave call');
        await ann.see('button', 'Rejoin');
        await ann.see_text(/your recording is ready/i);
        holds(examine(await save(ann)), 3);
        assert.equal((await kept_files(ann)).length, 1);
        await ann.click_button('Discard');
        await ann.see_no('button', 'Save');
        await wait_for('the file to be gone', async () => (await kept_files(ann)).length === 0);
    },

    'A recording whose browser is killed is offered on the next visit, all but its last seconds': async (world) => {
        const server = await world.server();
        const first = await world.browser({ profile: 'kept' });
        const ann = await alone_in_own_profile(world, server, first, 'Ann');
        await record(ann);
        await recorded_for(ann, 10);
        ann.forgive(/./);
        first.process().kill('SIGKILL');
        const second = await world.browser({ profile: 'kept' });
        const again = await world.person(second, server, { profile: 'own' });
        await again.open('/');
        await again.see_text(/a recording was not saved/i);
        const found = examine(await save(again));
        world.note(`killed: ${JSON.stringify(found)}`);
        holds(found, 10, 4);
    },

    'The browser asks before a page that records is reloaded, and what was recorded is offered afterwards': async (world) => {
        const ann = await world.person(await world.browser(), await world.server());
        await start_meeting(ann, 'Ann');
        await enter_call(ann, 'Ann');
        await record(ann);
        await recorded_for(ann, 3);
        let asked = 0;
        ann.page.on('dialog', (dialog) => {
            asked++;
            return dialog.accept();
        });
        await ann.page.reload();
        assert.equal(asked, 1);
        await ann.see('button', 'Join');
        await ann.see_text(/a recording was not saved/i);
        await ann.click_button('Discard');
        await ann.click_button('Discard for good');
        await ann.see_no('button', 'Save');
        // Nothing is recorded now: the page goes without a question.
        await ann.page.reload();
        await ann.see('button', 'Join');
        assert.equal(asked, 1);
        assert.equal(await ann.shows('button', 'Save'), false);
    },
};
