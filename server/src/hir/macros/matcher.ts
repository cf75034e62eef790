/**
 * Matches a macro's input against one rule.
 *
 * The matcher is a set of threads over the rule's locations, as in rustc's `macro_parser`. All threads stand at the
 * same token of the input. Those that want a token move on together when it comes; one that wants a fragment may have
 * it only if no other thread could go on, because a fragment, once begun, is never given back. More than one way is
 * an ambiguity, and an error.
 *
 * A thread's bindings are a linked list of events, so that a thread forks for the price of nothing.
 */
import type { FragmentSkipper } from './fragments.ts';
import type { MacroRule, MatcherLoc } from './macroRules.ts';
import type { FragmentSpecifier, Token } from './tokens.ts';

/** What a name is bound to: a fragment, or one binding for each iteration of a repetition. */
export type Binding =
  | { readonly kind: 'Fragment'; readonly fragment: FragmentSpecifier; readonly tokens: readonly Token[] }
  | { readonly kind: 'Sequence'; readonly items: readonly Binding[] };

export type Bindings = Map<string, Binding>;

export type MatchResult =
  | { readonly kind: 'Success'; readonly bindings: Bindings }
  /** `at`: the token that no thread could take. */
  | { readonly kind: 'Failure'; readonly at: number }
  | { readonly kind: 'Ambiguous'; readonly at: number };

type Event = { readonly before: Event | undefined } & (
  | { readonly kind: 'Enter'; readonly names: readonly string[] }
  | { readonly kind: 'Iteration' | 'Exit' }
  | { readonly kind: 'Bind'; readonly name: string; readonly binding: Binding }
);

interface Thread {
  readonly loc: number;
  readonly events: Event | undefined;
}

export function matchRule({ matcher }: MacroRule, skipper: FragmentSkipper): MatchResult {
  const { tokens } = skipper;
  let threads: Thread[] = [{ loc: 0, events: undefined }];
  let at = 0;
  for (;;) {
    const step = stepThreads(matcher, threads, skipper, at);
    if (at === tokens.length) {
      if (step.finished.length > 1) return { kind: 'Ambiguous', at };
      if (step.finished.length === 1) return success(step.finished[0]!.events);
    }
    if (step.wantsFragment.length === 0) {
      if (step.advanced.length === 0) return { kind: 'Failure', at };
      threads = step.advanced;
      at++;
      continue;
    }
    if (step.wantsFragment.length > 1 || step.advanced.length > 0) return { kind: 'Ambiguous', at };
    const thread = step.wantsFragment[0]!;
    const variable = matcher[thread.loc] as Extract<MatcherLoc, { kind: 'Variable' }>;
    const end = skipper.skip(variable.fragment, at);
    if (end < 0 || end > tokens.length) return { kind: 'Failure', at };
    const binding: Binding = {
      kind: 'Fragment',
      fragment: variable.fragment,
      tokens: tokens.slice(at, end),
    };
    threads = [
      {
        loc: thread.loc + 1,
        events: { kind: 'Bind', name: variable.name, binding, before: thread.events },
      },
    ];
    at = end;
  }
}

interface Step {
  readonly advanced: Thread[];
  readonly wantsFragment: Thread[];
  readonly finished: Thread[];
}

/** Follows each thread to the places where it wants something of the input. */
function stepThreads(
  matcher: readonly MatcherLoc[],
  threads: readonly Thread[],
  skipper: FragmentSkipper,
  at: number,
): Step {
  const step: Step = { advanced: [], wantsFragment: [], finished: [] };
  const token = skipper.tokens[at];
  const pending = [...threads];
  // A repetition of nothing could fork for ever; there are never more useful threads than locations.
  let budget = 64 + matcher.length * 16;
  while (pending.length > 0 && budget-- > 0) {
    const { loc, events } = pending.pop()!;
    const where = matcher[loc]!;
    switch (where.kind) {
      case 'Token':
        if (token && sameToken(where.token, token)) step.advanced.push({ loc: loc + 1, events });
        break;
      case 'Variable':
        if (skipper.mayBegin(where.fragment, at)) step.wantsFragment.push({ loc, events });
        break;
      case 'Sequence': {
        const entered: Event = { kind: 'Enter', names: where.names, before: events };
        if (where.op !== '+') pending.push({ loc: where.after, events: { kind: 'Exit', before: entered } });
        pending.push({ loc: loc + 1, events: { kind: 'Iteration', before: entered } });
        break;
      }
      case 'EndNoSeparator':
        pending.push({ loc: loc + 1, events: { kind: 'Exit', before: events } });
        if (where.op !== '?')
          pending.push({ loc: where.first, events: { kind: 'Iteration', before: events } });
        break;
      case 'Separator':
        pending.push({ loc: loc + 2, events: { kind: 'Exit', before: events } });
        if (token && sameToken(where.separator, token)) step.advanced.push({ loc: loc + 1, events });
        break;
      case 'AfterSeparator':
        pending.push({ loc: where.first, events: { kind: 'Iteration', before: events } });
        break;
      case 'End':
        if (token === undefined) step.finished.push({ loc, events });
        break;
    }
  }
  return step;
}

function sameToken(wanted: Token, token: Token): boolean {
  return wanted.kind === token.kind && wanted.text === token.text;
}

/** Replays a thread's events into the bindings they describe. */
function success(last: Event | undefined): MatchResult {
  const events: Event[] = [];
  for (let e = last; e; e = e.before) events.push(e);
  let at = events.length - 1;

  /** Until the end, or the `Exit` of the repetition that this is an iteration of. */
  function replay(into: Bindings): void {
    for (; at >= 0; at--) {
      const event = events[at]!;
      if (event.kind === 'Bind') into.set(event.name, event.binding);
      else if (event.kind === 'Enter') {
        at--;
        const iterations: Bindings[] = [];
        while (at >= 0 && events[at]!.kind === 'Iteration') {
          at--;
          const iteration: Bindings = new Map();
          replay(iteration);
          iterations.push(iteration);
        }
        // Now at the `Exit`.
        for (const name of event.names) {
          const items = iterations.flatMap((i) => i.get(name) ?? []);
          into.set(name, { kind: 'Sequence', items });
        }
      } else return;
    }
  }
  const bindings: Bindings = new Map();
  replay(bindings);
  return { kind: 'Success', bindings };
}
