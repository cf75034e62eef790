// Consts are evaluated, not called: a `const fn` used only there is no item; one called at run time is.
const fn square(n: u32) -> u32 {
    n * n
}

const fn cube(n: u32) -> u32 {
    n * square(n)
}

const fn table<const N: usize>() -> [u32; N] {
    let mut out = [0; N];
    let mut i = 0;
    while i < N {
        out[i] = only_in_const(i as u32);
        i += 1;
    }
    out
}

const fn only_in_const(n: u32) -> u32 {
    n + 1
}

const SQUARES: [u32; 4] = table();
const LIMIT: u32 = cube(3);

struct Config {
    name: &'static str,
    check: fn(u32) -> bool,
}

fn small(n: u32) -> bool {
    n < LIMIT
}

fn big(n: u32) -> bool {
    n > LIMIT
}

impl Config {
    const SMALL: Config = Config { name: "small", check: small };
    const LARGE: &'static Config = &Config { name: "large", check: big };
}

fn promoted() -> &'static [fn(u32) -> bool; 1] {
    &[|n| n == 4]
}

fn kept(config: &'static Config) -> usize {
    config.name.len()
}

fn main() {
    let n = square(SQUARES[1]);
    (Config::SMALL.check)(n);
    kept(Config::LARGE);
    kept(&Config { name: "promoted", check: small });
    promoted()[0](3);
    const IN_BLOCK: u32 = { const A: u32 = cube(2); A + 1 };
    let _ = const { square(IN_BLOCK) };
}

//~ MONO_ITEM fn <{closure@consts_and_promoteds.rs:46:7: 46:10} as std::ops::FnOnce<(u32,)>>::call_once - shim
//~ MONO_ITEM fn big
//~ MONO_ITEM fn kept
//~ MONO_ITEM fn main
//~ MONO_ITEM fn promoted
//~ MONO_ITEM fn promoted::{closure#0}
//~ MONO_ITEM fn small
//~ MONO_ITEM fn square
