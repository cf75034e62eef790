// Statics that hold function pointers, trait objects and references to other statics.
trait Rule: Sync {
    fn apply(&self, n: u8) -> u8;
}

struct Add(u8);

impl Rule for Add {
    fn apply(&self, n: u8) -> u8 {
        n + self.0
    }
}

struct Twice;

impl Rule for Twice {
    fn apply(&self, n: u8) -> u8 {
        n * 2
    }
}

static RULES: [&dyn Rule; 2] = [&Add(1), &TWICE];
static TWICE: Twice = Twice;
static UNUSED: fn() = never;

fn never() {}

fn main() {
    let _ = RULES.iter().fold(1, |n, rule| rule.apply(n));
}

//~ MONO_ITEM fn <Add as Rule>::apply
//~ MONO_ITEM fn <Twice as Rule>::apply
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn never
//~ MONO_ITEM static RULES
//~ MONO_ITEM static TWICE
//~ MONO_ITEM static UNUSED
