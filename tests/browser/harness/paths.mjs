import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const tests_folder = resolve(dirname(fileURLToPath(import.meta.url)), '..');
export const repository_folder = resolve(tests_folder, '..', '..');
export const build_folder = process.env.PARLEY_BUILD ?? join(repository_folder, 'build');
export const artifacts_folder = join(build_folder, 'browser');
export const screenshots_folder = join(build_folder, 'screenshots');
