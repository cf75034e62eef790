/** What every test of the engine needs: importing this module loads the parser. */
import { loadParser, setParser } from '../src/syntax/parser.ts';

setParser(await loadParser());
