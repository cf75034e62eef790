/**
 * Hover: what monomorphization makes of the thing under the cursor. A generic function tells its copies, a call the
 * instance that is called, a closure its copies and what it inherits, a generic parameter whether code depends on it,
 * a type the code that drops it. Things with nothing to tell have no hover, so as not to stand in the way of others.
 */

import { closureHeaderRange } from '../hir/body/closureHeader.ts';
import { bodySourceMap } from '../hir/body/lower.ts';
import { assocItems } from '../hir/defMap/assocItems.ts';
import { type CrateId, type DefId, defData, defKind, type FileId } from '../hir/defs.ts';
import { type FileRange, nameRange } from '../hir/fileRange.ts';
import { configOf } from '../mono/config.ts';
import { partition } from '../mono/partition.ts';
import { unusedParamNames } from '../mono/polymorphize.ts';
import { sizeEstimate } from '../mono/stats.ts';
import type { Database } from '../query/database.ts';
import { requiresMonomorphization } from '../ty/generics.ts';
import { calledInstances, namedFunctions } from './calls.ts';
import { hasCode, instantiations } from './codeLens.ts';
import { containsOffset, functionAt, itemAt } from './fileDefs.ts';
import { declaredParams, paramNames } from './genericParams.ts';
import type { Printers } from './itemInfo.ts';
import { itemKind, subjectDef } from './itemLabels.ts';
import { firstCause } from './places.ts';
import { type Copy, copies, copiesOf, type Program } from './program.ts';
import { mayConcern, unresolvedPlace } from './unresolved.ts';
import { groupUnresolved } from './unresolvedGroups.ts';

export interface HoverConfig {
  /** Copies past this many are only counted. */
  readonly maximumItems: number;
  /** Makes a link to a place: the target of a Markdown link and its text. */
  readonly link: (place: FileRange) => { readonly target: string; readonly text: string } | undefined;
}

export interface Hover {
  readonly range: FileRange;
  /** Markdown, by paragraph. */
  readonly paragraphs: readonly string[];
}

interface Context {
  readonly program: Program;
  readonly printers: Printers;
  readonly config: HoverConfig;
}

export function hover(
  program: Program,
  printers: Printers,
  krate: CrateId,
  file: FileId,
  offset: number,
  config: HoverConfig,
): Hover | undefined {
  const context: Context = { program, printers, config };
  const { db } = program;
  const at = itemAt(db, krate, file, offset);
  if (!at) return undefined;
  const name = at.onName ? nameRange(db, at.def) : undefined;
  // Of an unfinished analysis, functions alone have something to tell.
  if (program.survey && !(name && defKind(at.def) === 'Fn')) return undefined;
  if (name) {
    const paragraphs = definitionHover(context, at.def);
    return paragraphs && { range: name, paragraphs };
  }
  return paramHover(context, krate, file, offset) ?? bodyHover(context, krate, file, offset);
}

function definitionHover(context: Context, def: DefId): string[] | undefined {
  switch (defKind(def)) {
    case 'Fn':
      return functionHover(context, def);
    case 'Impl':
      return implHover(context, def);
    case 'Struct':
    case 'Enum':
    case 'Union':
      return typeHover(context, def);
    default:
      return undefined;
  }
}

// ---------------------------------------------------------------------------------------- functions and closures

function functionHover(context: Context, def: DefId): string[] | undefined {
  const { db } = context.program;
  if (!hasCode(db, def)) return undefined;
  const found = copiesOf(context.program, def);
  if (context.program.survey) return surveyHover(context, def, found);
  if (!requiresMonomorphization(db, def))
    return found.length === 0 ? undefined : plainFunctionHover(context, found);
  const size = totalSize(db, found);
  const uncertain = mayConcern(context.program, def);
  const heading = `**${instantiations(found.length, uncertain.length > 0)}**${size > 0 ? `, estimated size ~${size} MIR statements` : ''}`;
  return [
    heading,
    ...copyList(context, found),
    ...unusedParagraph(context, def),
    ...uncertainty(context, def),
  ];
}

