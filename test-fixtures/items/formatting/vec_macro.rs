// vec! in its three forms, with types that drop, with closures, nested, and grown afterwards.
struct Row {
    cells: Vec<u8>,
}

#[derive(Clone)]
struct Tag(u8);

impl Drop for Tag {
    fn drop(&mut self) {
        self.0 = 0;
    }
}

fn rows(n: usize) -> Vec<Row> {
    let mut rows = Vec::with_capacity(n);
    for i in 0..n {
        rows.push(Row { cells: vec![i as u8; 3] });
    }
    rows
}

fn main() {
    let empty: Vec<u64> = vec![];
    let _ = empty.len();
    let mut numbers = vec![1, 2, 3];
    numbers.push(4);
    let _ = numbers[0] + numbers.pop().unwrap_or(0);
    let tags = vec![Tag(1); 2];
    let _ = tags.len();
    let all = rows(2);
    let _ = all[0].cells.len();
    let functions: Vec<fn(i32) -> i32> = vec![|n| n + 1, |n| n * 2];
    let mut x = 1;
    for f in &functions {
        x = f(x);
    }
    let nested = vec![vec!["a"], Vec::new()];
    for inner in nested {
        for text in inner {
            x += text.len() as i32;
        }
    }
}

//~ MONO_ITEM fn <Tag as std::clone::Clone>::clone
//~ MONO_ITEM fn <Tag as std::ops::Drop>::drop
//~ MONO_ITEM fn <{closure@vec_macro.rs:33:47: 33:50} as std::ops::FnOnce<(i32,)>>::call_once - shim
//~ MONO_ITEM fn <{closure@vec_macro.rs:33:58: 33:61} as std::ops::FnOnce<(i32,)>>::call_once - shim
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn rows
//~ MONO_ITEM fn std::ptr::drop_in_place::<Row> - shim(Some(Row))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Tag> - shim(Some(Tag))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[Row]> - shim(Some([Row]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[Tag]> - shim(Some([Tag]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[std::vec::Vec<&str>]> - shim(Some([std::vec::Vec<&str>]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<std::mem::MaybeUninit<[std::vec::Vec<&str>; 2]>>> - shim(Some(std::boxed::Box<std::mem::MaybeUninit<[std::vec::Vec<&str>; 2]>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::IntoIter<&str>> - shim(Some(std::vec::IntoIter<&str>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::IntoIter<std::vec::Vec<&str>>> - shim(Some(std::vec::IntoIter<std::vec::Vec<&str>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<&str>> - shim(Some(std::vec::Vec<&str>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<Row>> - shim(Some(std::vec::Vec<Row>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<Tag>> - shim(Some(std::vec::Vec<Tag>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<fn(i32) -> i32>> - shim(Some(std::vec::Vec<fn(i32) -> i32>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<i32>> - shim(Some(std::vec::Vec<i32>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u64>> - shim(Some(std::vec::Vec<u64>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
