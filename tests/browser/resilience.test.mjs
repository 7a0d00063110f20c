import assert from 'node:assert/strict';

import { Devices, enter_call, see_each_other, start_meeting, two_in_a_call } from './harness/call.mjs';
import { may_lose_the_server } from './harness/outage.mjs';
import { wait_for } from './harness/wait.mjs';

const watch_ms = 5_000;
const lose_context = () => {
    const context = document.querySelector('canvas').getContext('webgl2');
    window.probes.context_loss = context.getExtension('WEBGL_lose_context');
    window.probes.context_loss.loseContext();
};

async function is_readable(person, pattern) {
    await person.see_text(pattern);
    const visible = await person.evaluate(() => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const parent = walker.currentNode.parentElement;
            const style = getComputedStyle(parent);
            const area = parent.getBoundingClientRect();
            const inked = style.color !== 'rgba(0, 0, 0, 0)' && style.visibility === 'visible' && area.height > 0;
            if (inked && walker.currentNode.data.trim().length > 20) return true;
        }
        return false;
    });
    assert.ok(visible, 'the words are in the page but cannot be seen');
}

async function page_says(world, pattern, before_scripts) {
    const person = await world.person(await world.browser(), await world.server(), { before_scripts });
    await person.open('/');
    await is_readable(person, pattern);
    assert.equal(await person.shows('button', 'New meeting'), false);
    return person;
}

export default {
    'A lost WebGL context is survived: the call goes on and its buttons work meanwhile': async (world) => {
        const { ann, ben } = await two_in_a_call(world);
        const { of_ann, of_ben } = await see_each_other(ann, ben);
        await ann.evaluate(lose_context);
        await ann.sees_moving_picture(of_ben);
        await ann.click_button('Mute microphone');
        await ann.see('button', 'Unmute microphone');
        await ann.tab_to('Unmute microphone');
        await ann.press_key('Enter');
        await ann.see('button', 'Mute microphone');

        const before = await ann.frames_drawn();
        await ann.evaluate(() => window.probes.context_loss.restoreContext());
        await wait_for('the canvas to be drawn again', async () => (await ann.frames_drawn()) > before);
        const { x, y, width, height } = await ann.rectangle_of(await ann.see('button', 'Leave call'));
        const colours = await ann.colours_within({ x, y, width, height });
        assert.ok(colours > 8, `the button came back in ${colours} colours`);
        await ann.click_button('Mute microphone');
        await ann.see('button', 'Unmute microphone');
        await ben.sees_moving_picture(of_ann);
    },

    'Pre-join without camera and microphone draws nothing while nothing happens': async (world) => {
        const ann = await world.person(await world.browser({ devices: Devices.none }), await world.server());
        await start_meeting(ann, 'Ann');
        await ann.is_at_rest();
        assert.equal(await ann.frames_drawn_during(watch_ms), 0);
    },

    'A silent call draws nothing while nothing happens': async (world) => {
        const browser = await world.browser({ sound: 'silence.wav' });
        const { ann, ben } = await two_in_a_call(world, { browser });
        await see_each_other(ann, ben);
        await ann.see_no_message(/joined/);
        await Promise.all([ann.is_at_rest(), ben.is_at_rest()]);
        assert.deepEqual(await Promise.all([ann, ben].map((person) => person.frames_drawn_during(watch_ms))), [0, 0]);
    },

    'A browser without WebRTC is told so': async (world) => {
        await page_says(world, /browser/i, ['delete window.RTCPeerConnection;']);
    },

    'A browser without WebAssembly is told so': async (world) => {
        await page_says(world, /WebAssembly/, ['delete window.WebAssembly;']);
    },

    'A browser without WebGL2 is told so': async (world) => {
        await page_says(world, /WebGL/, [`
            const get_context = HTMLCanvasElement.prototype.getContext;
            HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
                return kind === 'webgl2' ? null : get_context.call(this, kind, ...rest);
            };
            const get_offscreen = OffscreenCanvas.prototype.getContext;
            OffscreenCanvas.prototype.getContext = function (kind, ...rest) {
                return kind === 'webgl2' ? null : get_offscreen.call(this, kind, ...rest);
            };`]);
    },

    'A page whose program fails to start says so and offers to reload': async (world) => {
        const person = await page_says(world, /start|load/i, ['WebAssembly.instantiateStreaming = WebAssembly.instantiate = () => Promise.reject(new Error("broken"));']);
        person.forgive(/broken|console error|page error/);
        await person.see('button', 'Reload');
    },

    'A page inside a frame of another page is refused': async (world) => {
        const server = await world.server();
        const ann = await world.person(await world.browser(), server);
        ann.forgive(/frame|ERR_BLOCKED_BY_(RESPONSE|CSP)/i);
        await ann.evaluate((address) => {
            const frame = document.createElement('iframe');
            frame.src = address;
            document.body.append(frame);
        }, server.origin);
        await wait_for('the browser to refuse the frame', () => ann.problems.some((text) => /frame/i.test(text)));
        assert.equal(await ann.shows('button', 'New meeting'), false);
    },

    'The page is served under the whole policy, and a foreign script is refused': async (world) => {
        const server = await world.server();
        const ann = await world.person(await world.browser(), server);
        const response = await fetch(`${server.origin}/`);
        const policy = response.headers.get('content-security-policy') ?? '';
        for (const part of ['default-src \'none\'', 'script-src \'self\' \'wasm-unsafe-eval\'', 'frame-ancestors \'none\'', 'base-uri \'none\'']) {
            assert.ok(policy.includes(part), `the policy lacks ${part}: ${policy}`);
        }
        await ann.open('/');
        await ann.see('button', 'New meeting');
        assert.deepEqual(await ann.all_problems(), []);
        ann.forgive(/content.security.policy/i);
        await ann.evaluate(() => {
            const script = document.createElement('script');
            script.textContent = 'window.intruded = true';
            document.head.append(script);
        });
        assert.equal(await ann.evaluate(() => window.intruded ?? false), false);
    },

    'A call outlives its server': async (world) => {
        const server = await world.server();
        const { ann, ben } = await two_in_a_call(world, { server });
        const { of_ann, of_ben } = await see_each_other(ann, ben);
        may_lose_the_server([ann, ben]);
        await server.stop();
        await ann.see_text(/connected|reconnect/i);
        await Promise.all([ann.sees_moving_picture(of_ben), ben.sees_moving_picture(of_ann)]);
        assert.deepEqual((await ann.people()).sort(), ['Ann (you)', 'Ben']);
    },
};
