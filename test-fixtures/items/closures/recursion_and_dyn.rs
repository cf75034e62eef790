// Recursion through `&dyn Fn`, a fixed-point combinator, and callbacks kept in a struct of boxes.
fn fix(f: &dyn Fn(&dyn Fn(u64) -> u64, u64) -> u64, n: u64) -> u64 {
    f(&|m| fix(f, m), n)
}

fn walk(depth: u32, visit: &mut impl FnMut(u32)) {
    visit(depth);
    if depth > 0 {
        walk(depth - 1, visit);
    }
}

struct Bus<'a> {
    listeners: [Option<Box<dyn FnMut(u32) + 'a>>; 2],
}

impl<'a> Bus<'a> {
    fn listen<F: FnMut(u32) + 'a>(&mut self, slot: usize, f: F) {
        self.listeners[slot] = Some(Box::new(f));
    }

    fn emit(&mut self, event: u32) {
        for listener in self.listeners.iter_mut() {
            if let Some(listener) = listener {
                listener(event);
            }
        }
    }
}

fn main() {
    fix(&|again, n| if n == 0 { 1 } else { n * again(n - 1) }, 5);
    let mut deepest = 0;
    walk(3, &mut |d| deepest = if d > deepest { d } else { deepest });
    let mut total = 0;
    let mut bus = Bus { listeners: [None, None] };
    bus.listen(0, |e| total += e);
    bus.listen(1, |_| {});
    bus.emit(3);
}

//~ MONO_ITEM fn <{closure@recursion_and_dyn.rs:32:10: 32:20} as std::ops::FnOnce<(&dyn std::ops::Fn(u64) -> u64, u64)>>::call_once - shim
//~ MONO_ITEM fn <{closure@recursion_and_dyn.rs:32:10: 32:20} as std::ops::FnOnce<(&dyn std::ops::Fn(u64) -> u64, u64)>>::call_once - shim(vtable)
//~ MONO_ITEM fn <{closure@recursion_and_dyn.rs:37:19: 37:22} as std::ops::FnOnce<(u32,)>>::call_once - shim
//~ MONO_ITEM fn <{closure@recursion_and_dyn.rs:37:19: 37:22} as std::ops::FnOnce<(u32,)>>::call_once - shim(vtable)
//~ MONO_ITEM fn <{closure@recursion_and_dyn.rs:38:19: 38:22} as std::ops::FnOnce<(u32,)>>::call_once - shim
//~ MONO_ITEM fn <{closure@recursion_and_dyn.rs:38:19: 38:22} as std::ops::FnOnce<(u32,)>>::call_once - shim(vtable)
//~ MONO_ITEM fn <{closure@recursion_and_dyn.rs:3:8: 3:11} as std::ops::FnOnce<(u64,)>>::call_once - shim
//~ MONO_ITEM fn <{closure@recursion_and_dyn.rs:3:8: 3:11} as std::ops::FnOnce<(u64,)>>::call_once - shim(vtable)
//~ MONO_ITEM fn Bus::<'_>::emit
//~ MONO_ITEM fn Bus::<'_>::listen::<{closure@recursion_and_dyn.rs:37:19: 37:22}>
//~ MONO_ITEM fn Bus::<'_>::listen::<{closure@recursion_and_dyn.rs:38:19: 38:22}>
//~ MONO_ITEM fn fix
//~ MONO_ITEM fn fix::{closure#0}
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn main::{closure#2}
//~ MONO_ITEM fn main::{closure#3}
//~ MONO_ITEM fn std::ptr::drop_in_place::<Bus<'_>> - shim(Some(Bus<'_>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[std::option::Option<std::boxed::Box<dyn std::ops::FnMut(u32)>>; 2]> - shim(Some([std::option::Option<std::boxed::Box<dyn std::ops::FnMut(u32)>>; 2]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn std::ops::FnMut(u32)> - shim(Some(dyn std::ops::FnMut(u32)))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn std::ops::FnMut(u32)>> - shim(Some(std::boxed::Box<dyn std::ops::FnMut(u32)>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<std::boxed::Box<dyn std::ops::FnMut(u32)>>> - shim(Some(std::option::Option<std::boxed::Box<dyn std::ops::FnMut(u32)>>))
//~ MONO_ITEM fn walk::<{closure@recursion_and_dyn.rs:34:18: 34:21}>
