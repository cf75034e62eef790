// Tuples, arrays and closures are copied as a whole where all their parts can be; derived `Clone` beside `Copy` says so.
#[derive(Clone, Copy)]
struct Point(u8, u8);
#[derive(Clone)]
struct Written(u8);

fn main() {
    let _ = vec![(1u8, 2u16)].clone();
    let _ = vec![(Point(1, 2), [3u8; 2])].clone();
    let _ = vec![(Point(1, 2), Written(3))].clone();
    let _ = vec![(1u8, String::new())].clone();
    let offset = 3u8;
    let add = move |x: u8| x + offset;
    let _ = vec![add].clone();
}

//~ MONO_ITEM fn <(Point, Written) as std::clone::Clone>::clone - shim((Point, Written))
//~ MONO_ITEM fn <(u8, std::string::String) as std::clone::Clone>::clone - shim((u8, std::string::String))
//~ MONO_ITEM fn <Point as std::clone::Clone>::clone
//~ MONO_ITEM fn <Written as std::clone::Clone>::clone
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<(u8, std::string::String)> - shim(Some((u8, std::string::String)))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[(u8, std::string::String)]> - shim(Some([(u8, std::string::String)]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<std::mem::MaybeUninit<[(u8, std::string::String); 1]>>> - shim(Some(std::boxed::Box<std::mem::MaybeUninit<[(u8, std::string::String); 1]>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<(Point, Written)>> - shim(Some(std::vec::Vec<(Point, Written)>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<(Point, [u8; 2])>> - shim(Some(std::vec::Vec<(Point, [u8; 2])>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<(u8, std::string::String)>> - shim(Some(std::vec::Vec<(u8, std::string::String)>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<(u8, u16)>> - shim(Some(std::vec::Vec<(u8, u16)>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<{closure@trivial_clone.rs:13:15: 13:27}>> - shim(Some(std::vec::Vec<{closure@trivial_clone.rs:13:15: 13:27}>))
