// Glue of arrays, of boxed slices, and of what is moved out of an array by pattern.
struct D(u8);

impl Drop for D {
    fn drop(&mut self) {}
}

fn take<T, const N: usize>(_: [T; N]) {}

fn main() {
    take([D(1), D(2)]);
    let [a, _b, ..] = [D(1), D(2), D(3)];
    std::mem::forget(a);
    let boxed: Box<[D]> = Box::new([D(4), D(5)]);
    let _ = boxed.len();
    take([[D(6)], [D(7)]]);
    take::<D, 0>([]);
}

//~ MONO_ITEM fn <D as std::ops::Drop>::drop
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<D> - shim(Some(D))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[D; 1]> - shim(Some([D; 1]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[D; 2]> - shim(Some([D; 2]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[D]> - shim(Some([D]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[[D; 1]; 2]> - shim(Some([[D; 1]; 2]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<[D]>> - shim(Some(std::boxed::Box<[D]>))
//~ MONO_ITEM fn take::<D, 0>
//~ MONO_ITEM fn take::<D, 2>
//~ MONO_ITEM fn take::<[D; 1], 2>
