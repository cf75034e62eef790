/** What `clap_derive` knows of a container, a variant or a field, and what it makes of that in any place. */
import { stringLiteral } from '../../literals.ts';
import type { Token } from '../../tokens.ts';
import { kebabCase, lowerCamelCase, shoutySnakeCase, snakeCase, upperCamelCase } from '../casing.ts';
import { type Code, code } from '../code.ts';

type Casing = (name: string) => string;

/** What a container, variant or field is to clap. */
export type Role =
  | 'Arg'
  | 'Command'
  | 'Value'
  | 'FromGlobal'
  | 'Subcommand'
  | 'ExternalSubcommand'
  | 'Flatten'
  | 'Skip';

export type Name =
  | { readonly kind: 'Derived'; readonly name: string }
  | { readonly kind: 'Assigned'; readonly code: Code };

export interface Method {
  readonly name: string;
  readonly args: Code;
}

export interface ClapItem {
  role: Role;
  name: Name;
  casing: Casing;
  envCasing: Casing;
  readonly methods: Method[];
  readonly docs: Method[];
  readonly groupMethods: Method[];
  valueParser: Code | undefined;
  action: Code | undefined;
  /** `next_display_order` and `next_help_heading`, in clap's order. */
  displayOrder: Code | undefined;
  helpHeading: Code | undefined;
  groupId: Name;
  skipGroup: boolean;
  isPositional: boolean;
  verbatimDocs: boolean;
  forceLongHelp: boolean;
  skipValue: readonly Token[] | undefined;
}

/** An attribute that the derive is known to have, but not here. */
export class UnknownAttribute extends Error {}

export const casings: Record<string, Casing> = {
  camel: lowerCamelCase,
  kebab: kebabCase,
  pascal: upperCamelCase,
  screamingsnake: shoutySnakeCase,
  snake: snakeCase,
  lower: (name) => snakeCase(name).replaceAll('_', ''),
  upper: (name) => shoutySnakeCase(name).replaceAll('_', ''),
  verbatim: (name) => name.replace(/^r#/, ''),
};

export function casing(style: string | undefined): Casing {
  const key = (style ?? '')
    .replace(/[^a-zA-Z]/g, '')
    .toLowerCase()
    .replace(/case$/, '');
  const found = Object.hasOwn(casings, key) ? casings[key] : undefined;
  if (!found) throw new UnknownAttribute();
  return found;
}

export const derived = (name: string): Name => ({ kind: 'Derived', name: name.replace(/^r#/, '') });

export function translate(name: Name, style: Casing): Code {
  return name.kind === 'Assigned' ? name.code : stringLiteral(style(name.name));
}

export function idOf({ name }: ClapItem): Code {
  return name.kind === 'Assigned' ? name.code : stringLiteral(name.name);
}

export function newItem(role: Role, name: Name, ident: string, around?: ClapItem): ClapItem {
  return {
    role,
    name,
    casing: around?.casing ?? kebabCase,
    envCasing: around?.envCasing ?? shoutySnakeCase,
    methods: [],
    docs: [],
    groupMethods: [],
    valueParser: undefined,
    action: undefined,
    displayOrder: undefined,
    helpHeading: undefined,
    groupId: derived(ident),
    skipGroup: false,
    isPositional: true,
    verbatimDocs: false,
    forceLongHelp: false,
    skipValue: undefined,
  };
}

export const chain = (methods: readonly Method[]): Code =>
  methods.map(({ name, args }) => code`.${name}(${args})`);

export function topMethods({ displayOrder, helpHeading }: ClapItem): Code {
  return [
    displayOrder === undefined ? '' : code`.next_display_order(${displayOrder})`,
    helpHeading === undefined ? '' : code`.next_help_heading(${helpHeading})`,
  ].filter((part) => part !== '');
}

export const finalMethods = (item: ClapItem): Code => [chain(item.docs), chain(item.methods)];
