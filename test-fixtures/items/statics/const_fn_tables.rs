// Tables that const functions fill: run by the compiler, so no items unless also called at run time.
const fn square(n: u32) -> u32 {
    n * n
}

const fn table<const N: usize>() -> [u32; N] {
    let mut out = [0; N];
    let mut i = 0;
    while i < N {
        out[i] = square(i as u32);
        i += 1;
    }
    out
}

static SQUARES: [u32; 4] = table();
const FIRST: u32 = table::<2>()[1];

fn main() {
    let n = SQUARES[2] + FIRST;
    square(n);
    let later = const { square(5) };
    let _ = later;
}

//~ MONO_ITEM fn main
//~ MONO_ITEM fn square
//~ MONO_ITEM static SQUARES
