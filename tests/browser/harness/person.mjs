// One person at one browser tab, who finds things by role and name, as somebody with a screen reader does, and uses
// them with the mouse or the keyboard. Nothing here runs in Chromium's page as if a person had touched it: the
// browser's rules about gestures hold.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { code_top_fraction, frame_count, number_bits, read_frame_number } from './test_card.mjs';
import { pause, wait_for } from './wait.mjs';

const probes_source = readFileSync(fileURLToPath(new URL('./probes.js', import.meta.url)), 'utf8');

// Runs in the page: how many colours a PNG has, looked at coarsely enough that noise does not count.
async function count_colours(base64) {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const [width, height] = [Math.min(image.width, 480), Math.min(image.height, 480)];
    const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    context.drawImage(image, 0, 0, width, height);
    const { data } = context.getImageData(0, 0, width, height);
    const colours = new Set();
    for (let at = 0; at < data.length; at += 4) colours.add(((data[at] >> 3) << 10) | ((data[at + 1] >> 3) << 5) | (data[at + 2] >> 3));
    return colours.size;
}

// Runs in the page: what the <video> of `element` shows now, coarsely; null while it shows nothing.
function look_of_picture(element) {
    const video = document.querySelector(`video[data-element="${CSS.escape(element)}"]`);
    if (!video || video.readyState < 2 || video.videoWidth === 0) return null;
    const context = new OffscreenCanvas(8, 8).getContext('2d', { willReadFrequently: true });
    context.drawImage(video, 0, 0, 8, 8);
    return context.getImageData(0, 0, 8, 8).data.map((value) => value >> 3).join();
}

export class Person {
    #tab;
    #origin;
    #forgiven = [];
    problems = [];
    console_lines = [];

    // Sits down at `tab` (see tabs.mjs), where nothing of `origin` is open yet.
    static async arrive(tab, origin, { viewport, before_scripts = [] } = {}) {
        const person = Person.#at(tab, origin);
        await tab.page.setViewport(viewport ?? { width: 960, height: 600 });
        for (const script of [probes_source, ...before_scripts]) await tab.page.evaluateOnNewDocument(script);
        return person;
    }

    // Looks at a tab that the page itself opened: what loaded in it before is not seen, and it has no probes.
    static find(tab, origin) { return Person.#at(tab, origin); }

    static #at(tab, origin) {
        const person = new Person();
        person.#tab = tab;
        person.#origin = origin;
        person.#watch();
        return person;
    }

