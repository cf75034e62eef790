#!/bin/sh
# Type-checks minicore with the real compiler: the crates in order, then a program against them.
# `check.sh [DIR]` leaves them in DIR as a sysroot that `rustc --sysroot DIR` takes; without it nothing is kept.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
if [ $# -gt 0 ]; then
  sysroot=$1
else
  sysroot=$(mktemp -d)
  trap 'rm -rf "$sysroot"' EXIT
fi
export RUSTC_BOOTSTRAP=1
host=$(rustc -vV | sed -n 's/^host: //p')
lib=$sysroot/lib/rustlib/$host/lib
mkdir -p "$lib"
cd "$here"

build() {
  echo "checking $1"
  rustc --sysroot "$sysroot" --edition 2024 --crate-type rlib --crate-name "$1" --cfg minicore_check -Awarnings \
    -Zalways-encode-mir --emit=metadata -o "$lib/lib$1.rmeta" "$2"
}

# The compiler asks for crates that minicore does without; empty ones satisfy it.
empty() {
  printf '#![%s]\n#![no_std]\n#![feature(%s)]\n' "$1" "$1" >"$lib/empty.rs"
  rustc --sysroot "$sysroot" --edition 2024 --crate-type rlib --crate-name "$1" -Awarnings --emit=metadata \
    -o "$lib/lib$1.rmeta" "$lib/empty.rs"
  rm "$lib/empty.rs"
}

build core core/lib.rs
empty compiler_builtins
build alloc alloc/lib.rs
build hashbrown hashbrown/lib.rs
build std std/lib.rs
build test test/lib.rs

echo 'checking a program'
rustc --sysroot "$sysroot" --edition 2024 --crate-type bin --crate-name program -Cpanic=abort -Zno-codegen \
  --emit=metadata -o "$lib/program.rmeta" - <<'RUST'
use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::io::Write;
use std::sync::{Arc, Mutex};

#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Point {
    x: i32,
    tags: Vec<String>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut counts: HashMap<char, usize> = HashMap::new();
    for c in "minicore".chars() {
        *counts.entry(c).or_default() += 1;
    }
    let sorted: BTreeMap<_, _> = counts.into_iter().collect();
    let shared = Arc::new(Mutex::new(vec![Point::default()]));
    let other = Arc::clone(&shared);
    std::thread::spawn(move || other.lock().unwrap().push(Point { x: 1, tags: vec![] })).join().unwrap();
    writeln!(std::io::stdout(), "{sorted:?} {:?}", shared.lock().unwrap())?;
    let n: i32 = "7".parse()?;
    println!("{n:>4}");
    Ok(())
}
RUST
rm -f "$lib/program.rmeta"
echo 'minicore type-checks'
