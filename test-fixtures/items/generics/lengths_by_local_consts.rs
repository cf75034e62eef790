// Lengths and const arguments that are made of consts of the body they stand in, or of a block in it.

fn take<T>(_: T) {}

struct Buffer<const N: usize>;

const OUTER: usize = 2;

macro_rules! wide {
    ($n:expr) => {{
        const INNER: usize = $n;
        [0u16; INNER * 2]
    }};
}

struct Transform<P>(P);

impl<P: Copy> Transform<P> {
    fn run(&self) {
        const STEP: usize = 256;
        take([0.0f32; 4 * STEP]);
        take(Buffer::<{ STEP + OUTER }>);
        let in_closure = move |p: &P| {
            take([1i16; STEP * 3]);
            take(*p);
        };
        in_closure(&self.0);
    }
}

fn main() {
    const STEP: usize = 3;
    take([0.0f64; 4 * STEP]);
    let typed: [i32; OUTER * STEP] = [0; _];
    take(typed);
    {
        const STEP: usize = 5;
        take([0.0f64; 4 * STEP]);
    }
    take(wide!(4));
    Transform('c').run();
}

//~ MONO_ITEM fn Transform::<char>::run
//~ MONO_ITEM fn Transform::<char>::run::{closure#0}
//~ MONO_ITEM fn main
//~ MONO_ITEM fn take::<Buffer<258>>
//~ MONO_ITEM fn take::<[f32; 1024]>
//~ MONO_ITEM fn take::<[f64; 12]>
//~ MONO_ITEM fn take::<[f64; 20]>
//~ MONO_ITEM fn take::<[i16; 768]>
//~ MONO_ITEM fn take::<[i32; 6]>
//~ MONO_ITEM fn take::<[u16; 8]>
//~ MONO_ITEM fn take::<char>
