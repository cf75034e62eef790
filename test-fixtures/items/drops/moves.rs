// What has moved away is not dropped: into calls, returns, fields, closures, and by forget or ManuallyDrop.
use std::mem::{self, ManuallyDrop};

struct A(u8);
struct B(u8);
struct C(u8);
struct D(u8);
struct E(u8);
struct F(u8);

macro_rules! drops {
    ($($ty:ident)*) => { $(impl Drop for $ty { fn drop(&mut self) { self.0 += 1; } })* };
}

drops!(A B C D E F);

fn eat<T>(_t: T) {}

fn pass<T>(t: T) -> T {
    t
}

struct Keep {
    c: C,
}

fn keep(c: C) -> Keep {
    Keep { c }
}

fn main() {
    let a = A(1);
    eat(a);
    let b = pass(B(1));
    mem::forget(b);
    let kept = keep(C(1));
    let Keep { c } = kept;
    mem::forget(c);
    let d = ManuallyDrop::new(D(1));
    let _ = d.0;
    let e = E(1);
    let closure = move || {
        let e = &e;
        e.0
    };
    let _ = closure();
    let f = F(1);
    let moved = f;
    let again = moved;
    drop(again);
}

//~ MONO_ITEM fn <A as std::ops::Drop>::drop
//~ MONO_ITEM fn <E as std::ops::Drop>::drop
//~ MONO_ITEM fn <F as std::ops::Drop>::drop
//~ MONO_ITEM fn eat::<A>
//~ MONO_ITEM fn keep
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn pass::<B>
//~ MONO_ITEM fn std::ptr::drop_in_place::<A> - shim(Some(A))
//~ MONO_ITEM fn std::ptr::drop_in_place::<E> - shim(Some(E))
//~ MONO_ITEM fn std::ptr::drop_in_place::<F> - shim(Some(F))
//~ MONO_ITEM fn std::ptr::drop_in_place::<{closure@moves.rs:42:19: 42:26}> - shim(Some({closure@moves.rs:42:19: 42:26}))
