/**
 * The dialect pass: blanks out, length for length, the syntax that tree-sitter-rust does not know and that says
 * nothing to this engine (`[const] Trait`, `safe fn`, …), and disguises what does say something as the nearest thing
 * that parses. The `SyntaxTree` keeps the text as written, so lowering recognizes a disguise by the keyword's text:
 *
 * - `macro m($x:expr) { … }` parses as `mod   m {        }`;
 * - `trait A = B + C;` parses as `type  A = B + C;`;
 * - `auto trait` parses as a trait, with `auto` still in its text;
 * - `a..<T>::B` parses as an assignment, `..<T>::B` as a closure without parameters: what they take in is the same;
 * - an attribute of a field in a pattern parses as a comment, and is an attribute again in the `SyntaxTree`.
 *
 * A hit inside of a string changes nothing that anybody reads, since literals are read from the text as written; only the
 * disguised macro needs its real end to be found. Comments are filled with a letter first: a `:` or `>` at the end of one
 * has nothing to do with what comes after it.
 */
import { skipBalanced, skipToken } from './scan.ts';

/** One rule: where it matches, `apply` gives the replacement, of the same length. */
interface Rule {
  readonly pattern: RegExp;
  readonly apply: (match: string, ...groups: string[]) => string;
}

/** Line breaks stay: one may be the end of a comment. */
const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

/** What is written is read from the text: any name does. */
const asName = (word: string): string => '_'.repeat(word.length);

/** `<…>` with as many levels of `<…>` in it. */
function genericsPattern(depth: number): string {
  return depth < 0 ? '(?!)' : `<(?:->|[^<>{;]|${genericsPattern(depth - 1)})*>`;
}

/**
 * The parameters of a closure up to a comma at their end; the first bar stands where no operand is before it. With an
 * arrow it is an arm of a `match`, and the second bar that of the next.
 */
