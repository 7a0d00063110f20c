// Everything that one test needs and that ends with it: a server, browsers, people.

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { launch_chromium } from './chromium.mjs';
import { launch_firefox } from './firefox.mjs';
import { Lab } from './lab.mjs';
import { Person } from './person.mjs';
import { Proxy } from './proxy.mjs';
import { Relay } from './relay.mjs';
import { Server } from './server.mjs';
import { ChromiumTab, FirefoxTab } from './tabs.mjs';

export class World {
    #folder;
    #artifacts;
    #servers = [];
    #proxies = [];
    #relays = [];
    #labs = [];
    // Each browser that was started, and the class of its tabs.
    #tab_kinds = new Map();
    #people = [];
    notes = [];

    // `folder` is the test's own and empty; `artifacts` keeps what explains a failure.
    constructor(folder, artifacts) {
        this.#folder = folder;
        this.#artifacts = artifacts;
        mkdirSync(artifacts, { recursive: true });
    }

    // A remark for the report, such as a figure that was measured.
    note(text) { this.notes.push(text); }

    // `options` are more flags, `environment` more variables of it; `place` is one of a lab's, if it runs there; `program`
    // is what starts it, if not the server itself.
    async server(options, environment, place, program) {
        const log_file = join(this.#artifacts, `server-${this.#servers.length}.log`);
        const server = await Server.start(log_file, options, environment, place, program);
        this.#servers.push(server);
        return server;
    }

    // A network of its own with a place for each of `names`.
    async lab(names) {
        const lab = await Lab.start(this.#folder, names);
        this.#labs.push(lab);
        return lab;
    }

    // A relay on this test's network; `place` is one of a lab's, if it runs there.
    async relay(place) {
        const relay = await Relay.start(this.#folder, join(this.#artifacts, 'relay.log'), place);
        this.#relays.push(relay);
        return relay;
    }

    // What stands between `server` and the pages of people who are given it instead.
    async proxy(server) {
        const proxy = await Proxy.start(server.origin);
        this.#proxies.push(proxy);
        return proxy;
    }

    // A Chromium; `options` are those of launch_chromium. Browsers with the same `profile` have one, one after the other.
    browser({ profile, ...options } = {}) { return this.#launch(launch_chromium, ChromiumTab, options, profile); }

    // A Firefox on a screen of its own.
    firefox() { return this.#launch(launch_firefox, FirefoxTab); }

    async #launch(launch, Tab, options, profile) {
        const profile_folder = profile ? join(this.#folder, `profile-of-${profile}`) : mkdtempSync(join(this.#folder, 'profile-'));
        const browser = await launch({ ...options, profile_folder });
        this.#tab_kinds.set(browser, Tab);
        return browser;
    }

    // A person on a page of `server` that has nothing open yet, with a profile of their own in `browser`, or that of the
    // browser itself (`profile: 'own'`), which outlives it.
    async person(browser, server, { profile, ...options } = {}) {
        const context = profile === 'own' ? browser.defaultBrowserContext() : await browser.createBrowserContext();
        const tab = await this.#tab_kinds.get(browser).open(await context.newPage());
        return this.#keep(await Person.arrive(tab, server.origin, options));
    }

    // Whoever sits at the tab that a page of `opener` opens while `open` runs.
    async person_at_new_tab(opener, open) {
        const context = opener.page.browserContext();
        const before = new Set(context.targets());
        await open();
        const target = await context.waitForTarget((candidate) => candidate.type() === 'page' && !before.has(candidate));
        const tab = await this.#tab_kinds.get(context.browser()).open(await target.page());
        return this.#keep(Person.find(tab, opener.origin));
    }

    #keep(person) {
        this.#people.push(person);
        return person;
    }

    async problems() {
        const of_each = await Promise.all(this.#people.map((person) => person.all_problems()));
        return of_each.flatMap((problems, index) => problems.map((text) => `person ${index + 1}: ${text}`));
    }

    // Keeps what the people saw and what their connections were doing.
    async explain_failure() {
        const keep = (name, content) => writeFileSync(join(this.#artifacts, name), content);
        await Promise.allSettled(this.#people.flatMap((person, index) => {
            const of = `person-${index + 1}`;
            keep(`${of}-console.txt`, person.console_lines.join('\n'));
            return [
                person.page.screenshot({ path: join(this.#artifacts, `${of}.png`) }),
                person.statistics().then((all) => keep(`${of}-statistics.json`, JSON.stringify(all, null, 2))),
                person.evaluate(() => document.body.innerText).then((text) => keep(`${of}-text.txt`, text)),
            ];
        }));
    }

    async end() {
        await Promise.allSettled([...this.#tab_kinds.keys()].map((browser) => browser.close()));
        for (const helper of [...this.#proxies, ...this.#relays]) helper.stop();
        await Promise.allSettled(this.#servers.map((server) => server.stop()));
        for (const lab of this.#labs) lab.stop();
    }
}
