// What the browser saves for a person.

import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { wait_for } from './wait.mjs';

const unfinished = /\.(crdownload|part)$/;

// Presses `Save` and gives the path of the file that the browser saved, once all of it is there.
export async function save(person) {
    const folder = await person.downloads_folder();
    const before = new Set(readdirSync(folder));
    await person.click_button('Save');
    const whole = await wait_for('the saved file', async () => {
        const come = readdirSync(folder).filter((name) => !before.has(name));
        if (come.some((name) => unfinished.test(name))) return undefined;
        return come.find((name) => statSync(join(folder, name)).size > 0);
    });
    return join(folder, whole);
}
