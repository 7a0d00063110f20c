// Everything that one test needs and that ends with it: a server, browsers, people.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { launch_chromium } from './chromium.mjs';
import { Person } from './person.mjs';
import { start_server } from './server.mjs';

export class World {
    #folder;
    #artifacts;
    #servers = [];
    #browsers = [];
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

    async server(options) {
        const server = await start_server(join(this.#artifacts, `server-${this.#servers.length}.log`), options);
        this.#servers.push(server);
        return server;
    }

    async browser(options = {}) {
        const profile_folder = join(this.#folder, `profile-${this.#browsers.length}`);
        const browser = await launch_chromium({ ...options, profile_folder });
        this.#browsers.push(browser);
        return browser;
    }

    // A person with a profile of their own in `browser`, on a page of `server` that has nothing open yet.
    async person(browser, server, options) {
        const context = await browser.createBrowserContext();
        const person = await Person.arrive(await context.newPage(), server.origin, options);
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
        await Promise.allSettled(this.#browsers.map((browser) => browser.close()));
        await Promise.allSettled(this.#servers.map((server) => server.stop()));
    }
}
