// What the operands of `asm!` compute is code like any other.
use std::arch::asm;

trait ToRegister {
    fn to_register(self) -> u64;
}

impl ToRegister for u64 {
    fn to_register(self) -> u64 {
        self
    }
}

impl<T: Into<u32>> ToRegister for Option<T> {
    fn to_register(self) -> u64 {
        self.map_or(0, |x| x.into() as u64)
    }
}

fn call<A: ToRegister, B: ToRegister>(a: A, b: B) -> u64 {
    let result: u64;
    let other: u64;
    unsafe {
        asm!(
            "add {0}, {1}",
            "mov {other}, {named}",
            inlateout(reg) a.to_register() => result,
            in(reg) b.to_register(),
            named = in(reg) size::<A>(),
            other = lateout(reg) other,
            out("rcx") _,
            options(pure, nomem)
        );
    }
    result + other
}

fn size<T>() -> u64 {
    std::mem::size_of::<T>() as u64
}

fn main() {
    call(1u64, Some(2u8));
}

//~ MONO_ITEM fn <std::option::Option<u8> as ToRegister>::to_register
//~ MONO_ITEM fn <std::option::Option<u8> as ToRegister>::to_register::{closure#0}
//~ MONO_ITEM fn <u64 as ToRegister>::to_register
//~ MONO_ITEM fn call::<u64, std::option::Option<u8>>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn size::<u64>