const parametersWithComma =
  /(?<=(?:[(,={;:!]|=>|\b(?:move|async|return|break|else))\s*)(\|(?:[^|;{}=]|=(?!>))*),(\s*\|)/;

/** Of what stands before: that it is a predicate of a where clause. Looked at last, since it looks far back. */
const inWhere = (predicate: string): string => String.raw`(?<=\bwhere\b(?:[^{};]*,)?\s*${predicate})`;

const rules: readonly Rule[] = [
  // `T: [const] Trait`, `T: ~const Trait`, `T: const Trait`; what a macro is called with stays: `Token![const]`.
  { pattern: /(?<!!\s*)\[const\]|~const\b/g, apply: blank },
  { pattern: /([:+]\s*)(const\s)(?=\s*[A-Z:]|\s*\w+::)/g, apply: (_, before, word) => before + blank(word!) },
  // `const trait`, `const unsafe trait`, `const impl`, `auto trait`, `unsafe auto trait`, in any order
  {
    pattern: /(?<!\*)\b((?:const\s+|unsafe\s+|auto\s+|default\s+)+)(?=(?:trait|impl)\b)/g,
    apply: (words) => words.replace(/\b(?:const|auto|default)\b/g, blank),
  },
  // `impl const Trait for T`, `impl<T> const Trait for T`
  { pattern: /(\bimpl\s+)(const\b)/g, apply: (_, before, word) => before + blank(word!) },
  {
    pattern: /(>\s+)(const\b)(?=\s+(?:[A-Z]|\w+::)(?:[^{};[]|\[[^\]]*\])*?\sfor\s)/g,
    apply: (_, before, word) => before + blank(word!),
  },
  // Items of `unsafe extern` blocks.
  { pattern: /\b(safe\s+)(?=fn\b|unsafe\b|static\b)/g, apply: blank },
  { pattern: /\b(unsafe\s+)(?=extern\s*(?:"[^"]*"\s*)?\{)/g, apply: blank },
  { pattern: /\b(unsafe\s+)(?=static\b)/g, apply: blank },
  // Specialization.
  { pattern: /\b(default\s+)(?=const\b|type\b|async\b)/g, apply: blank },
  // Closures: `const || …`, `const move || …`
  { pattern: /([(=,]\s*)(const\s+)(?=(?:move\s*)?\|)/g, apply: (_, before, word) => before + blank(word!) },
  // An attribute of an initializer: `let f = #[cold] |x| …`
  { pattern: /([^=!<>]=\s*)(#\[[^\]]*\])/g, apply: (_, before, attr) => before + blank(attr!) },
  // `macro_rules ! m { ($ x : ident) … }`, as generated code is printed.
  { pattern: /\bmacro_rules(\s+)!/g, apply: (_, space) => `macro_rules!${space}` },
  { pattern: /\$(\s+)(?=[A-Za-z_])/g, apply: (_, space) => `${space}$` },
  // `|a, b,| …`
  { pattern: new RegExp(parametersWithComma, 'g'), apply: (_, params, bar) => `${params} ${bar}` },
  // `impl Trait + use<>`: what captures no parameter says nothing that matters here.
  { pattern: /\+\s*use\s*<\s*>|\buse\s*<\s*>\s*\+/g, apply: blank },
  // `struct S where T: Trait;`, of which the grammar knows neither fields nor the clause.
  {
    pattern: new RegExp(`(\\bstruct\\s+\\w+\\s*(?:${genericsPattern(3)}\\s*)?)(where\\b[^{};]*)(?=;)`, 'g'),
    apply: (_, before, where) => before + blank(where!),
  },
  // `trait A: where …`, `trait A: {`
  {
    pattern: new RegExp(`(\\btrait\\s+\\w+\\s*(?:${genericsPattern(3)}\\s*)?):(?=\\s*(?:where\\b|\\{))`, 'g'),
    apply: (_, before) => `${before} `,
  },
  // `where (): Trait`, and bounds that are none: `where T:,`, `<T:>`
  { pattern: new RegExp(String.raw`\(\)(?=\s*:[^:])${inWhere(String.raw`\(\)`)}`, 'g'), apply: asName },
  {
    pattern: new RegExp(String.raw`\b\w+\s*:(?:\s*,|(?=\s*[{;]))${inWhere(String.raw`\w+\s*:\s*,?`)}`, 'g'),
    apply: blank,
  },
  { pattern: /:(?=\s*[,>])(?<=[<,]\s*\w+\s*:)/g, apply: blank },
  // Empty lists of generics, which macros and generators of code like to write, also `f::<>()`.
  { pattern: /(?:\bfor\s*|::\s*)?<\s*>/g, apply: blank },
  // `&mut [Vec::<T>]`: in a type, `::` says nothing.
  {
    pattern: /(\bmut\s*\[\w+)(::)(?=<[^<>]*>\])/g,
    apply: (_, before, colons) => before + blank(colons!),
  },
  // Invisible delimiters in the arguments of macros (see `hir/macros/tokens`).
  { pattern: /[\uE000-\uE0FF]/g, apply: blank },
  // A function named like a contextual keyword or a primitive type, called with a turbofish: `default::<u8>()`.
  {
    pattern: /(?<![:\w])(default|union|raw|gen|[iuf](?:8|16|32|64|128|size)|bool|char|str)(?=\s*::\s*<)/g,
    apply: asName,
  },
  // A variable named like one: `&raw`, which borrows it.
  { pattern: /(?<=&\s*)raw\b(?!\s+(?:const|mut)\b)/g, apply: asName },
  // `f::<-1>()`: a literal with its sign, `01` to the grammar.
  { pattern: /(?<=\w<|::<|,\s*)-(?=\d(?!x)\w*\s*[,>])/g, apply: () => '0' },
  // `fn(&_)`: a type to be inferred, no pattern.
  {
    pattern: /\b(?:fn|Fn|FnMut|FnOnce)\s*\((?:[^()]|\([^()]*\))*\)/g,
    apply: (list) => list.replace(/\b_\b(?!\s*:)/g, 'T'),
  },
  // `a..<T>::B`, `..<T>::B`: the grammar compares an open range with what follows.
  { pattern: /(?<=[\w)\]}?"'.]\s*)(?<!\.)\.\.(?=\s*<[^=<])/g, apply: () => '= ' },
  { pattern: /(?<=(?:[(=;:[]|=>|\breturn)\s*)\.\.(?=\s*<[^=<])/g, apply: () => '||' },
  // A macro named like a primitive type: `str![[…]]`.
  { pattern: /(?<![:\w$])(?:[iuf](?:8|16|32|64|128|size)|bool|char|str)(?=\s*!\s*[[({])/g, apply: asName },
  // `a as T <= b`, to the grammar `T<` and an assignment: another operator of the same precedence.
  {
    pattern: /<=(?=[^=])(?<=\bas\s+(?:\*\s*(?:const|mut)\s+)*(?:\w+\s*::\s*)*[A-Za-z_]\w*\s*<=)/g,
    apply: () => '==',
  },
  // `|end| ..=end`
  { pattern: /(?<=\|\s*)\.\.=(?=[^=])/g, apply: () => '|| ' },
  // `break [a, b]`, which the grammar takes for an index.
  { pattern: /\bbreak (?=\s*\[)/g, apply: () => 'return' },
  // `S { 0: x }` in a pattern: the grammar wants a name.
  { pattern: /(?<=[{,\]]\s*)\d+(?=\s*:[^:])/g, apply: (digits) => 'x'.repeat(digits.length) },
  // Names of the 2015 edition that are keywords now, told by what no keyword has around it.
  { pattern: /(?<![\w#'])(?:async(?=\s*[^\s\w{|])|try(?=\s*[^\s\w{])|dyn(?=::))/g, apply: asName },
  {
    pattern:
      /(?<=\b(?:if|while|match)\s+(?:[^\s;{}]+\s*(?:&&|[=!<>]=)\s*)?!?)(?:async|try)(?=\s*(?:\{|\|\|))/g,
    apply: asName,
  },
  // A statement that begins with `<T as Trait>::` after one that ends in a brace: no comparison.
  {
    pattern: /(\}\s*?)([ \t])(?=\s*<[^;{}]*?\sas\s[^;{}]*?>\s*::)/g,
    apply: (_, before) => `${before};`,
  },
  // Trait aliases; not the default of a parameter, `trait A<T: B<u8> = u8>`.
  {
    pattern: new RegExp(`\\btrait(?=\\s+\\w+\\s*(?:${genericsPattern(3)})?\\s*=[^=])`, 'g'),
    apply: () => 'type ',
  },
];

/** Whether any rule can apply: most files have nothing of the kind. */
const candidate = new RegExp(
  `${/\[const\]|~const|[:+=(,>]\s*const\s|\b(?:const|auto|default)\s+(?:unsafe\s+|auto\s+)?(?:trait|impl|const|type|async)\b|\bimpl\s+const\b|\bsafe\s|\bunsafe\s+(?:extern|static)\b|\btrait\s+\w+\s*[=<]|<\s*>|\w::<[^<>]*>\]|=\s*#\[|\b(?:default|union|raw|gen|[iuf]\d+|[iu]size|bool|char|str)\s*(?:::\s*<|!)|\bas\s[\w:\s*]*<=|\bstruct\s+\w+[^{};(]*\bwhere\b|\btrait\b[^{};]*:\s*where\b|\|\s*\.\.=|\(\)\s*:[^:]|:\s*[,>]|:\s*\{|&\s*raw\b|\b(?:async|try)\s*[^\s\w{|]|\bdyn::|\bmacro_rules\s+!|\$\s+[A-Za-z_]|\b(?:if|while|match)\s+(?:[^\s;{}]+\s*(?:&&|[=!<>]=)\s*)?!?(?:async|try)\b|\b(?:fn|Fn|FnMut|FnOnce)\s*\([^()]*\b_\b|[{,\]]\s*\d+\s*:[^:]|<-\d|\bbreak\s*\[|\.\.\s*<|,\s*-\d\w*\s*>|\}\s+<|[\uE000-\uE0FF]/.source}|${parametersWithComma.source}`,
);

/** At the beginning of an item: in a file, of a line; in a skeleton, after another item or an attribute. */
const macro2 = /(?<=(?:^|[;{}\]])\s*)((?:pub(?:\s*\([^)\n]*\))?\s+)?)macro(\s+[A-Za-z_]\w*\s*)(?=[({])/gm;

export function blankDialect(text: string): string {
  let result = text;
  if (candidate.test(result)) {
    if (/\/[/*]/.test(result)) result = fillComments(result);
    for (const { pattern, apply } of rules) result = result.replace(pattern, apply);
  }
  return result.includes('macro ') ? disguiseMacros2(result) : result;
}

/** Leaves the ends of comments where they are, and line breaks. */
function fillComments(text: string): string {
  let result = '';
  let from = 0;
  for (let at = 0; at < text.length; ) {
    const end = skipToken(text, at);
    if (end - at > 1 && text[at] === '/') {
      const filled = text
        .slice(at, end)
        .replace(/^\/[/*]+!?|\*\/$|[^\n]/g, (part) => (part.length > 1 ? part : 'x'));
      result += text.slice(from, at) + filled;
      from = end;
    }
    at = end;
  }
  return result + text.slice(from);
}

const attribute = String.raw`#\s*\[[^[\]]*\]`;
const attributeOfField = new RegExp(
  String.raw`(?<=[{,\]]\s*)${attribute}(?=\s*(?:${attribute}\s*)*(?:\.\.|(?:ref\s+|mut\s+)*\w+\s*(?:[,}]|:[^:])))`,
  'g',
);

/**
 * `S { #[cfg(a)] x, .. }`, which the grammar takes in an expression only. What is a pattern cannot be told from the
 * text: meant for what has not parsed.
 */
export function disguiseAttributesOfFields(text: string): string {
  return text.replace(attributeOfField, asComment);
}

const asComment = (written: string): string => `/*${written.slice(2, -2)}*/`;

/**
 * `(a, #[cfg(b)] c)`: of the lists in parentheses, the grammar takes an attribute everywhere in arguments and parameters,
 * in a tuple before the first element only. Meant for what has not parsed.
 */
export function disguiseAttributesOfElements(text: string): string {
  let result = '';
  let from = 0;
  const open: string[] = [];
  for (let at = 0; at < text.length; at = skipToken(text, at)) {
    const char = text[at]!;
    if (char === '(' || char === '[' || char === '{') open.push(char);
    else if (char === ')' || char === ']' || char === '}') open.pop();
    else if (char === '#' && open[open.length - 1] === '(') {
      const list = /^#\s*/.exec(text.slice(at, at + 100))![0].length;
      const end = text[at + list] === '[' ? skipBalanced(text, at + list) : -1;
      if (end < 0) continue;
      result += text.slice(from, at) + asComment(text.slice(at, end));
      from = end;
      at = end - 1;
    }
  }
  return result + text.slice(from);
}

const turbofishOfType = new RegExp(
  String.raw`(?<=\b[A-Z]\w*)::(?=\s*${genericsPattern(3)}\s*(?:[,;)>}\]=+|]|:(?!:)|where\b|for\b|$))` +
    String.raw`|(?<=(?:->|\bfor)[\w:&'\s]*\b[A-Z]\w*)::(?=\s*${genericsPattern(3)}\s*\{)`,
  'g',
);

/**
 * `(T::Item::<'a>, Vec::<u8>)`: in a type, `::` before arguments says nothing, and the grammar does not know it. The
 * name of a constructor is written alike: meant for what has not parsed, and good if then it does, since no expression
 * ends in a `>`.
 */
export function blankTurbofishesOfTypes(text: string): string {
  return text.replace(turbofishOfType, blank);
}

/** `macro m($x:expr) { … }` and `macro m { (…) => { … } }`. */
function disguiseMacros2(text: string): string {
  let result = '';
  let from = 0;
  for (const match of text.matchAll(macro2)) {
    if (match.index < from) continue;
    const open = match.index + match[0].length;
    let end = skipBalanced(text, open);
    if (text[open] === '(') {
      const body = end + /^\s*/.exec(text.slice(end))![0].length;
      if (text[body] !== '{') continue;
      end = skipBalanced(text, body);
    }
    if (end <= open + 1) continue;
    result += `${text.slice(from, match.index)}${match[1]}mod  ${match[2]}{${' '.repeat(end - open - 2)}}`;
    from = end;
  }
  return result + text.slice(from);
}
