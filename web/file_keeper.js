// Keeps the files that come from other people in this origin's private file system (WHATWG File System), so that memory
// stays flat, counts what is there without a gap and hashes it. A worker of its own: only there are files written at
// once. Where a browser has no such place, as in some private windows, smaller files are kept in memory.
//
// in:  { what: 'receive', incoming, connection, file, size }   { what: 'bytes', connection, bytes }   { what: 'drop', incoming }
// out: { what: 'moved', incoming, moved }   { what: 'arrived', incoming, digest, kept }   { what: 'failed', incoming, room }

const piece_size = 1024 * 1024;
const header_size = 16;
const say_every_ms = 100;
const in_memory_max = 256 * 1024 * 1024;
const root_name = 'parley';
const lock_prefix = 'parley files ';

const files = new Map();

const base64url = (bytes) => btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
const sha256 = async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

// This page's own folder. What pages left behind that are gone goes now: a page holds its lock for as long as it lives.
async function open_folder() {
    const own = crypto.randomUUID();
    await new Promise((resolve, reject) => {
        navigator.locks.request(lock_prefix + own, () => { resolve(); return new Promise(() => {}); }).catch(reject);
    });
    const root = await (await navigator.storage.getDirectory()).getDirectoryHandle(root_name, { create: true });
    const held = new Set((await navigator.locks.query()).held.map(({ name }) => name));
    for await (const name of root.keys()) {
        if (!held.has(lock_prefix + name)) await root.removeEntry(name, { recursive: true }).catch(() => {});
    }
    return root.getDirectoryHandle(own, { create: true });
}
let folder;

async function on_disk(incoming) {
    folder ??= open_folder();
    const directory = await folder;
    const handle = await directory.getFileHandle(String(incoming), { create: true });
    const access = await handle.createSyncAccessHandle();
    return {
        write: (bytes, at) => access.write(bytes, { at }),
        finish: async () => { access.flush(); access.close(); return handle.getFile(); },
        drop: () => { access.close(); directory.removeEntry(String(incoming)).catch(() => {}); },
    };
}

function in_memory() {
    const parts = [];
    return {
        write: (bytes) => { parts.push(bytes.slice()); return bytes.length; },
        finish: async () => new Blob(parts),
        drop: () => { parts.length = 0; },
    };
}

async function room_for(size) {
    const { quota, usage } = await navigator.storage.estimate();
    return size <= quota - usage;
}

function fail(incoming, room) {
    const file = files.get(incoming);
    if (!file) return;
    files.delete(incoming);
    file.store?.drop();
    postMessage({ what: 'failed', incoming, room });
}

async function open(incoming, file) {
    try {
        if (!(await room_for(file.size))) return fail(incoming, true);
        file.store = await on_disk(incoming);
    } catch {
        if (file.size > in_memory_max) return fail(incoming, true);
        file.store = in_memory();
    }
    if (!files.has(incoming)) return file.store.drop();
    for (const frame of file.early.splice(0)) take(incoming, file, ...frame);
    if (file.size === 0) await finish(incoming, file);
}

function write_piece(incoming, file) {
    const bytes = file.piece.subarray(0, file.filled);
    file.digests.push(sha256(bytes));
    file.filled = 0;
    if (file.store.write(bytes, file.written) !== bytes.length) return fail(incoming, true);
    file.written += bytes.length;
}

async function finish(incoming, file) {
    const digests = await Promise.all(file.digests);
    const all = new Uint8Array(32 * digests.length);
    digests.forEach((digest, index) => all.set(digest, 32 * index));
    const digest = base64url(await sha256(all));
    const kept = await file.store.finish();
    Object.assign(file, { piece: undefined, digests: [] });
    if (files.get(incoming) === file) postMessage({ what: 'arrived', incoming, digest, kept });
}

// What is there already is passed over, and what comes behind a gap is asked for anew by whoever sees nothing arrive.
function take(incoming, file, from, bytes) {
    if (!file.store) return void (file.early.length < 1024 && file.early.push([from, bytes]));
    if (from > file.have || from + bytes.length <= file.have || file.have === file.size) return;
    let rest = bytes.subarray(file.have - from, file.size - from);
    while (rest.length > 0) {
        const part = rest.subarray(0, piece_size - file.filled);
        file.piece.set(part, file.filled);
        file.filled += part.length;
        file.have += part.length;
        rest = rest.subarray(part.length);
        if (file.filled === piece_size || file.have === file.size) write_piece(incoming, file);
        if (!files.has(incoming)) return;
    }
    if (file.have === file.size) return void finish(incoming, file).catch(() => fail(incoming, false));
    if (performance.now() < file.said_at + say_every_ms) return;
    file.said_at = performance.now();
    postMessage({ what: 'moved', incoming, moved: file.have });
}

const orders = {
    receive({ incoming, connection, file: number, size }) {
        const known = files.get(incoming);
        if (known) return Object.assign(known, { connection });
        const file = { connection, number, size, have: 0, written: 0, filled: 0, said_at: 0, early: [], digests: [] };
        file.piece = new Uint8Array(Math.min(size, piece_size));
        files.set(incoming, file);
        open(incoming, file).catch(() => fail(incoming, false));
    },
    bytes({ connection, bytes }) {
        if (bytes.byteLength < header_size) return;
        const header = new DataView(bytes);
        const number = header.getUint32(0);
        for (const [incoming, file] of files) {
            if (file.connection !== connection || file.number !== number) continue;
            try {
                take(incoming, file, header.getFloat64(8), new Uint8Array(bytes, header_size));
            } catch {
                fail(incoming, true);
            }
            return;
        }
    },
    drop({ incoming }) {
        const file = files.get(incoming);
        files.delete(incoming);
        file?.store?.drop();
    },
};
addEventListener('message', ({ data }) => orders[data.what]?.(data));
