import assert from 'node:assert/strict';
import { join } from 'node:path';

import { enter_call, two_in_a_call } from './harness/call.mjs';
import { dark_film, noise_sound, person_film, picture_file } from './harness/effect_media.mjs';
import { choose_in_settings, look, looks } from './harness/effects.mjs';
import { media_file } from './harness/media.mjs';
import { close_settings } from './harness/settings.mjs';
import { band_levels, hears, read_wav, resemblance, start_listening, stop_listening } from './harness/sound.mjs';
import { pause, wait_for } from './harness/wait.mjs';

export const deadline_ms = 120_000;

// Ann's camera shows the person; Ben looks at her.
async function seen_by_ben(world, { video, before_scripts } = {}) {
    const [browser, ben_browser] = await Promise.all([
        world.browser({ video: video ?? await person_film(), sound: 'silence.wav' }),
        world.browser({ sound: 'silence.wav' }),
    ]);
    const call = await two_in_a_call(world, { browser, ben_browser, person_options: { before_scripts } });
    const of_ann = await call.ben.other_video();
    const plain = await looks(call.ben, of_ann, 'a sharp picture of Ann', ({ wall_sharpness }) => wall_sharpness > 12);
    return { ...call, of_ann, plain };
}

const is_blurred = (plain) => ({ wall_sharpness, shirt_sharpness, face }) =>
    wall_sharpness < plain.wall_sharpness * 0.35 && shirt_sharpness > plain.shirt_sharpness * 0.5 && near(face, plain.face);
const near = (one, other, by = 30) => one.every((value, channel) => Math.abs(value - other[channel]) < by);
const is_plain = (plain) => ({ wall_sharpness, wall }) => wall_sharpness > plain.wall_sharpness * 0.7 && near(wall, plain.wall);

// What the page itself asked the server for.
const loaded = (person) => person.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname));
const effect_files = /effect|segment|tflite|noise|notices/;

async function choose(person, name, role) {
    await choose_in_settings(person, name, role);
    await close_settings(person);
}

