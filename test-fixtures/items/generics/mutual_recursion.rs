// Generic functions that call each other with the parameters in another order.
fn ping<A: Copy, B: Copy>(a: A, b: B, n: u32) {
    if n > 0 {
        pong(b, a, n - 1);
    }
}

fn pong<A: Copy, B: Copy>(a: A, b: B, n: u32) {
    if n > 0 {
        ping(a, b, n - 1);
    }
}

fn main() {
    ping(1u8, 'a', 3);
}

//~ MONO_ITEM fn main
//~ MONO_ITEM fn ping::<char, u8>
//~ MONO_ITEM fn ping::<u8, char>
//~ MONO_ITEM fn pong::<char, u8>
//~ MONO_ITEM fn pong::<u8, char>
