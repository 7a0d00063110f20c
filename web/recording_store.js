// Files of recordings in the origin's private file system (W3C File System). Only a worker gets a handle that writes in
// place, so that what was flushed outlives the page. Does what it is told, in order, and says what came of it.

const folder_name = 'recordings';
const lock_of = (file) => `parley recording ${file}`;
const open = new Map();

const folder = async () => (await navigator.storage.getDirectory()).getDirectoryHandle(folder_name, { create: true });

// Held for as long as this page lives: what is written to, or waits to be saved here, no other page offers.
const hold = (file) => new Promise((resolve, reject) => {
    const keep = (lock) => (lock ? (resolve(), new Promise(() => {})) : reject(new Error('somebody writes to it')));
    navigator.locks.request(lock_of(file), { ifAvailable: true }, keep).catch(reject);
});

async function free_bytes() {
    const { quota, usage } = await navigator.storage.estimate();
    return Math.max(0, quota - usage);
}

function close(recording) {
    const { handle, bytes } = open.get(recording);
    open.delete(recording);
    handle.close();
    return bytes;
}

const orders = {
    async find() {
        const { held } = await navigator.locks.query();
        const taken = new Set(held.map(({ name }) => name));
        const files = [];
        for await (const [file, handle] of (await folder()).entries()) {
            if (taken.has(lock_of(file))) continue;
            const bytes = (await handle.getFile()).size;
            if (bytes > 0) files.push({ file, bytes });
            else await (await folder()).removeEntry(file);
        }
        return { files: files.sort((one, other) => (one.file < other.file ? -1 : 1)) };
    },
    async open({ recording, file }) {
        await hold(file);
        const entry = await (await folder()).getFileHandle(file, { create: true });
        open.set(recording, { handle: await entry.createSyncAccessHandle(), bytes: 0 });
        return { free: await free_bytes() };
    },
    async write({ recording, chunk }) {
        const bytes = new Uint8Array(await chunk.arrayBuffer());
        const one = open.get(recording);
        if (!one || bytes.length === 0) return undefined;
        // A full disk may take a part of it.
        for (let done = 0; done < bytes.length;) {
            const written = one.handle.write(bytes.subarray(done), { at: one.bytes + done });
            if (written === 0) throw new DOMException('nothing more fits', 'QuotaExceededError');
            done += written;
        }
        one.bytes += bytes.length;
        one.handle.flush();
        return { bytes: one.bytes, free: await free_bytes() };
    },
    async close({ recording }) {
        return open.has(recording) ? { bytes: close(recording) } : undefined;
    },
    async offer({ file }) {
        return { file, content: await (await (await folder()).getFileHandle(file)).getFile() };
    },
    async abandon({ recording }) {
        if (open.has(recording)) close(recording);
    },
    async discard({ recording, file }) {
        if (open.has(recording)) close(recording);
        await (await folder()).removeEntry(file);
    },
};

async function carry_out(order) {
    const { order: name, recording } = order;
    try {
        const answer = await orders[name](order);
        if (answer) postMessage({ answer: name, recording, ...answer });
    } catch (error) {
        if (open.has(recording)) close(recording);
        postMessage({ answer: 'failed', order: name, recording, error: error.name });
    }
}

let last = Promise.resolve();
addEventListener('message', ({ data }) => { last = last.then(() => carry_out(data)); });
