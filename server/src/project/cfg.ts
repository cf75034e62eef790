/** `cfg` predicates and the sets of options that they are evaluated against (Rust Reference, Conditional compilation). */

export type CfgExpr =
  | { readonly kind: 'Flag'; readonly name: string } // `test`
  | { readonly kind: 'KeyValue'; readonly key: string; readonly value: string } // `feature = "x"`
  | { readonly kind: 'Not'; readonly expr: CfgExpr }
  | { readonly kind: 'All'; readonly exprs: readonly CfgExpr[] }
  | { readonly kind: 'Any'; readonly exprs: readonly CfgExpr[] }
  | { readonly kind: 'Bool'; readonly value: boolean } // `true`, `false`
  | { readonly kind: 'Invalid' }; // unparsable: never holds

/** Flags are stored as `name`, pairs as `key="value"`. */
export type CfgOptions = ReadonlySet<string>;

export function evaluateCfg(expr: CfgExpr, options: CfgOptions): boolean {
  switch (expr.kind) {
    case 'Flag':
      return options.has(expr.name);
    case 'KeyValue':
      return options.has(`${expr.key}="${expr.value}"`);
    case 'Not':
      return !evaluateCfg(expr.expr, options);
    case 'All':
      return expr.exprs.every((e) => evaluateCfg(e, options));
    case 'Any':
      return expr.exprs.some((e) => evaluateCfg(e, options));
    case 'Bool':
      return expr.value;
    case 'Invalid':
      return false;
  }
}
