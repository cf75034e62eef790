// Tuple structs and variants are functions, and are made only where they are used as values.
#[derive(Clone)]
struct Meters(f64);

enum Tree<T> {
    Leaf(T),
    Node(Vec<Tree<T>>),
}

fn apply<A, B>(a: A, f: impl Fn(A) -> B) -> B {
    f(a)
}

fn main() {
    let _ = Meters(1.0).clone();
    apply(2.0, Meters);
    let leaves: Vec<_> = vec![1u8, 2].into_iter().map(Tree::Leaf).collect();
    let _tree = Tree::Node(leaves);
    let _ = Some(3u16).map(Some);
}

//~ MONO_ITEM fn <Meters as std::clone::Clone>::clone
//~ MONO_ITEM fn <fn(f64) -> Meters {Meters} as std::ops::Fn<(f64,)>>::call - shim(fn(f64) -> Meters {Meters})
//~ MONO_ITEM fn <fn(u8) -> Tree<u8> {Tree::<u8>::Leaf} as std::ops::FnMut<(u8,)>>::call_mut - shim(fn(u8) -> Tree<u8> {Tree::<u8>::Leaf})
//~ MONO_ITEM fn Meters
//~ MONO_ITEM fn Tree::<u8>::Leaf
//~ MONO_ITEM fn apply::<f64, Meters, fn(f64) -> Meters {Meters}>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<Tree<u8>> - shim(Some(Tree<u8>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[Tree<u8>]> - shim(Some([Tree<u8>]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<Tree<u8>>> - shim(Some(std::vec::Vec<Tree<u8>>))
