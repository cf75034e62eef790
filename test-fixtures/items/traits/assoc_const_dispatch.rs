// `if` on an associated const: only the arm that is taken makes its calls.
trait Mode {
    const FAST: bool;
    const LIMIT: u32 = if Self::FAST { 10 } else { 100 };
}

struct Fast;
struct Slow;

impl Mode for Fast {
    const FAST: bool = true;
}

impl Mode for Slow {
    const FAST: bool = false;
}

fn quick<M>() {}
fn careful<M>() {}
fn limited<M: Mode>() -> u32 {
    M::LIMIT
}

fn run<M: Mode>() {
    if M::FAST {
        quick::<M>();
    } else {
        careful::<M>();
    }
    limited::<M>();
}

fn main() {
    run::<Fast>();
    run::<Slow>();
}

//~ MONO_ITEM fn careful::<Slow>
//~ MONO_ITEM fn limited::<Fast>
//~ MONO_ITEM fn limited::<Slow>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn quick::<Fast>
//~ MONO_ITEM fn run::<Fast>
//~ MONO_ITEM fn run::<Slow>
