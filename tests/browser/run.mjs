#!/usr/bin/env node
// Runs the tests in real browsers, one after the other, each in namespaces and a temporary folder of its own.
// A test file exports by default an object of async functions, each a behaviour that its key says in a sentence;
// it may export `deadline_ms` for all of them.
//
// run.mjs [--list] [--repeat N] [--counts FILE] [WORDS...]     runs the tests whose file or title has all the words

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

import { chromium_path } from './harness/chromium.mjs';
import { make_media } from './harness/media.mjs';
import { artifacts_folder, tests_folder } from './harness/paths.mjs';

const default_deadline_ms = 60_000;
// What a test gets on top of its deadline to keep its artifacts, before everything it started is killed.
const grace_ms = 30_000;
// A test has a home of its own, and still builds nothing and fetches nothing that is there.
const cache_folder = process.env.PARLEY_CACHE ?? join(homedir(), '.cache', 'parley');

async function discover(words) {
    const files = readdirSync(tests_folder).filter((name) => name.endsWith('.test.mjs')).sort();
    const found = [];
    for (const name of files) {
        const file = join(tests_folder, name);
        const { default: tests, deadline_ms = default_deadline_ms } = await import(pathToFileURL(file).href);
        for (const title of Object.keys(tests)) found.push({ file, title, deadline_ms });
    }
    const matches = ({ file, title }) => words.every((word) => `${basename(file)} ${title}`.toLowerCase().includes(word.toLowerCase()));
    return found.filter(matches);
}

function run_in_namespace({ file, title, deadline_ms }, folder, artifacts) {
    const harness = join(tests_folder, 'harness');
    const command = [process.execPath, join(harness, 'one_test.mjs'), file, title, folder, artifacts, String(deadline_ms)];
    const child = spawn(join(harness, 'namespace.sh'), command, {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, TMPDIR: folder, HOME: folder, PARLEY_CACHE: cache_folder },
    });
    let output = '';
    child.stdout.on('data', (data) => { output += data; });
    child.stderr.on('data', (data) => { output += data; });
    const killer = setTimeout(() => child.kill('SIGKILL'), deadline_ms + grace_ms);
    return new Promise((resolve) => {
        child.once('close', () => {
            clearTimeout(killer);
            resolve(output);
        });
    });
}

async function run_test(test) {
    const name = `${basename(test.file, '.test.mjs')}-${test.title.toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, 80)}`;
    const artifacts = join(artifacts_folder, name);
    const folder = mkdtempSync(join(tmpdir(), 'parley-test-'));
    rmSync(artifacts, { recursive: true, force: true });
    mkdirSync(artifacts, { recursive: true });
    const started = Date.now();
    try {
        const output = await run_in_namespace(test, folder, artifacts);
        const result_file = join(artifacts, 'result.json');
        const result = existsSync(result_file)
            ? JSON.parse(readFileSync(result_file, 'utf8'))
            : { passed: false, error: `it was killed or ended by itself\n${output}`, notes: [] };
        if (result.passed) rmSync(artifacts, { recursive: true });
        return { ...result, artifacts, duration_ms: Date.now() - started };
    } finally {
        rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
}

function report({ title }, { passed, duration_ms, notes, error, artifacts }) {
    const seconds = (duration_ms / 1000).toFixed(1).padStart(5);
    console.log(`${passed ? 'passed' : 'FAILED'} ${seconds} s  ${title}${notes.map((note) => ` [${note}]`).join('')}`);
    if (!passed) console.log(`${error.replace(/^/gm, '    ')}\n    kept: ${artifacts}`);
}

const { values: options, positionals: words } = parseArgs({
    allowPositionals: true,
    options: { list: { type: 'boolean' }, repeat: { type: 'string', default: '1' }, counts: { type: 'string' } },
});
const tests = await discover(words);
if (tests.length === 0) {
    console.error(`no test has all of: ${words.join(' ')}`);
    process.exit(2);
}
if (options.list) {
    for (const { file, title } of tests) console.log(`${basename(file)}: ${title}`);
    process.exit(0);
}
const counts = { passed: 0, failed: 0, skipped: 0 };
let rounds = Number(options.repeat);
try {
    chromium_path();
    await make_media();
} catch (error) {
    console.log(`FAILED before the first test: ${error.message}`);
    counts.failed = tests.length;
    rounds = 0;
}
for (let round = 0; round < rounds; round++) {
    for (const test of tests) {
        const result = await run_test(test);
        report(test, result);
        counts[result.passed ? 'passed' : 'failed']++;
    }
}
console.log(`browser tests: ${counts.passed} passed, ${counts.failed} failed`);
if (options.counts) writeFileSync(options.counts, JSON.stringify(counts));
process.exit(counts.failed === 0 && counts.passed > 0 ? 0 : 1);
