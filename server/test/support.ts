/**
 * What every test of the engine needs: the parser, loaded before the first test of a file runs (mocha requires this module,
 * see `.mocharc.json`). A script outside of mocha awaits {@link parserReady}.
 */
import { loadParser, setParser } from '../src/syntax/parser.ts';

export const parserReady: Promise<void> = loadParser().then(setParser);

/** Of every file, in each of the processes that tests run in. */
export const mochaHooks = { beforeAll: () => parserReady };
