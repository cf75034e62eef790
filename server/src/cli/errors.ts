/** Errors that end the program with one clear sentence instead of a stack. */

/** Wrong usage: exit code 2. */
export class UsageError extends Error {}

/** Missing or unreadable input, or nothing found: exit code 1. The message names the file or item. */
export class InputError extends Error {}
