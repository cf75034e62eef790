/**
 * Whether a text declares items, told from its words: a look at bodies and at rules of macros before they are parsed or
 * expanded, which most need not be then. A false alarm costs no more than that.
 */
import { isWordStart, skipToken } from '../syntax/scan.ts';

/** Names that may declare an item where they occur. */
export const itemKeyword =
  /\b(?:fn|struct|enum|union|trait|impl|mod|static|const|type|extern|macro_rules|use)\b/;

/**
 * The same where it may begin an item of a body: no lifetime (`'static`), raw pointer (`*const T`, `&raw const x`), method
 * (`.union(…)`), raw identifier (`r#type`), function pointer (`fn(u8)`) or block (`const {…}`).
 */
const declaration =
  /(?<!r#)\b(?:fn\b(?!\s*\()|(?<!')static\b|(?<!\*\s*|\braw\s+)const\b(?!\s*\{)|(?<!\.\s*)union\b|(?:struct|enum|trait|impl|mod|type|extern|macro_rules)\b)/;
const atDeclaration = new RegExp(declaration, 'y');

/**
 * Whether the text of a body may declare items. A `use` is not taken for one: it says something to its block alone. Nor
 * is what stands in a comment or a string.
 */
export function mayDeclareItems(body: string): boolean {
  const first = declaration.exec(body)?.index;
  if (first === undefined) return false;
  for (let at = 0; at < body.length; at = skipToken(body, at)) {
    if (at < first || !isWordStart(body.charCodeAt(at))) continue;
    atDeclaration.lastIndex = at;
    if (atDeclaration.test(body)) return true;
  }
  return false;
}
