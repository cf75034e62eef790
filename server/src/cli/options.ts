/**
 * The options that every command shares: what to analyse (a crate root file or a target of a Cargo package) and how
 * it would be compiled. Named as rustc's and cargo's own.
 */
import { type Command, Option } from 'commander';
import type { OptLevel, Profile } from '../project/profile.ts';
import { UsageError } from './errors.ts';

export interface CommonOptions {
  readonly crateName?: string;
  readonly crateType?: 'bin' | 'lib' | 'rlib';
  readonly edition?: '2015' | '2018' | '2021' | '2024';
  readonly cfg: readonly string[];
  readonly extern: readonly string[];
  readonly manifestPath?: string;
  readonly package?: string;
  readonly bin?: string;
  readonly lib?: boolean;
  readonly example?: string;
  readonly test?: string;
  readonly features: readonly string[];
  readonly defaultFeatures: boolean;
  /** Whether procedural macros that cargo has compiled are run. */
  readonly procMacros: boolean;
  readonly allFeatures?: boolean;
  readonly release?: boolean;
  readonly strategy?: 'lazy' | 'eager';
  readonly polymorphize?: boolean;
  readonly incremental?: boolean;
  readonly codegen: readonly string[];
  readonly unstable: readonly string[];
  readonly sysrootSrc?: string;
}

const collect = (value: string, previous: readonly string[]): string[] => [...previous, value];
const words = (value: string, previous: readonly string[]): string[] => [
  ...previous,
  ...value.split(/[\s,]+/).filter((word) => word !== ''),
];

export function addCommonOptions(command: Command): Command {
  return command
    .argument('[input]', 'a crate root (.rs), a directory or a Cargo.toml', '.')
    .optionsGroup('For a crate root file:')
    .option('--crate-name <name>', 'name of the crate (default: what the file says, else its name)')
    .addOption(new Option('--crate-type <type>', 'what is built').choices(['bin', 'lib', 'rlib']))
    .addOption(
      new Option('--edition <year>', 'edition of the crate').choices(['2015', '2018', '2021', '2024']),
    )
    .option('--cfg <spec>', 'a cfg to set: name or key="value" (repeatable)', collect, [])
    .option('--extern <name=file.rs>', 'another crate, by its root file (repeatable)', collect, [])
    .optionsGroup('For a Cargo package:')
    .option('--manifest-path <path>', 'its Cargo.toml')
    .option('-p, --package <name>', 'a package of the workspace')
    .option('--bin <name>', 'the binary of that name')
    .option('--lib', 'the library')
    .option('--example <name>', 'the example of that name')
    .option('--test <name>', 'the integration test of that name')
    .option('-F, --features <features>', 'features to turn on, separated by commas or spaces', words, [])
    .option('--no-default-features', 'leave the default features off')
    .option('--all-features', 'turn every feature on')
    .option('-r, --release', 'as the release profile builds it')
    .option('--no-proc-macros', 'run no procedural macros, not even those that cargo has compiled')
    .optionsGroup('How it is compiled:')
    .addOption(
      new Option('--strategy <strategy>', 'collect what is used, or everything that is not generic').choices([
        'lazy',
        'eager',
      ]),
    )
    .option('--polymorphize', 'let copies that differ only in unused parameters be one')
    .option('--incremental', 'codegen units as incremental builds have them')
    .option('-C, --codegen <flag>', 'a codegen option of rustc (repeatable)', collect, [])
    .option('-Z, --unstable <flag>', 'an unstable option of rustc (repeatable)', collect, [])
    .option(
      '--sysroot-src <path|none>',
      "the library directory of std's sources; none: the small std that we bring",
    );
}

/** rustc's `-C` and `-Z` flags that matter to collection; the others are named in `ignored`. */
export interface CompilerFlags {
  readonly linkDeadCode: boolean;
  readonly optLevel: OptLevel | undefined;
  readonly codegenUnits: number | undefined;
  readonly incremental: boolean;
  readonly debugAssertions: boolean | undefined;
  readonly overflowChecks: boolean | undefined;
  readonly panic: Profile['panic'] | undefined;
  readonly inlineMir: boolean | undefined;
  readonly debugVariables: boolean | undefined;
  readonly shareGenerics: boolean | undefined;
  readonly polymorphize: boolean;
  readonly ignored: readonly string[];
}

export function compilerFlags(codegen: readonly string[], unstable: readonly string[]): CompilerFlags {
  const flags = {
    linkDeadCode: false,
    optLevel: undefined as CompilerFlags['optLevel'],
    codegenUnits: undefined as number | undefined,
    incremental: false,
    debugAssertions: undefined as boolean | undefined,
    overflowChecks: undefined as boolean | undefined,
    panic: undefined as CompilerFlags['panic'],
    inlineMir: undefined as boolean | undefined,
    debugVariables: undefined as boolean | undefined,
    shareGenerics: undefined as boolean | undefined,
    polymorphize: false,
    ignored: [] as string[],
  };
  const split = (flag: string): [string, string | undefined] => {
    const at = flag.indexOf('=');
    return at < 0 ? [flag, undefined] : [flag.slice(0, at), flag.slice(at + 1)];
  };
  const isOn = (value: string | undefined): boolean =>
    value === undefined || /^(?:y|yes|on|true)$/.test(value);
  for (const flag of codegen) {
    const [name, value] = split(flag);
    switch (name.replaceAll('_', '-')) {
      case 'link-dead-code':
        flags.linkDeadCode = isOn(value);
        break;
      case 'opt-level':
        flags.optLevel = optLevel(value);
        break;
      case 'codegen-units':
        flags.codegenUnits = positive(name, value);
        break;
      case 'incremental':
        flags.incremental = true;
        break;
      case 'debug-assertions':
        flags.debugAssertions = isOn(value);
        break;
      case 'overflow-checks':
        flags.overflowChecks = isOn(value);
        break;
      case 'debuginfo':
        flags.debugVariables = /^(?:2|full)$/.test(value ?? '2');
        break;
      case 'panic':
        flags.panic = value === 'abort' ? 'abort' : 'unwind';
        break;
      default:
        flags.ignored.push(`-C${flag}`);
    }
  }
  for (const flag of unstable) {
    const [name, value] = split(flag);
    switch (name.replaceAll('_', '-')) {
      case 'share-generics':
        flags.shareGenerics = isOn(value);
        break;
      case 'inline-mir':
        flags.inlineMir = isOn(value);
        break;
      case 'polymorphize':
        flags.polymorphize = isOn(value);
        break;
      case 'print-mono-items':
        if (value === 'eager') flags.linkDeadCode = true;
        break;
      case 'human-readable-cgu-names':
        break;
      default:
        flags.ignored.push(`-Z${flag}`);
    }
  }
  return flags;
}

function optLevel(value: string | undefined): CompilerFlags['optLevel'] {
  switch (value) {
    case '0':
    case '1':
    case '2':
    case '3':
      return Number(value) as 0 | 1 | 2 | 3;
    case 's':
    case 'z':
      return value;
    default:
      throw new UsageError(`-Copt-level takes 0, 1, 2, 3, s or z, not ${value ?? 'nothing'}`);
  }
}

function positive(name: string, value: string | undefined): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new UsageError(`-C${name} takes a number from 1`);
  return number;
}
