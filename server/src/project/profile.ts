/**
 * How a crate is compiled, as far as it decides which code there is: what Cargo's profiles and rustc's `-C` options
 * have in common. Each crate of a program has a profile of its own, std that of the toolchain's builders.
 */

export type OptLevel = 0 | 1 | 2 | 3 | 's' | 'z';

export interface Profile {
  readonly optLevel: OptLevel;
  /** `cfg(debug_assertions)`, and std's checks of what unsafe code promises. */
  readonly debugAssertions: boolean;
  readonly overflowChecks: boolean;
  /** Codegen units follow modules, generic items have units of their own, and nothing is inlined before LLVM. */
  readonly incremental: boolean;
  /** The most codegen units, if given. */
  readonly codegenUnits: number | undefined;
  readonly panic: 'unwind' | 'abort';
  /** `-Zinline-mir`, if given. */
  readonly inlineMir: boolean | undefined;
  /** Debug information is `full`: the variables of functions that are inlined are kept, too. */
  readonly debugVariables: boolean;
}

/** Plain `rustc`, and Cargo's `dev` but for incremental compilation. */
export const devProfile: Profile = {
  optLevel: 0,
  debugAssertions: true,
  overflowChecks: true,
  incremental: false,
  codegenUnits: undefined,
  panic: 'unwind',
  inlineMir: undefined,
  debugVariables: false,
};

/** `rustc -Copt-level=3`, and Cargo's `release`. */
export const releaseProfile: Profile = {
  ...devProfile,
  optLevel: 3,
  debugAssertions: false,
  overflowChecks: false,
};

/** How std is built. */
export const stdProfile: Profile = { ...releaseProfile, debugVariables: true };

/** What is written over a profile; what is undefined stays as it is. */
export type ProfileOverrides = { readonly [K in keyof Profile]?: Profile[K] | undefined };

export function overrideProfile(profile: Profile, overrides: ProfileOverrides): Profile {
  const given = Object.entries(overrides).filter(([, value]) => value !== undefined);
  return given.length === 0 ? profile : { ...profile, ...Object.fromEntries(given) };
}

/** What rustc's flags make of a crate: the assertions follow the level, the checks the assertions. */
export function rustcProfile(flags: ProfileOverrides): Profile {
  const base = (flags.optLevel ?? 0) === 0 ? devProfile : releaseProfile;
  const overflowChecks = flags.overflowChecks ?? flags.debugAssertions;
  return overrideProfile(base, { ...flags, overflowChecks });
}

/** The options with those that a profile sets. */
export function withProfile(cfg: Iterable<string>, profile: Profile): Set<string> {
  const result = new Set(cfg);
  const set = (option: string, isSet: boolean): void => {
    if (isSet) result.add(option);
    else result.delete(option);
  };
  set('debug_assertions', profile.debugAssertions);
  set('ub_checks', profile.debugAssertions);
  set('overflow_checks', profile.overflowChecks);
  // A target that cannot unwind has said so already.
  if (profile.panic === 'abort') {
    set('panic="unwind"', false);
    set('panic="abort"', true);
  }
  return result;
}

/** Whether rustc's `mir-opt-level` is 2: MIR is optimized, and small functions are found to be inlinable elsewhere. */
export function optimizesMir({ optLevel }: Profile): boolean {
  return optLevel !== 0;
}

/** Whether calls are inlined in MIR. */
export function inlinesMir({ optLevel, incremental, inlineMir }: Profile): boolean {
  return inlineMir ?? ((optLevel === 2 || optLevel === 3) && !incremental);
}

/** Whether copies of generic functions are shared between crates, unless `-Zshare-generics` says otherwise. */
export function sharesGenericsByDefault({ optLevel }: Profile): boolean {
  return optLevel !== 2 && optLevel !== 3;
}

export function sameProfile(a: Profile, b: Profile): boolean {
  return (
    a === b ||
    (a.optLevel === b.optLevel &&
      a.debugAssertions === b.debugAssertions &&
      a.overflowChecks === b.overflowChecks &&
      a.incremental === b.incremental &&
      a.codegenUnits === b.codegenUnits &&
      a.panic === b.panic &&
      a.inlineMir === b.inlineMir &&
      a.debugVariables === b.debugVariables)
  );
}
