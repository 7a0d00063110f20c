// Gives a test the adapters of the page as functions that return promises: window.sealing, once it is there.

import create_module from './sealing_page.js';

const module = await create_module();
module.callMain();
const answered = (name) => (...order) => new Promise((resolve) => module[name](...order, resolve));

// Seals `text` under one run after the other and opens it as its receiver would; gives how long each time took, in ms.
async function measure(stream, runs, text, count) {
    const durations_ms = [];
    for (let round = 1; round <= count; round++) {
        const order = { ...stream, run: runs[round % runs.length], counter: String(round), text };
        const began_ms = performance.now();
        const sealed = await window.sealing.seal(order);
        const opened = await window.sealing.open({ ...order, sealed });
        durations_ms.push(performance.now() - began_ms);
        if (opened !== text) throw new Error(`round ${round} came out differently`);
    }
    return durations_ms;
}

// The same with one key and nothing but WebCrypto: what the browser itself takes.
async function measure_bare(text, count) {
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
    const durations_ms = [];
    for (let round = 0; round < count; round++) {
        const began_ms = performance.now();
        const parameters = { name: 'AES-GCM', iv: new Uint8Array(12), additionalData: new Uint8Array(100) };
        const sealed = await crypto.subtle.encrypt(parameters, key, new TextEncoder().encode(text));
        new TextDecoder().decode(await crypto.subtle.decrypt(parameters, key, sealed));
        durations_ms.push(performance.now() - began_ms);
    }
    return durations_ms;
}

window.sealing = {
    derive: answered('derive'),
    seal: answered('seal'),
    open: answered('open'),
    prepare: answered('prepare'),
    verify: answered('verify'),
    measure,
    measure_bare,
};
