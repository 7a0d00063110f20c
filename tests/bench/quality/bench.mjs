#!/usr/bin/env node
// Measures how pictures are fitted to lines, machines and windows, and prints the figures as a Markdown table. Run it
// through scripts/bench.
//
// bench.mjs crowd [4|6]... [--seconds N]   how fast pictures are in a call of so many (6) in one browser
// bench.mjs unseen [--seconds N]           what a viewer costs who looks elsewhere
// bench.mjs statistics [--seconds N]       what it costs to know how the connections are

import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { make_media } from '../../browser/harness/media.mjs';
import { artifacts_folder } from '../../browser/harness/paths.mjs';
import { with_world } from '../../browser/harness/with_world.mjs';
import { measure_crowd } from './crowd.mjs';
import { measure_statistics } from './statistics.mjs';
import { measure_unseen } from './unseen.mjs';

const { values: options, positionals: [part, ...numbers] } = parseArgs({
    allowPositionals: true,
    options: { seconds: { type: 'string', default: '20' } },
});
const measures = { crowd: measure_crowd, unseen: measure_unseen, statistics: measure_statistics };
if (!(part in measures)) throw new Error(`say which part: ${Object.keys(measures).join(', ')}`);
const settings = { seconds: Number(options.seconds), numbers: numbers.map(Number), progress: (text) => console.error(text) };

await make_media();
const rows = await with_world(join(artifacts_folder, `bench-${part}`), (world) => measures[part](world, settings));
console.log('| What | Figure | Goal |\n|---|---|---|');
for (const row of rows) console.log(`| ${row.join(' | ')} |`);