export default {
    'A blurred background is blurred for the others, the person is not, and off is off': async (world) => {
        const { ann, ben, of_ann, plain } = await seen_by_ben(world);
        assert.deepEqual((await loaded(ann)).filter((path) => effect_files.test(path)), [], 'loaded before it was wanted');
        await choose(ann, 'Slight blur');
        const slight = await looks(ben, of_ann, 'a blurred wall behind a sharp person', is_blurred(plain));
        assert.ok((await loaded(ann)).some((path) => effect_files.test(path)), 'the effect came from nowhere');
        await choose(ann, 'Strong blur');
        const strong = await looks(ben, of_ann, 'a wall that is blurred more', ({ wall_sharpness }) =>
            wall_sharpness < Math.max(slight.wall_sharpness * 0.8, 0.5));
        world.note(`sharpness ${plain.wall_sharpness.toFixed(1)}, ${slight.wall_sharpness.toFixed(2)}, ${strong.wall_sharpness.toFixed(2)}`);
        await ben.sees_changing_picture(of_ann);
        await choose(ann, 'As it is');
        await looks(ben, of_ann, 'the sharp wall again', is_plain(plain));
    },

    'An effect goes on in a hidden tab': async (world) => {
        const { ann, ben, of_ann, plain } = await seen_by_ben(world);
        await choose(ann, 'Slight blur');
        await looks(ben, of_ann, 'a blurred wall behind a sharp person', is_blurred(plain));
        const other = await ann.page.browserContext().newPage();
        await other.bringToFront();
        await wait_for('the tab to be hidden', () => ann.evaluate(() => document.hidden));
        await ben.sees_changing_picture(of_ann, 8);
        await looks(ben, of_ann, 'the blurred wall still', is_blurred(plain));
        await other.close();
    },

    'A drawn scene stands behind the person, and stays when the camera is turned off and on': async (world) => {
        const { ann, ben, of_ann, plain } = await seen_by_ben(world);
        await choose(ann, 'Evening');
        const is_evening = ({ wall, face }) => wall[2] > wall[1] + 10 && wall[1] < 110 && near(face, plain.face);
        await looks(ben, of_ann, 'an evening behind Ann', is_evening);
        await ann.click_button('Turn camera off');
        await ann.see('button', 'Turn camera on');
        await ann.click_button('Turn camera on');
        const walls = [];
        await wait_for('the evening again', async () => {
            const seen = await look(ben, of_ann);
            if (seen) walls.push(seen.wall_sharpness);
            return walls.length > 20 && seen && is_evening(seen);
        }, 30_000);
        assert.ok(Math.max(...walls) < plain.wall_sharpness * 0.5, `the wall was seen: ${walls.map((sharp) => sharp.toFixed(1))}`);
    },

    'A picture of one\'s own stands behind the person, also after a reload': async (world) => {
        const { ann, ben, of_ann, plain } = await seen_by_ben(world);
        const file = picture_file(join(process.env.TMPDIR, 'green.bmp'), [20, 160, 40]);
        const chooser = ann.page.waitForFileChooser();
        await choose_in_settings(ann, 'Your picture');
        await (await chooser).accept([file]);
        await close_settings(ann);
        const is_green = ({ wall, face }) => near(wall, [20, 160, 40], 40) && near(face, plain.face);
        await looks(ben, of_ann, 'green behind Ann', is_green);
        await ann.page.reload();
        await enter_call(ann, 'Ann');
        await ann.sees_person('Ben');
        const of_ann_again = await ben.other_video();
        await looks(ben, of_ann_again, 'green behind Ann again', is_green);
        await choose(ann, 'As it is');
        await looks(ben, of_ann_again, 'the wall', is_plain(plain));
        await choose(ann, 'Your picture');
        await looks(ben, of_ann_again, 'the green that is kept', is_green);
    },

    'Light correction brightens a dark picture and no bright one': async (world) => {
        const { ann, ben, of_ann } = await seen_by_ben(world);
        const bright = await look(ben, of_ann);
        await choose(ann, 'Correct the light', 'switch');
        await pause(1_500);
        const kept = await looks(ben, of_ann, 'a picture', () => true);
        assert.ok(near(kept.face, bright.face), `${bright.face} became ${kept.face}`);
        assert.ok(kept.wall_sharpness > bright.wall_sharpness * 0.6, 'the picture lost its sharpness');

        const dark_browser = await world.browser({ video: await dark_film(), sound: 'silence.wav' });
        const { ann: cat, ben: dan } = await two_in_a_call(world, { browser: dark_browser });
        const of_cat = await dan.other_video();
        const dark = await looks(dan, of_cat, 'a dark picture', ({ wall }) => wall[1] > 10 && wall[1] < 60);
        await choose(cat, 'Correct the light', 'switch');
        const lit = await looks(dan, of_cat, 'a brighter picture', ({ wall, face }) =>
            wall[1] > dark.wall[1] * 1.6 && face[0] > dark.face[0] * 1.4);
        world.note(`wall ${dark.wall} became ${lit.wall}`);
    },

    'Where pictures can\'t be had as they come an effect works all the same': async (world) => {
        const without = ['delete window.MediaStreamTrackProcessor; delete window.MediaStreamTrackGenerator;'];
        const { ann, ben, of_ann, plain } = await seen_by_ben(world, { before_scripts: without });
        await choose(ann, 'Slight blur');
        await looks(ben, of_ann, 'a blurred wall behind a sharp person', is_blurred(plain));
        await ben.sees_changing_picture(of_ann);
    },

    'In Firefox a scene stands behind whoever sits there': async (world) => {
        const [browser, ben_browser] = await Promise.all([world.firefox(), world.browser({ sound: 'silence.wav' })]);
        const { ann, ben } = await two_in_a_call(world, { browser, ben_browser });
        const of_ann = await ben.other_video();
        await ben.sees_changing_picture(of_ann);
        await choose(ann, 'Evening');
        // Its fake camera shows nobody, so that there is only the scene.
        await looks(ben, of_ann, 'an evening', ({ wall, face }) => [wall, face].every(([, green, blue]) => blue > green + 10 && green < 110));
    },

    'Where effects can\'t run the settings say why and the camera goes on': async (world) => {
        const { ann, ben, of_ann, plain } = await seen_by_ben(world, { before_scripts: ['delete window.Worker;'] });
        await choose_in_settings(ann, 'Strong blur');
        await ann.see_text(/This browser can't change what the camera shows.*Others see your camera as it is/s);
        await close_settings(ann);
        await looks(ben, of_ann, 'the plain picture', is_plain(plain));
        await ben.sees_changing_picture(of_ann);
    },

    'Stronger noise suppression quiets noise and leaves speech': async (world) => {
        const server = await world.server();
        const quiet = await world.browser({ sound: 'silence.wav' });
        const strength = (samples) => Math.sqrt(samples.reduce((sum, value) => sum + value * value, 0) / samples.length);
        const heard_of = async (ben, of_ann) => {
            await start_listening(ben, of_ann);
            await pause(5_000);
            return (await stop_listening(ben)).samples;
        };
        const noisy = await world.browser({ sound: await noise_sound() });
        const first = await two_in_a_call(world, { server, browser: noisy, ben_browser: quiet });
        const of_noise = await first.ben.other_video();
        await pause(2_000);
        const before = strength(await heard_of(first.ben, of_noise));
        await choose(first.ann, 'Stronger noise suppression', 'switch');
        await wait_for('the worklet to be loaded', async () => (await loaded(first.ann)).some((path) => /noise/.test(path)));
        await pause(2_000);
        const after = strength(await heard_of(first.ben, of_noise));
        world.note(`noise of ${(20 * Math.log10(before)).toFixed(0)} dB became ${(20 * Math.log10(after)).toFixed(0)} dB`);
        assert.ok(before > 0.002, 'there was no noise to begin with');
        assert.ok(after < before * 0.4, `noise of ${before} became only ${after}`);

        const speaking = await world.browser({ sound: 'speech.wav' });
        const second = await two_in_a_call(world, { server, browser: speaking, ben_browser: quiet });
        const of_speech = await second.ben.other_video();
        await start_listening(second.ben, of_speech);
        await hears(second.ben, { loud: true });
        await stop_listening(second.ben);
        await choose(second.ann, 'Stronger noise suppression', 'switch');
        await wait_for('the worklet to be loaded', async () => (await loaded(second.ann)).some((path) => /noise/.test(path)));
        await pause(1_000);
        const heard = band_levels(await heard_of(second.ben, of_speech));
        const alike = resemblance(heard, band_levels(read_wav(media_file('speech.wav'))));
        world.note(`resemblance of speech ${alike.toFixed(2)}`);
        assert.ok(alike > 0.6, `speech is followed by only ${alike}`);
    },
};