    get page() { return this.#tab.page; }
    // Chromium's own protocol; Firefox has none.
    get session() { return this.#tab.session; }
    get origin() { return this.#origin; }

    #watch() {
        const note = (text) => this.problems.push(text);
        this.page.on('console', (message) => {
            this.console_lines.push(`${message.type()}: ${message.text()}`);
            if (message.type() === 'error' || message.type() === 'assert') note(`console error: ${message.text()}`);
        });
        this.page.on('pageerror', (error) => note(`page error: ${error.message}`));
        this.page.on('request', (request) => {
            const url = new URL(request.url());
            if (!['data:', 'blob:'].includes(url.protocol) && url.origin !== this.#origin) note(`left the origin: ${url}`);
        });
        this.page.on('requestfailed', (request) => {
            note(`request failed: ${request.url()} ${request.failure()?.errorText}`);
        });
        this.page.on('response', (response) => {
            if (response.status() >= 400) note(`answered ${response.status()}: ${response.url()}`);
        });
    }

    // What a test brings about on purpose is no problem.
    forgive(pattern) { this.#forgiven.push(pattern); }

    async all_problems() {
        const violations = await this.evaluate(() => window.probes?.policy_violations ?? []).catch(() => []);
        const all = [...this.problems, ...violations.map((text) => `content security policy: ${text}`)];
        return all.filter((text) => !this.#forgiven.some((pattern) => pattern.test(text)));
    }

    async open(path) {
        await this.page.goto(new URL(path, this.#origin).href, { waitUntil: 'load' });
    }

    // Calls a function in the page with plain values; in Chromium it does not count as a gesture.
    evaluate(callee, ...values) { return this.#tab.evaluate(`(${callee})(...${JSON.stringify(values)})`); }

    address() { return this.evaluate(() => location.href); }

    // Every element with this role and, when given, exactly this accessible name.
    find_all(role, name) { return this.#tab.find_all(role, name); }

    async shows(role, name) { return (await this.find_all(role, name)).length > 0; }

    see(role, name, deadline_ms) {
        const found = async () => (await this.find_all(role, name))[0];
        return wait_for(`${role} "${name}"`, found, deadline_ms);
    }

    see_no(role, name, deadline_ms) {
        return wait_for(`${role} "${name}" to be gone`, async () => !(await this.shows(role, name)), deadline_ms);
    }

    see_text(pattern, deadline_ms) {
        const visible = async () => pattern.test(await this.evaluate(() => document.body.innerText));
        return wait_for(`the words ${pattern}`, visible, deadline_ms);
    }

    // A message that passes by itself, such as a toast, is waited out. What was said aloud stays in its live region.
    see_no_message(pattern, deadline_ms) {
        const messages = () => [...document.querySelectorAll('p, [role="status"]')].map((message) => message.textContent);
        const gone = async () => !(await this.evaluate(messages)).some((text) => pattern.test(text));
        return wait_for(`the message ${pattern} to pass`, gone, deadline_ms);
    }

    // The rectangle of an element in CSS pixels, or undefined while it has none.
    rectangle_of(element) { return this.#tab.rectangle_of(element); }

    // Whether the element lies where things scroll, and may so be out of sight.
    is_in_scrolled(element) {
        return this.#tab.call_on(element, (found) => found.closest('[role="dialog"], [role="menu"], [role="region"]') !== null);
    }

    // Waits until the element lies still, so that a click meets what was found.
    async #resting_place(role, name) {
        let before = '';
        return wait_for(`${role} "${name}" to lie still`, async () => {
            const element = (await this.find_all(role, name))[0];
            const place = element && !element.disabled && (await this.rectangle_of(element));
            const now = JSON.stringify(place);
            const still = place && now === before;
            before = now;
            return still ? place : undefined;
        });
    }

    // `held_ms`: how long the button is pressed.
    async click(role, name, { held_ms = 0 } = {}) {
        const { x, y, width, height } = await this.#resting_place(role, name);
        await this.page.mouse.click(x + width / 2, y + height / 2, { delay: held_ms });
    }

    click_button(name, options) { return this.click('button', name, options); }

    // A DOM click that no pointer, key or gesture made, as assistive technology makes it.
    async press_by_script(role, name) {
        await this.#tab.call_on(await this.see(role, name), (element) => element.click());
    }

    async type(name, text) {
        await this.click('textbox', name);
        await wait_for(`the field "${name}" to have the focus`, async () => (await this.focused_name()) === name);
        await this.page.keyboard.down('Control');
        await this.page.keyboard.press('KeyA');
        await this.page.keyboard.up('Control');
        await this.page.keyboard.type(text);
    }

    focused_name() {
        return this.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
    }

    press_key(key) { return this.page.keyboard.press(key); }

    // Moves the focus on with Tab until it is on the element called `name`.
    async tab_to(name) {
        for (let steps = 0; steps < 30; steps++) {
            if ((await this.focused_name()) === name) return;
            await this.press_key('Tab');
        }
        throw new Error(`thirty presses of Tab did not reach "${name}"`);
    }

    // The names of the people in the call, as their groups say them.
    async people() { return (await this.find_all('group')).map((group) => group.name); }

    sees_person(name, deadline_ms) { return this.see('group', name, deadline_ms); }

    // The number on the picture that the <video> of `element` shows now; null when there is none.
    frame_number(element) {
        const read = `(bits, top, element) => {
            const video = document.querySelector('video[data-element="' + CSS.escape(element) + '"]');
            return (${read_frame_number})(video, bits, top);
        }`;
        return this.evaluate(read, number_bits, code_top_fraction, element);
    }

    // Waits until `element` has shown `count` different pictures, each a little later in the film than the one before.
    async sees_moving_picture(element, count = 5) {
        const seen = [];
        await wait_for(`${count} rising frame numbers in ${element}`, async () => {
            const number = await this.frame_number(element);
            if (number === null || number === seen.at(-1)) return false;
            const step = (number - seen.at(-1) + frame_count) % frame_count;
            if (seen.length > 0 && step > frame_count / 2) throw new Error(`frame ${number} came after ${seen.at(-1)}`);
            return seen.push(number) >= count;
        });
        return seen;
    }

    // Waits until the picture of `element` has had `count` different looks: for a camera that shows no numbers.
    async sees_changing_picture(element, count = 5) {
        const seen = new Set();
        await wait_for(`${count} different looks of ${element}`, async () => {
            const look = await this.evaluate(look_of_picture, element);
            return look && seen.add(look).size >= count;
        });
    }

    // The names of the <video> elements that show somebody else.
    async other_videos() {
        return this.evaluate(() => [...document.querySelectorAll('video[data-element]')]
            .filter((video) => !video.muted && video.srcObject)
            .map((video) => video.dataset.element));
    }

    async other_video() {
        return wait_for('the other person\'s <video>', async () => (await this.other_videos())[0]);
    }

    // Waits until every camera ('video') or microphone ('audio') that was opened is closed again: the light is out.
    captures_no(kind) {
        const closed = (wanted) => window.probes.captured_tracks
            .every((track) => track.kind !== wanted || track.readyState === 'ended');
        return wait_for(`every captured ${kind} track to have ended`, () => this.evaluate(closed, kind));
    }

    // All that the group of a person says, to be read by assistive technology.
    async words_of(name) {
        return this.#tab.call_on(await this.see('group', name), (group) => {
            const said = [...group.querySelectorAll('[aria-label]')].map((part) => part.getAttribute('aria-label'));
            return [group.getAttribute('aria-description') ?? '', group.textContent, ...said].join(' ');
        });
    }

    // The text inside of every element with this role, in the order of the page.
    async texts_of(role) {
        const elements = await this.find_all(role);
        return Promise.all(elements.map((found) => this.#tab.call_on(found, (element) => element.textContent)));
    }

    downloads_folder() { return this.#tab.downloads_folder(); }

    // How many colours a screenshot shows there; a blank has one.
    async colours_within({ x, y, width, height }) {
        const image = await this.page.screenshot({ clip: { x, y, width, height }, encoding: 'base64', optimizeForSpeed: true });
        return this.evaluate(count_colours, image);
    }

    // What stands in the text field called `name`.
    async field_text(name) {
        await this.see('textbox', name);
        return this.evaluate((label) => document.querySelector(`input[aria-label="${label}"]`).value, name);
    }

    frames_drawn() { return this.evaluate(() => window.probes.frames_drawn); }

    offers_made() { return this.evaluate(() => window.probes.offers_made); }

    // How many frames the canvas draws while the page is watched.
    async frames_drawn_during(duration_ms) {
        const before = await this.frames_drawn();
        await pause(duration_ms);
        return (await this.frames_drawn()) - before;
    }

    // Waits until nothing has been drawn for a while.
    async is_at_rest(quiet_ms = 500) {
        await wait_for('the canvas to rest', async () => (await this.frames_drawn_during(quiet_ms)) === 0, 20_000);
    }

    // Waits until `count` more frames were drawn, on a screen that never rests.
    async draws_frames(count) {
        const before = await this.frames_drawn();
        await wait_for(`${count} more frames`, async () => (await this.frames_drawn()) >= before + count);
    }

    statistics() {
        return this.evaluate(async () => Promise.all((window.probes?.connections ?? []).map(async (connection) => ({
            state: connection.connectionState,
            signalling: connection.signalingState,
            report: [...(await connection.getStats()).values()],
        }))));
    }
}
