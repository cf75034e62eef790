/** Where the oracle keeps what it fetched and what rustc said. A link will do: checkouts can share one cache. */
import { existsSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const place = fileURLToPath(new URL('../../.cache', import.meta.url));

export const CACHE = existsSync(place) ? realpathSync(place) : place;
