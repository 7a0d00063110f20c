// A world outside of the test runner, for what measures or lasts long.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { World } from './world.mjs';

// Gives what `work` makes of a world that ends with it, and of a folder that does too; `artifacts` keeps what explains a
// failure.
export async function with_world(artifacts, work) {
    const folder = mkdtempSync(join(tmpdir(), 'parley-world-'));
    const world = new World(folder, artifacts);
    try {
        return await work(world, folder);
    } catch (error) {
        await world.explain_failure();
        throw error;
    } finally {
        await world.end();
        rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
}
