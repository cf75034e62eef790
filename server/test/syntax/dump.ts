/** Shows syntax trees in tests, and walks small Rust programs over them. */
import { isNamed, kindName, NodeFlag, type SyntaxTree } from '../../src/syntax/tree.ts';

/** Everything a tree says, with names for ids: equal for equal trees of different parsers. */
export function dumpTree(tree: SyntaxTree): string {
  const lines: string[] = [];
  for (let n = 0; n < tree.kind.length; n++) {
    const field = tree.grammar.fieldNames[tree.field[n]!];
    const flags = Object.entries(NodeFlag)
      .filter(([, bit]) => (tree.flags[n]! & bit) !== 0)
      .map(([name]) => name);
    lines.push(
      `${n} ${field ? `${field}: ` : ''}${kindName(tree, n)} ${tree.start[n]}-${tree.end[n]} ` +
        `parent ${tree.parent[n]} next ${tree.next[n]} ${flags.join(',')}`,
    );
  }
  return lines.join('\n');
}

/** The named nodes as an S-expression. */
export function sexp(tree: SyntaxTree, n = 0): string {
  const parts = [kindName(tree, n)];
  for (let c = n + 1; c < tree.next[n]!; c = tree.next[c]!) if (isNamed(tree, c)) parts.push(sexp(tree, c));
  return parts.length === 1 ? parts[0]! : `(${parts.join(' ')})`;
}

/** A program with a bit of everything, for tests that break or edit it. */
export const sample = `//! A crate.
use std::{fmt::{self, Display as D}, io::*};

/// A shape.
#[derive(Clone, Debug)]
pub struct Shape<'a, T: Clone + 'a, const N: usize = 3> where T: Display {
    pub name: &'a str,
    sides: [T; N],
}

impl<'a, T: Clone + Display, const N: usize> Shape<'a, T, N> {
    const LIMIT: usize = { 3 + 4 };

    pub fn new(name: &'a str, sides: [T; N]) -> Self {
        // A brace in a comment: }
        let text = "a } in a string";
        let c = '{';
        if text.len() > 3 { Shape { name, sides } } else { panic!("no {}", c) }
    }

    fn each(&self, mut f: impl FnMut(&T)) {
        for side in &self.sides { f(side); }
    }
}

macro_rules! twice { ($e:expr) => { ($e, $e) }; }

mod inner {
    pub enum Kind { A, B(u8), C { x: i32 } }
    static TABLE: &[(u8, char)] = &[(1, 'a'), (2, '\\'')];
    pub fn f() -> Kind { fn nested() {} nested(); Kind::B(r#"x " }"#.len() as u8) }
}

pub fn main() {
    let t = twice!(1 + 2);
    println!("{:?} {}", t.0, inner::f() as u8);
}
`;