/** What is known of a function before the program is collected. */
function surveyHover(context: Context, def: DefId, found: readonly Copy[]): string[] | undefined {
  const { program, printers, config } = context;
  if (!requiresMonomorphization(program.db, def)) return undefined;
  const rows = found
    .slice(0, config.maximumItems)
    .map(({ config: id, item }) => `- ${code(printers.of(id).args(item))}`);
  if (found.length > rows.length) rows.push(`- … and ${found.length - rows.length} more`);
  return [
    `**${instantiations(found.length, true)}** so far: the analysis goes on.`,
    ...(rows.length > 0 ? [rows.join('\n')] : []),
    ...unusedParagraph(context, def),
  ];
}

/** One copy, in the units that compile it. */
function plainFunctionHover(context: Context, found: readonly Copy[]): string[] {
  const lines = found.map((copy) => `one copy ${details(context, copy)}`);
  return [lines.join('  \n')];
}

function closureHover(context: Context, closure: DefId): string[] | undefined {
  const { program } = context;
  const found = copiesOf(program, closure);
  const inherited = paramNames(program.db, closure);
  if (found.length === 0 && inherited.length === 0) return undefined;
  const uses = inherited.length === 0 ? '' : `, inherits ${inherited.map(code).join(', ')}`;
  return [
    `closure: **${instantiations(found.length, false)}**${uses}`,
    ...copyList(context, found),
    ...unusedParagraph(context, closure),
  ];
}

function implHover(context: Context, impl: DefId): string[] | undefined {
  const { program, printers } = context;
  if (!requiresMonomorphization(program.db, impl)) return undefined;
  const rows: string[] = [];
  for (const { def, name } of assocItems(program.db, impl)) {
    if (!hasCode(program.db, def)) continue;
    const found = copiesOf(program, def);
    const types = [...new Set(found.map((copy) => printers.of(copy.config).args(copy.item)))];
    const shown = types.slice(0, context.config.maximumItems).map(code).join(' · ');
    const more = types.length > context.config.maximumItems ? ' …' : '';
    const isLowerBound = mayConcern(program, def).length > 0;
    rows.push(
      `- ${code(name)}: ${instantiations(found.length, isLowerBound)}${shown && ` — ${shown}${more}`}`,
    );
  }
  return rows.length === 0 ? undefined : ['**Copies of the methods**', rows.join('\n')];
}

/** A list item for each copy: its arguments, the place that first causes it, its units. */
function copyList(context: Context, found: readonly Copy[]): string[] {
  const { config, printers } = context;
  if (found.length === 0) return [];
  const rows = found.slice(0, config.maximumItems).map((copy) => {
    const args = printers.of(copy.config).args(copy.item);
    const what = args === '' ? printers.of(copy.config).label(copy.item) : args;
    return `- ${code(what)} ${details(context, copy)}`;
  });
  if (found.length > config.maximumItems) rows.push(`- … and ${found.length - config.maximumItems} more`);
  return [rows.join('\n')];
}

/** Size, first cause, units with linkage. */
function details(context: Context, copy: Copy): string {
  const { db } = context.program;
  const parts = [`~${sizeEstimate(db, configOf(copy.config), copy.item)}`];
  const place = firstCause(db, copy.config, copy.item);
  const link = place && context.config.link(place);
  if (link) parts.push(`[${link.text}](${link.target})`);
  const placed = partition(db, copy.config).placements.get(copy.item) ?? [];
  const shown = placed.slice(0, 2).map(({ unit, linkage }) => `${code(unit.name)} ${linkage}`);
  if (placed.length > 2) shown.push(`and ${placed.length - 2} units more`);
  if (shown.length > 0) parts.push(shown.join(', '));
  return `— ${parts.join(' — ')}`;
}

