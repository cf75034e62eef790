/** Expands macros without a database: rules and arguments in, text out. */

import type { CrateId } from '../../src/hir/defs.ts';
import { FragmentSkipper } from '../../src/hir/macros/fragments.ts';
import { parseMacroRules } from '../../src/hir/macros/macroRules.ts';
import { matchRule } from '../../src/hir/macros/matcher.ts';
import { CodeWriter, lex } from '../../src/hir/macros/tokens.ts';
import { resolveGroups, transcribe } from '../../src/hir/macros/transcribe.ts';

const source = (text: string) => ({ text, spans: undefined });

/** The expansion by the first rule that matches, `no rule` where none does. */
export function expandRules(rules: string, args: string, isMacro2 = false): string {
  const skipper = new FragmentSkipper(lex(source(args)));
  for (const rule of parseMacroRules(lex(source(rules)), isMacro2).rules) {
    const result = matchRule(rule, skipper);
    if (result.kind === 'Ambiguous') return 'ambiguous';
    if (result.kind === 'Failure') continue;
    const output = transcribe(rule.template, result.bindings, {
      dollarCrate: 7 as CrateId,
      mark: (token) => token,
    });
    return new CodeWriter().tokens(resolveGroups(output)).finish().text;
  }
  return 'no rule';
}
