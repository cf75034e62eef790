// How mono items, groups and codegen units look: icons, descriptions and tooltips, one place for all
// views and pickers.
import { MarkdownString, ThemeColor, ThemeIcon } from 'vscode';
import type {
  CodegenUnitInfo,
  ExplainStep,
  ItemKind,
  Linkage,
  MonoItemGroup,
  MonoItemInfo,
  ServerStatus,
  TargetInfo,
} from '../../server/src/lsp/protocol.ts';

const kindIcons: Record<ItemKind, string> = {
  fn: 'symbol-method',
  closure: 'symbol-event',
  dropGlue: 'trash',
  shim: 'symbol-interface',
  static: 'symbol-constant',
  globalAsm: 'symbol-misc',
};

const kindNames: Record<ItemKind, string> = {
  fn: 'function',
  closure: 'closure',
  dropGlue: 'drop glue',
  shim: 'shim',
  static: 'static',
  globalAsm: 'global assembly',
};

export const itemIcon = (kind: ItemKind): ThemeIcon => new ThemeIcon(kindIcons[kind]);

const unitIcons: Record<CodegenUnitInfo['kind'], [string, string?]> = {
  stable: ['package'],
  volatile: ['flame', 'charts.orange'],
  merged: ['combine'],
};

export function unitIcon(kind: CodegenUnitInfo['kind']): ThemeIcon {
  const [icon, color] = unitIcons[kind];
  return new ThemeIcon(icon, color === undefined ? undefined : new ThemeColor(color));
}

const targetIcons: Record<TargetInfo['kind'], string> = {
  bin: 'terminal',
  lib: 'library',
  test: 'beaker',
  example: 'lightbulb',
  bench: 'dashboard',
  build: 'tools',
};

export const targetIcon = (kind: TargetInfo['kind']): ThemeIcon => new ThemeIcon(targetIcons[kind]);

export const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

/** Sizes are counts of MIR statements and terminators, and only an estimate: hence the tilde. */
export const size = (n: number): string => `~${n.toLocaleString('en')}`;

const code = (text: string): string => `\`${text.replace(/`/g, "'")}\``;

export function itemTooltip(item: MonoItemInfo): MarkdownString {
  const text = new MarkdownString();
  text.appendCodeblock(item.label, 'rust');
  const lines = [
    `${kindNames[item.kind]}, estimated size ${size(item.size)} MIR statements`,
    ...item.units.map((unit) => `codegen unit ${code(unit.name)}, linkage ${unit.linkage}`),
  ];
  if (item.incomplete === true) lines.push('something that it uses could not be resolved');
  text.appendMarkdown(lines.map((line) => `- ${line}`).join('\n'));
  return text;
}

export function groupTooltip(group: MonoItemGroup): MarkdownString {
  const text = new MarkdownString();
  text.appendCodeblock(
    group.parameters.length === 0 ? group.label : `${group.label}<${group.parameters.join(', ')}>`,
    'rust',
  );
  const lines = [
    `${kindNames[group.kind]}, ${count(group.copies, 'copy', 'copies')}`,
    `estimated size in total ${size(group.size)} MIR statements`,
  ];
  if (group.unused.length > 0) {
    const names = group.unused.map(code).join(', ');
    lines.push(`its code does not depend on ${names}: copies that differ in nothing else are needless`);
  }
  text.appendMarkdown(lines.map((line) => `- ${line}`).join('\n'));
  return text;
}

export function unitTooltip(unit: CodegenUnitInfo): MarkdownString {
  const text = new MarkdownString();
  text.appendMarkdown(`${code(unit.name)}\n\n`);
  const kinds: Record<CodegenUnitInfo['kind'], string> = {
    stable: 'stable: non-generic code, compiled again only when its module changes',
    volatile: 'volatile: instances of generics, compiled again when any user of them changes',
    merged: 'merged from several smaller units',
  };
  const lines = [
    kinds[unit.kind],
    `${count(unit.items, 'item')}, estimated size ${size(unit.size)} MIR statements`,
  ];
  if (unit.modules.length > 0) lines.push(`modules: ${unit.modules.map(code).join(', ')}`);
  text.appendMarkdown(lines.map((line) => `- ${line}`).join('\n'));
  return text;
}

export const unitItemDescription = (linkage: Linkage, n: number): string => `${linkage} · ${size(n)}`;

const reasons: Record<ExplainStep['reason'], string> = {
  root: 'root of the collection',
  call: 'called',
  fnPointer: 'made a function pointer',
  closure: 'closure created',
  drop: 'dropped',
  vtable: 'in the table of a trait object',
  static: 'static used',
  const: 'named in a constant',
  operand: 'used as a value',
};

export const reason = (step: ExplainStep): string => reasons[step.reason];

export const targetLabel = (target: TargetInfo): string => `${target.name} (${target.kind})`;

const stdNames: Record<NonNullable<ServerStatus['std']>['kind'], string> = {
  'rust-src': "the toolchain's sources",
  'rust-docs': "the sources in the toolchain's documentation",
  debian: "Debian's sources",
  configured: 'the configured sources',
  minicore: 'the small built-in library',
};

export function stdLabel(std: NonNullable<ServerStatus['std']>): string {
  return std.version === undefined ? stdNames[std.kind] : `${stdNames[std.kind]} (${std.version})`;
}
