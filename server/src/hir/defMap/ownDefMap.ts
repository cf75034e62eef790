/**
 * The `DefMap` of a crate of the user's as the last run left it, if only the insides of plain functions have changed since.
 *
 * That a file has appeared where there was none cannot be seen from the files that were there, so a map that lacks one
 * is not remembered.
 */

import type { Database } from '../../query/database.ts';
import { stampOfFiles } from '../bodyStamp.ts';
import type { FileNames } from '../defCodec.ts';
import type { CrateId } from '../defs.ts';
import { type Codec, cachedOfOwn } from '../libraryCache.ts';
import { type DefMap, moduleFiles } from './defMap.ts';
import { defMapCodec } from './defMapCodec.ts';

/** The files that the map was made of, what they said then, and the map. */
type Remembered = readonly [files: readonly string[], stamp: string, map: string];

export function rememberedDefMap(
  db: Database,
  krate: CrateId,
  names: FileNames,
  collect: () => DefMap,
): DefMap {
  const mapCodec = defMapCodec(names);
  const stampOf = (files: readonly string[]) => stampOfFiles(db, krate, files.map(names.file));
  const codec: Codec<DefMap> = {
    encode(map) {
      if (map.unresolved.files > 0) return undefined;
      const files = moduleFiles(map).map(names.path);
      const stamp = stampOf(files);
      const text = stamp === undefined ? undefined : mapCodec.encode(map);
      return text === undefined ? undefined : JSON.stringify([files, stamp!, text] satisfies Remembered);
    },
    decode(remembered) {
      const [files, stamp, map] = JSON.parse(remembered) as Remembered;
      return stampOf(files) === stamp ? mapCodec.decode(map) : undefined;
    },
  };
  return cachedOfOwn(db, `defMap ${krate}`, codec, collect);
}
