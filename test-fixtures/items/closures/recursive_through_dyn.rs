// A closure that calls itself through a trait object.
fn fix(f: &dyn Fn(&dyn Fn(u32) -> u32, u32) -> u32, n: u32) -> u32 {
    f(&|m| fix(f, m), n)
}

fn main() {
    fix(&|again, n| if n == 0 { 1 } else { n * again(n - 1) }, 5);
}

//~ MONO_ITEM fn <{closure@recursive_through_dyn.rs:3:8: 3:11} as std::ops::FnOnce<(u32,)>>::call_once - shim
//~ MONO_ITEM fn <{closure@recursive_through_dyn.rs:3:8: 3:11} as std::ops::FnOnce<(u32,)>>::call_once - shim(vtable)
//~ MONO_ITEM fn <{closure@recursive_through_dyn.rs:7:10: 7:20} as std::ops::FnOnce<(&dyn std::ops::Fn(u32) -> u32, u32)>>::call_once - shim
//~ MONO_ITEM fn <{closure@recursive_through_dyn.rs:7:10: 7:20} as std::ops::FnOnce<(&dyn std::ops::Fn(u32) -> u32, u32)>>::call_once - shim(vtable)
//~ MONO_ITEM fn fix
//~ MONO_ITEM fn fix::{closure#0}
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
