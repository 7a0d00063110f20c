// Where the programs that the tests start are found.

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

// The first of `names` on the PATH, unless the environment variable `variable` says where; `hint` is how to get one.
export function find_program(names, variable, hint) {
    if (process.env[variable]) return process.env[variable];
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
        for (const name of names) {
            const path = join(folder, name);
            try {
                accessSync(path, constants.X_OK);
                return path;
            } catch {
                // Not there; the next place is asked.
            }
        }
    }
    throw new Error(`${names[0]} is missing. Install it (Debian: apt-get install ${hint}) or name it in ${variable}.`);
}
