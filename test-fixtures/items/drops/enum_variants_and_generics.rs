// Glue of an enum is that of the payloads of all its variants.
enum Tree<T> {
    Leaf(T),
    Node(Vec<Tree<T>>),
    Empty,
}
struct D;
impl Drop for D {
    fn drop(&mut self) {}
}
enum Plain {
    A(u8),
    B(&'static str),
}
enum Mixed {
    P(Plain),
    D(D),
    Pair { d: D, n: u8 },
}
fn mk<T>(t: T) -> Tree<T> {
    Tree::Node(vec![Tree::Leaf(t), Tree::Empty])
}
fn main() {
    mk(D);
    mk(1u8);
    let p = Plain::A(1);
    drop(p);
    let m = Mixed::Pair { d: D, n: 1 };
    if let Mixed::Pair { n, .. } = &m {
        let _ = *n;
    }
}

//~ MONO_ITEM fn <D as std::ops::Drop>::drop
//~ MONO_ITEM fn main
//~ MONO_ITEM fn mk::<D>
//~ MONO_ITEM fn mk::<u8>
//~ MONO_ITEM fn std::ptr::drop_in_place::<D> - shim(Some(D))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Mixed> - shim(Some(Mixed))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Tree<D>> - shim(Some(Tree<D>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Tree<u8>> - shim(Some(Tree<u8>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[Tree<D>]> - shim(Some([Tree<D>]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[Tree<u8>]> - shim(Some([Tree<u8>]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<Tree<D>>> - shim(Some(std::vec::Vec<Tree<D>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<Tree<u8>>> - shim(Some(std::vec::Vec<Tree<u8>>))
