// Files that people send each other.

import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { open_chat } from './chat.mjs';
import { wait_for } from './wait.mjs';

export const hash_of = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');

// A file of `size` bytes that no two pieces of are alike.
export function make_file(name, size) {
    const path = join(mkdtempSync(join(tmpdir(), 'files-')), name);
    const bytes = Buffer.alloc(size);
    for (let at = 0, state = size + 1; at < size; at++) {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        bytes[at] = state >>> 24;
    }
    writeFileSync(path, bytes);
    return path;
}

// Chooses files in the browser's own dialog.
export async function attach(person, ...paths) {
    await open_chat(person);
    const [dialog] = await Promise.all([person.page.waitForFileChooser(), person.click_button('Attach file')]);
    await dialog.accept(paths);
}

// What the line of the chat that shows the file called `name` says of it.
export async function says_of(person, name) {
    await open_chat(person);
    return (await person.texts_of('listitem')).find((text) => text.includes(name)) ?? '';
}

export function says(person, name, pattern, deadline_ms) {
    let last = '';
    return wait_for(`${name} to be ${pattern}`, async () => pattern.test(last = await says_of(person, name)), deadline_ms)
        .catch((error) => { throw new Error(`${error.message}, of which it is said: ${last}`, { cause: error }); });
}

// As the browser reports it when a person drops or pastes these files: [{ name, type, base64 }].
export function bring(person, kind, files) {
    return person.evaluate((event_kind, brought) => {
        const transfer = new DataTransfer();
        for (const { name, type, base64 } of brought) {
            const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
            transfer.items.add(new File([bytes], name, { type }));
        }
        const event = event_kind === 'drop'
            ? new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true })
            : new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true });
        document.body.dispatchEvent(event);
    }, kind, files);
}
