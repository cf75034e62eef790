//@ compile-flags: -Copt-level=3 -Ccodegen-units=8
//@ check-cgus
// Small functions, glue and closures are copied into every unit that uses them; what has a symbol stays in one.
mod a {
    #[inline(never)]
    pub fn run(n: u32) -> u32 {
        let f: fn(u32) -> u32 = super::leaf;
        f(n) + super::apply(&|k| k + n)
    }
}

mod b {
    #[inline(never)]
    pub fn run(n: u32) -> u32 {
        let f: fn(u32) -> u32 = super::leaf;
        let _guard = super::Guard(n);
        f(n)
    }
}

fn leaf(n: u32) -> u32 {
    n ^ 5
}

fn apply(f: &dyn Fn(u32) -> u32) -> u32 {
    f(1)
}

struct Guard(u32);

impl Drop for Guard {
    fn drop(&mut self) {
        a::run(self.0);
    }
}

fn main() {
    a::run(1);
    b::run(2);
}

//~ MONO_ITEM fn <Guard as std::ops::Drop>::drop @@ local_copies-cgu.2[External]
//~ MONO_ITEM fn <{closure@local_copies.rs:8:30: 8:33} as std::ops::FnOnce<(u32,)>>::call_once - shim @@ local_copies-cgu.0[Internal]
//~ MONO_ITEM fn <{closure@local_copies.rs:8:30: 8:33} as std::ops::FnOnce<(u32,)>>::call_once - shim(vtable) @@ local_copies-cgu.0[Internal]
//~ MONO_ITEM fn a::run @@ local_copies-cgu.0[External]
//~ MONO_ITEM fn a::run::{closure#0} @@ local_copies-cgu.0[Internal]
//~ MONO_ITEM fn apply @@ local_copies-cgu.2[External]
//~ MONO_ITEM fn b::run @@ local_copies-cgu.3[External]
//~ MONO_ITEM fn leaf @@ local_copies-cgu.0[Internal] local_copies-cgu.3[Internal]
//~ MONO_ITEM fn main @@ local_copies-cgu.2[External]
//~ MONO_ITEM fn std::ptr::drop_in_place::<Guard> - shim(Some(Guard)) @@ local_copies-cgu.3[Internal]
