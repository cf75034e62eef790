// Loops with values, labels and closures that end them.
struct D;
impl Drop for D {
    fn drop(&mut self) {}
}
fn find<T: PartialEq>(v: &[Vec<T>], t: &T) -> Option<(usize, usize)> {
    let mut i = 0;
    let found = 'o: loop {
        let Some(row) = v.get(i) else { break None };
        let d = D;
        for (j, x) in row.iter().enumerate() {
            if x == t {
                break 'o Some((i, j));
            }
        }
        drop(d);
        i += 1;
    };
    found
}
fn main() {
    find(&[vec![1u8], vec![2]], &2);
    let n = loop {
        let _d = D;
        break 3;
    };
    let r = 'b: {
        let _e = D;
        if n > 2 {
            break 'b 1;
        }
        2
    };
    let _ = r;
}

//~ MONO_ITEM fn <D as std::ops::Drop>::drop
//~ MONO_ITEM fn find::<u8>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<D> - shim(Some(D))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[std::vec::Vec<u8>; 2]> - shim(Some([std::vec::Vec<u8>; 2]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
