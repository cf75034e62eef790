// match with guards, bindings, ranges, slices, nested enums, references, constants and or-patterns.
#[derive(PartialEq, Eq)]
struct Level(u8);

impl Level {
    const TOP: Level = Level(9);
    const LOW: u8 = 1;
}

enum Tree {
    Leaf(i32),
    Node { left: &'static Tree, right: &'static Tree },
    Empty,
}

static LEAF: Tree = Tree::Leaf(3);
static EMPTY: Tree = Tree::Empty;

fn weight(tree: &Tree) -> i32 {
    match tree {
        Tree::Leaf(n @ 0..=9) => *n,
        Tree::Leaf(n) if is_even(*n) => half(*n),
        Tree::Leaf(_) => 1,
        Tree::Node { left: Tree::Empty, right: only } | Tree::Node { left: only, right: Tree::Empty } => weight(only),
        Tree::Node { left, right } => weight(left) + weight(right),
        Tree::Empty => 0,
    }
}

fn is_even(n: i32) -> bool {
    n % 2 == 0
}

fn half<T: std::ops::Div<Output = T> + From<u8>>(t: T) -> T {
    t / T::from(2)
}

fn slices(s: &[u8]) -> u32 {
    match s {
        [] => 0,
        [one] => *one as u32,
        [first, .., last] if first == last => 7,
        [b'a', rest @ ..] => slices(rest),
        [_, _, ..] => 2,
    }
}

fn classify(pair: (u8, &str)) -> char {
    match pair {
        (Level::LOW, _) => 'l',
        (_, "top") => 't',
        (n, text) if text.len() == n as usize => 'e',
        _ => '?',
    }
}

fn top(level: Level) -> bool {
    matches!(level, Level::TOP | Level(8))
}

fn main() {
    static NODE: Tree = Tree::Node { left: &LEAF, right: &EMPTY };
    weight(&NODE);
    slices(b"abca");
    classify((3, "top"));
    top(Level(3));
    let (ref a, [b, _]) = ("x", [1, 2]);
    let _ = a.len() + b;
}

//~ MONO_ITEM fn classify
//~ MONO_ITEM fn half::<i32>
//~ MONO_ITEM fn is_even
//~ MONO_ITEM fn main
//~ MONO_ITEM fn slices
//~ MONO_ITEM fn top
//~ MONO_ITEM fn weight
//~ MONO_ITEM static EMPTY
//~ MONO_ITEM static LEAF
//~ MONO_ITEM static main::NODE
