// Glue of closures that own things, and of tuples of which a part was moved out.
struct D<T>(T);

impl<T> Drop for D<T> {
    fn drop(&mut self) {}
}

fn main() {
    let a = D(1u8);
    let keep = move || {
        let _ = &a;
    };
    keep();
    let pair = (D(2u16), D(3u32));
    let (first, ..) = pair;
    drop(first);
    let b = D('x');
    let once = move || drop(b);
    once();
    let boxed: Box<dyn FnOnce()> = Box::new({
        let c = D("y");
        move || {
            let _c = c;
        }
    });
    boxed();
}

//~ MONO_ITEM fn <D<&str> as std::ops::Drop>::drop
//~ MONO_ITEM fn <D<char> as std::ops::Drop>::drop
//~ MONO_ITEM fn <D<u16> as std::ops::Drop>::drop
//~ MONO_ITEM fn <D<u32> as std::ops::Drop>::drop
//~ MONO_ITEM fn <D<u8> as std::ops::Drop>::drop
//~ MONO_ITEM fn <{closure@closures_and_tuples.rs:22:9: 22:16} as std::ops::FnOnce<()>>::call_once - shim(vtable)
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn main::{closure#2}
//~ MONO_ITEM fn std::ptr::drop_in_place::<D<&str>> - shim(Some(D<&str>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<D<char>> - shim(Some(D<char>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<D<u16>> - shim(Some(D<u16>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<D<u32>> - shim(Some(D<u32>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<D<u8>> - shim(Some(D<u8>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<{closure@closures_and_tuples.rs:10:16: 10:23}> - shim(Some({closure@closures_and_tuples.rs:10:16: 10:23}))
//~ MONO_ITEM fn std::ptr::drop_in_place::<{closure@closures_and_tuples.rs:22:9: 22:16}> - shim(Some({closure@closures_and_tuples.rs:22:9: 22:16}))
