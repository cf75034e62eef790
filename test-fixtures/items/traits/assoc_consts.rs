// Associated constants: required, provided, overridden, depending on each other, holding function pointers.
trait Codec {
    const BITS: u32;
    const BYTES: u32 = Self::BITS / 8;
    const ENCODE: fn(u32) -> u32;

    fn run(&self) -> u32 {
        (Self::ENCODE)(Self::BYTES)
    }
}

fn plain(n: u32) -> u32 {
    n
}

fn shifted<const BY: u32>(n: u32) -> u32 {
    n << BY
}

fn not_used(n: u32) -> u32 {
    n
}

struct Plain;
struct Shift;
#[allow(dead_code)]
struct Idle;

impl Codec for Plain {
    const BITS: u32 = 16;
    const ENCODE: fn(u32) -> u32 = plain;
}

impl Codec for Shift {
    const BITS: u32 = 8;
    const BYTES: u32 = 3;
    const ENCODE: fn(u32) -> u32 = shifted::<{ Shift::BY }>;
}

impl Shift {
    const BY: u32 = 4;
}

impl Codec for Idle {
    const BITS: u32 = 0;
    const ENCODE: fn(u32) -> u32 = not_used;
}

fn sum<A: Codec, B: Codec>() -> u32 {
    A::BYTES + B::BYTES
}

fn main() {
    Plain.run();
    Shift.run();
    sum::<Plain, Idle>();
}

//~ MONO_ITEM fn <Plain as Codec>::run
//~ MONO_ITEM fn <Shift as Codec>::run
//~ MONO_ITEM fn main
//~ MONO_ITEM fn plain
//~ MONO_ITEM fn shifted::<4>
//~ MONO_ITEM fn sum::<Plain, Idle>
