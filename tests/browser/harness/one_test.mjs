// Runs one test of one file inside its namespaces and writes what came of it: result.json beside the artifacts.
// Usage: one_test.mjs FILE TITLE FOLDER ARTIFACTS DEADLINE_MS

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { pathToFileURL } from 'node:url';

import { World } from './world.mjs';

const [file, title, folder, artifacts, deadline_ms] = process.argv.slice(2);
const explain_deadline_ms = 8_000;

function within(duration_ms, what, promise) {
    const late = new Promise((_, reject) => {
        setTimeout(() => reject(new Error(`${what} took longer than ${duration_ms} ms`)), duration_ms).unref();
    });
    return Promise.race([promise, late]);
}

async function run(world) {
    const { default: tests } = await import(pathToFileURL(file).href);
    await tests[title](world);
    const problems = await world.problems();
    if (problems.length > 0) throw new Error(`the pages had problems:\n${problems.join('\n')}`);
}

const world = new World(folder, artifacts);
const result = { passed: true, notes: world.notes };
try {
    await within(Number(deadline_ms), 'the test', run(world));
} catch (error) {
    result.passed = false;
    result.error = inspect(error);
    const problems = await within(explain_deadline_ms, 'asking', world.problems()).catch(() => []);
    if (problems.length > 0 && !result.error.includes(problems[0])) result.error += `\nalso:\n${problems.join('\n')}`;
    await within(explain_deadline_ms, 'explaining', world.explain_failure()).catch(() => {});
}
writeFileSync(join(artifacts, 'result.json'), JSON.stringify(result));
await within(explain_deadline_ms, 'the end', world.end()).catch(() => {});
process.exit(result.passed ? 0 : 1);