function totalSize(db: Database, found: readonly Copy[]): number {
  return found.reduce((sum, { config, item }) => sum + sizeEstimate(db, configOf(config), item), 0);
}

function unusedParagraph({ program }: Context, def: DefId): string[] {
  const unused = unusedParamNames(program.db, def);
  if (unused.length === 0) return [];
  const names = unused.map(code).join(', ');
  return [
    `${unused.length === 1 ? 'Parameter' : 'Parameters'} ${names} unused: this code is the same for every ${names}. Copies that differ in nothing else need not exist; moving the code into a function without ${unused.length === 1 ? 'this parameter' : 'these parameters'} makes one of them.`,
  ];
}

/** Reasons, and places of each, past these are only counted. */
const maximumReasons = 5;
const maximumPlaces = 3;

/** What was not resolved and may be more uses, by why. */
function uncertainty({ program, printers, config }: Context, def: DefId): string[] {
  const uses = mayConcern(program, def);
  const [first] = program.configs;
  if (uses.length === 0 || first === undefined) return [];
  const groups = groupUnresolved(printers.of(first).types, uses);
  const rows = groups.slice(0, maximumReasons).map(({ message, uses: own, followers }) => {
    const links = new Set<string>();
    for (const use of [...own, ...followers]) {
      const place = unresolvedPlace(program.db, use);
      const link = place && config.link(place);
      if (link) links.add(`[${link.text}](${link.target})`);
    }
    const shown = [...links].slice(0, maximumPlaces);
    if (links.size > shown.length) shown.push(`and ${links.size - shown.length} more`);
    return `- ${message}${shown.length > 0 ? `: ${shown.join(', ')}` : ''}`;
  });
  if (groups.length > rows.length) rows.push(`- … and ${groups.length - rows.length} more reasons`);
  return [`There may be more copies. Not resolved:\n${rows.join('\n')}`];
}

// ---------------------------------------------------------------------------------------- types

/** The glue that drops values of the type, and its `Drop::drop`. */
function typeHover(context: Context, def: DefId): string[] | undefined {
  const { program } = context;
  const glue: Copy[] = [];
  const seen = new Set<Copy['item']>();
  for (const config of program.configs) {
    for (const copy of copies(program.db, config)) {
      if (itemKind(copy.item) !== 'dropGlue' || subjectDef(copy.item) !== def || seen.has(copy.item))
        continue;
      seen.add(copy.item);
      glue.push(copy);
    }
  }
  if (glue.length === 0) return undefined;
  const count = `${glue.length} ${glue.length === 1 ? 'copy' : 'copies'}`;
  return [
    `**drop glue: ${count}**, estimated size ~${totalSize(program.db, glue)} MIR statements`,
    ...copyList(context, glue),
  ];
}

// ---------------------------------------------------------------------------------------- parameters

/** A generic parameter where it is declared. */
function paramHover(context: Context, krate: CrateId, file: FileId, offset: number): Hover | undefined {
  const { program } = context;
  const { db } = program;
  const at = itemAt(db, krate, file, offset);
  if (!at) return undefined;
  const param = declaredParams(db, at.def).find(({ range }) => containsOffset(range, file, offset));
  if (!param) return undefined;
  const { name, range } = param;
  if (defKind(at.def) === 'Fn') {
    if (!hasCode(db, at.def)) return undefined;
    const unused = unusedParamNames(db, at.def).includes(name);
    const found = copiesOf(program, at.def);
    const heading = unused
      ? `${code(name)} is **unused**: the code of ${code(defData(at.def).name)} does not depend on it, so copies that differ only in it are the same.`
      : `${code(name)} is used by the code of ${code(defData(at.def).name)}: each type makes a copy of its own.`;
    return {
      range,
      paragraphs: [heading, instantiations(found.length, mayConcern(program, at.def).length > 0)],
    };
  }
  if (defKind(at.def) !== 'Impl' && defKind(at.def) !== 'Trait') return undefined;
  const without = assocItems(db, at.def)
    .filter(({ def }) => hasCode(db, def) && unusedParamNames(db, def).includes(name))
    .map((assoc) => code(assoc.name));
  if (without.length === 0) return undefined;
  return {
    range,
    paragraphs: [
      `${code(name)} is **unused** by ${without.join(', ')}: the copies of these are the same for every ${code(name)}.`,
    ],
  };
}

