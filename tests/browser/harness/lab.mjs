// Places that are joined by nothing but the switch of tests/lab: a network namespace each, for a server or a browser.

import { execFileSync, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { build_folder } from './paths.mjs';

const network = '10.90.0';
// Nobody is there. Without a default route a browser does not look for paths to anybody.
const gateway = `${network}.254`;

// Where a program can run, with one address on the network of the lab.
class Place {
    #namespace;
    #interface;
    #order;
    address;

    constructor(name, namespace, order) {
        this.#interface = name;
        this.#namespace = namespace;
        this.#order = order;
    }

    // The program and the arguments that run `program` here: it keeps its process id and its open files.
    command(program, ...parameters) { return ['nsenter', [`--net=${this.#namespace}`, '--', program, ...parameters]]; }

    // For what can't be started with `command`: a script in the harness runs the browser where this says.
    get environment() { return { PARLEY_NAMESPACE: this.#namespace }; }

    // From now on; the old address is gone at the same moment. `number` is the last of the four.
    take_address(number) {
        this.address = `${network}.${number}`;
        const device = ['dev', this.#interface];
        this.#ip('address', 'flush', ...device);
        this.#ip('address', 'add', `${this.address}/24`, ...device);
        this.#ip('route', 'replace', 'default', 'via', gateway, ...device);
    }

    // Changes how the network treats this place, in the words of tests/lab/README.md.
    async treat(words) {
        const answer = await this.#order(`${this.#interface} ${words}`);
        if (answer !== 'ok') throw new Error(`the lab did not do '${words}': ${answer}`);
    }

    // The namespace goes with the last program in it.
    leave() { execFileSync('umount', [this.#namespace]); }

    cut() { return this.treat('cut=1'); }
    mend() { return this.treat('cut=0'); }

    #ip(...words) { execFileSync(...this.command('ip', ...words)); }
}

export class Lab {
    #switch;
    #answers;
    #places = new Map();

    // One place for each name, which may have eight letters; `folder` keeps what the kernel knows the places by.
    static async start(folder, names, seed = 1) {
        const lab = new Lab();
        const ports = names.map((name) => {
            const namespace = join(folder, `namespace-${name}`);
            closeSync(openSync(namespace, 'w'));
            execFileSync('unshare', [`--net=${namespace}`, 'ip', 'link', 'set', 'lo', 'up']);
            lab.#places.set(name, new Place(name, namespace, (order) => lab.#say(order)));
            return `${name}=${namespace}`;
        });
        await lab.#run(join(build_folder, 'native', 'tools', 'lab_switch'), [String(seed), ...ports]);
        names.forEach((name, index) => lab.place(name).take_address(index + 1));
        return lab;
    }

    place(name) { return this.#places.get(name); }

    // Whatever runs in a place should have ended before.
    stop() {
        this.#switch.stdin.end();
        for (const place of this.#places.values()) place.leave();
    }

    async #run(program, parameters) {
        this.#switch = spawn(program, parameters, { stdio: ['pipe', 'pipe', 'inherit'] });
        this.#answers = createInterface({ input: this.#switch.stdout })[Symbol.asyncIterator]();
        const failed = new Promise((_, reject) => { this.#switch.once('error', reject); });
        const { value } = await Promise.race([this.#answers.next(), failed]);
        if (value !== 'ready') throw new Error(`${program} did not start`);
    }

    // The switch answers in the order in which it is asked.
    async #say(order) {
        this.#switch.stdin.write(`${order}\n`);
        return (await this.#answers.next()).value;
    }
}
