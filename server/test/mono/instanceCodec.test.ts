/** Instances written as text and read again are the same objects. */
import assert from 'node:assert/strict';
import { firstDisambiguatorIn } from '../../src/hir/defMap/blockPlace.ts';
import { type CrateId, crateRoot, internDef } from '../../src/hir/defs.ts';
import { internMacroCall } from '../../src/hir/hirFile.ts';
import { mkInstance, monoInstance } from '../../src/mono/instance.ts';
import { decodeInstances, encodeInstances } from '../../src/mono/instanceCodec.ts';
import {
  erasedRegion,
  mkAdt,
  mkArgs,
  mkArray,
  mkBoundRegion,
  mkDynamic,
  mkFnPtr,
  mkInfer,
  mkRef,
  mkTuple,
  mkUsize,
  prim,
  unit,
} from '../../src/ty/intern.ts';

const krate = 0 as CrateId;
const def = (kind: 'Fn' | 'Struct' | 'Trait', name: string, disambiguator = 0) =>
  internDef({ krate, parent: crateRoot(krate), kind, name, disambiguator });

describe('instances as text', () => {
  it('come back as the same objects', () => {
    const nothing = mkTuple([]);
    const many = mkTuple([prim.u8, prim.char, prim.str, prim.i128, prim.f64, prim.bool, nothing]);
    const adt = mkAdt(def('Struct', 'S'), mkArgs([erasedRegion, many, mkUsize(2n ** 63n)]));
    const callback = mkFnPtr({
      inputs: [mkRef(adt, true, mkBoundRegion(0, 0))],
      output: unit,
      isUnsafe: true,
      isVarargs: false,
      abi: 'C',
      boundRegions: ["'a"],
    });
    const object = mkDynamic({ def: def('Trait', 'T'), args: mkArgs([callback]) }, [def('Trait', 'Auto')]);
    const instances = [
      monoInstance(def('Fn', 'f')),
      mkInstance({ kind: 'Item', def: def('Fn', 'f', 1) }, mkArgs([mkArray(object, mkUsize(3))])),
      mkInstance({ kind: 'DropGlue', def: def('Fn', 'drop'), ty: undefined }, mkArgs([prim.u8])),
      mkInstance({ kind: 'DropGlue', def: def('Fn', 'drop'), ty: adt }, mkArgs([adt])),
      mkInstance({ kind: 'Virtual', def: def('Fn', 'm'), index: 4 }, mkArgs([object])),
    ];
    const read = decodeInstances(encodeInstances(instances)!);
    assert.equal(read.length, instances.length);
    for (const [i, instance] of instances.entries()) assert.equal(read[i], instance);
  });

  it('name what a macro declares in a body by its calls', () => {
    const macro = def('Fn', 'm');
    const outer = internMacroCall({
      krate,
      def: macro,
      fragment: 'Stmts',
      site: { kind: 'Body', text: { kind: 'Body', owner: def('Fn', 'f') }, ordinal: 2 },
    });
    const inner = internMacroCall({
      krate,
      def: macro,
      fragment: 'Expr',
      site: { kind: 'Body', text: { kind: 'Expansion', call: outer }, ordinal: 1 },
    });
    const text = encodeInstances([monoInstance(def('Fn', 'g', firstDisambiguatorIn(inner) + 3))])!;
    assert.equal(decodeInstances(text)[0], monoInstance(def('Fn', 'g', firstDisambiguatorIn(inner) + 3)));
    // The numbers of calls are those of this run.
    assert.ok(!text.includes(`${firstDisambiguatorIn(inner) + 3}`));
  });

  it('are not written where they mean nothing in another run', () => {
    const open = mkInstance({ kind: 'Item', def: def('Fn', 'f') }, mkArgs([mkInfer('Ty', 0)]));
    assert.equal(encodeInstances([open]), undefined);
  });

  it('are not read from a damaged text', () => {
    const text = encodeInstances([monoInstance(def('Fn', 'f'))])!;
    for (const damaged of [
      '',
      '{}',
      text.slice(0, -2),
      text.replace('[0,', '[7,').replace('"Item",1', '"Item",9'),
    ])
      assert.throws(() => decodeInstances(damaged));
  });
});
