/**
 * What every test of the engine needs: importing this module has the parser loaded before the first test runs.
 * A script outside of mocha awaits {@link parserReady}.
 */
import { loadParser, setParser } from '../src/syntax/parser.ts';

export const parserReady: Promise<void> = loadParser().then(setParser);

if (typeof before === 'function') before('load the parser', () => parserReady);
