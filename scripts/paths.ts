// Where things are in the project, for the scripts.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** A path below the project's root. */
export const inRoot = (...parts: string[]): string => join(root, ...parts);
