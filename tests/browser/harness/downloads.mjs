// What the browser saves for a person.

import { mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { wait_for } from './wait.mjs';

// Presses `Save` and gives the path of the file that the browser saved, once all of it is there.
export async function save(person) {
    const folder = mkdtempSync(join(tmpdir(), 'downloads-'));
    const session = await person.page.createCDPSession();
    await session.send('Page.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    await person.click_button('Save');
    const whole = await wait_for('the saved file', async () =>
        readdirSync(folder).find((name) => !name.endsWith('.crdownload') && statSync(join(folder, name)).size > 0));
    return join(folder, whole);
}
