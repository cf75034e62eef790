/**
 * The cfg options that rustc sets for a target by itself: what `rustc --print cfg` prints for rustc 1.95, as a table,
 * since nothing is run to analyse a program.
 *
 * The options that only nightly code may ask for (`target_thread_local`, `target_has_atomic_equal_alignment`) are
 * among them: std's own sources do.
 */
import type { CfgOptions } from './cfg.ts';

export const defaultTarget = 'x86_64-unknown-linux-gnu';

interface TargetSpec {
  readonly arch: string;
  readonly vendor: string;
  readonly os: string;
  readonly env: string;
  readonly family: 'unix' | 'windows' | 'wasm';
  readonly pointerWidth: 32 | 64;
  readonly features: readonly string[];
  /** Widths of atomic types, and those of them that must be aligned to their size to be atomic. */
  readonly atomics: readonly number[];
  readonly threadLocal?: false;
  readonly panic?: 'abort';
}

const x86 = ['fxsr', 'sse', 'sse2', 'x87'];
const x86Windows = [...x86, 'cmpxchg16b', 'lahfsahf', 'sse3'];
const x86Mac = [...x86Windows, 'sse4.1', 'ssse3'];
const armMac =
  'aes crc dit dotprod dpb dpb2 fcma fhm flagm flagm2 fp16 frintts jsconv lor lse lse2 neon paca pacg pan pmuv3 ras rcpc rcpc2 rdm sb sha2 sha3 ssbs v8.1a v8.2a v8.3a v8.4a vh'.split(
    ' ',
  );
const upTo64 = [8, 16, 32, 64];
const upTo128 = [8, 16, 32, 64, 128];

const linux = { vendor: 'unknown', os: 'linux', family: 'unix' } as const;
const windows = { vendor: 'pc', os: 'windows', family: 'windows' } as const;
const mac = { vendor: 'apple', os: 'macos', env: '', family: 'unix' } as const;

const x64 = { arch: 'x86_64', pointerWidth: 64, features: x86, atomics: upTo64 } as const;
const i686 = { arch: 'x86', pointerWidth: 32, features: x86, atomics: upTo64 } as const;
const arm64 = { arch: 'aarch64', pointerWidth: 64, features: ['neon'], atomics: upTo128 } as const;

const targets: Readonly<Record<string, TargetSpec>> = {
  'x86_64-unknown-linux-gnu': { ...x64, ...linux, env: 'gnu' },
  'x86_64-unknown-linux-musl': { ...x64, ...linux, env: 'musl', features: [...x86, 'crt-static'] },
  'x86_64-apple-darwin': { ...x64, ...mac, features: x86Mac, atomics: upTo128 },
  'x86_64-pc-windows-msvc': { ...x64, ...windows, env: 'msvc', features: x86Windows, atomics: upTo128 },
  'x86_64-pc-windows-gnu': {
    ...x64,
    ...windows,
    env: 'gnu',
    features: x86Windows,
    atomics: upTo128,
    threadLocal: false,
  },
  'i686-unknown-linux-gnu': { ...i686, ...linux, env: 'gnu' },
  'i686-pc-windows-msvc': { ...i686, ...windows, env: 'msvc' },
  'aarch64-unknown-linux-gnu': { ...arm64, ...linux, env: 'gnu', features: ['neon', 'outline-atomics'] },
  'aarch64-apple-darwin': { ...arm64, ...mac, features: armMac },
  'aarch64-pc-windows-msvc': { ...arm64, ...windows, env: 'msvc' },
  'wasm32-unknown-unknown': {
    arch: 'wasm32',
    vendor: 'unknown',
    os: 'unknown',
    env: '',
    family: 'wasm',
    pointerWidth: 32,
    features: [
      'bulk-memory',
      'multivalue',
      'mutable-globals',
      'nontrapping-fptoint',
      'reference-types',
      'sign-ext',
    ],
    atomics: upTo64,
    panic: 'abort',
  },
};

export const knownTargets: readonly string[] = Object.keys(targets);

/** The options of a target, without those of a profile. Unknown targets are read from their name. */
export function targetCfg(triple: string): CfgOptions {
  const spec = targets[triple] ?? guessTarget(triple);
  const cfg = new Set<string>(['fmt_debug="full"', 'target_has_atomic', 'target_has_atomic_load_store']);
  const pair = (key: string, value: string) => cfg.add(`${key}="${value}"`);
  pair('panic', spec.panic ?? 'unwind');
  pair('relocation_model', spec.family === 'wasm' ? 'static' : 'pic');
  pair('target_abi', '');
  pair('target_arch', spec.arch);
  pair('target_endian', 'little');
  pair('target_env', spec.env);
  pair('target_family', spec.family);
  pair('target_os', spec.os);
  pair('target_pointer_width', String(spec.pointerWidth));
  pair('target_vendor', spec.vendor);
  for (const feature of spec.features) pair('target_feature', feature);
  for (const width of [...spec.atomics.map(String), 'ptr']) {
    pair('target_has_atomic', width);
    pair('target_has_atomic_load_store', width);
    // Only i686 on Unix aligns 64-bit integers to less than their size.
    const unaligned = width === '64' && spec.arch === 'x86' && spec.family === 'unix';
    if (!unaligned) pair('target_has_atomic_equal_alignment', width);
  }
  if (spec.family !== 'wasm') cfg.add(spec.family);
  if (spec.threadLocal !== false) {
    cfg.add('target_thread_local');
    for (const reliable of ['f128', 'f16', 'f16_math']) cfg.add(`target_has_reliable_${reliable}`);
  }
  return cfg;
}

/** `arch-vendor-os-env` says most of what there is to know. */
function guessTarget(triple: string): TargetSpec {
  const parts = triple.split('-');
  const arch = parts[0] ?? 'x86_64';
  const os = /linux|android/.test(triple)
    ? 'linux'
    : /windows/.test(triple)
      ? 'windows'
      : /darwin/.test(triple)
        ? 'macos'
        : (parts.at(-1) ?? 'none');
  const family = os === 'windows' ? 'windows' : arch.startsWith('wasm') ? 'wasm' : 'unix';
  const narrow = /^(i\d86|arm|thumb|mips|powerpc|riscv32|wasm32|sparc)(?!.*64)/.test(arch);
  return {
    arch: arch.replace(/^i\d86$/, 'x86').replace(/^(arm|thumb).*$/, 'arm'),
    vendor: parts.length > 2 ? (parts[1] ?? 'unknown') : 'unknown',
    os,
    env: parts[3] ?? '',
    family,
    pointerWidth: narrow ? 32 : 64,
    features: [],
    atomics: upTo64,
  };
}