// ---------------------------------------------------------------------------------------- inside bodies

function bodyHover(context: Context, krate: CrateId, file: FileId, offset: number): Hover | undefined {
  const { db } = context.program;
  const owner = functionAt(db, krate, file, offset) ?? constantAt(db, krate, file, offset);
  if (owner === undefined) return undefined;
  return closureAt(context, owner, file, offset) ?? callHover(context, owner, file, offset);
}

/** Constants and statics have bodies, too. */
function constantAt(db: Database, krate: CrateId, file: FileId, offset: number): DefId | undefined {
  const at = itemAt(db, krate, file, offset);
  return at && (defKind(at.def) === 'Const' || defKind(at.def) === 'Static') ? at.def : undefined;
}

function closureAt(context: Context, owner: DefId, file: FileId, offset: number): Hover | undefined {
  const { db } = context.program;
  for (const closure of bodySourceMap(db, owner)?.closureHeaders.keys() ?? []) {
    const range = closureHeaderRange(db, closure);
    if (!containsOffset(range, file, offset)) continue;
    const paragraphs = closureHover(context, closure);
    if (paragraphs) return { range, paragraphs };
  }
  return undefined;
}

function callHover(context: Context, owner: DefId, file: FileId, offset: number): Hover | undefined {
  const { program, printers, config } = context;
  const [first] = program.configs;
  if (first === undefined) return undefined;
  const call = namedFunctions(program.db, owner)
    .filter(({ range }) => containsOffset(range, file, offset))
    .sort((a, b) => a.range.end - a.range.start - (b.range.end - b.range.start))[0];
  if (!call) return undefined;
  const printer = printers.of(first);
  const called = calledInstances(program, owner, call.callee);
  const rows = new Map<string, string>();
  let isGeneric = false;
  for (const { args, instance } of called) {
    if (!instance) continue;
    isGeneric ||= instance.args.list.length > 0;
    const label = printer.instance(instance);
    const from = called.length > 1 ? ` — in the copy for ${code(printer.argList(args))}` : '';
    if (!rows.has(label)) rows.set(label, `- ${code(label)}${from}`);
  }
  if (rows.size === 0 || !isGeneric) return undefined;
  const shown = [...rows.values()].slice(0, config.maximumItems);
  if (rows.size > shown.length) shown.push(`- … and ${rows.size - shown.length} more`);
  const [only] = rows.keys();
  const heading = rows.size === 1 ? `calls ${code(only!)}` : `calls **${rows.size} instances**`;
  const paragraphs = rows.size === 1 ? [heading] : [heading, shown.join('\n')];
  return { range: call.range, paragraphs: [...paragraphs, ...calleeParagraph(context, called)] };
}

/** How many copies there are of what is called. */
function calleeParagraph({ program }: Context, called: ReturnType<typeof calledInstances>): string[] {
  const kinds = called.flatMap(({ instance }) => (instance ? [instance.kind] : []));
  if (kinds.some(({ kind }) => kind === 'Virtual')) return ['Called through the table of a trait object.'];
  const defs = new Set(kinds.flatMap((kind) => (kind.kind === 'Item' ? [kind.def] : [])));
  const [def] = defs;
  if (defs.size !== 1 || def === undefined || !requiresMonomorphization(program.db, def)) return [];
  const count = instantiations(copiesOf(program, def).length, mayConcern(program, def).length > 0);
  return [`${code(defData(def).name)}: ${count} in the program`];
}

function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}
