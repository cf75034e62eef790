// Headers that few write: bounds on `()`, empty bounds, captures of nothing, where clauses of unit structs.
use std::fmt::Debug;

trait Reduce<T> {
    fn reduce(&self) -> usize {
        1
    }
}

impl Reduce<u8> for () {}

struct Table<T>(Vec<T>);

impl<T: Clone> Table<T>
where
    (): Reduce<T>,
    T:,
{
    fn get(&self, n: usize) -> T {
        self.0[n].clone()
    }
}

fn sum<T>(t: T) -> usize
where
    T: Copy,
    (): Reduce<T>,
{
    drop(t);
    ().reduce()
}

#[derive(Clone)]
struct Marked
where
    Table<u8>: Sized;

impl Marked {
    fn shown(&self) -> impl Debug + use<> {
        7u8
    }
    fn hidden(&self) -> impl use<> + Debug {
        8u16
    }
}

trait Named:
where
    Self: Sized,
{
    fn name(self) -> u32 {
        1
    }
}

impl Named for Marked {}

struct Lists {
    a: Vec::<Vec<u8>>,
    b: Vec::<Option<u8>>
}

fn bare<T:, U: >(t: T, _: U) -> T
where
    U:,
{
    t
}

mod be {
    #[allow(non_snake_case)]
    pub fn u8<T: Default, E>(_: E) -> T {
        T::default()
    }
    pub fn f32<T: Default>() -> T {
        T::default()
    }
}

fn ends(list: Vec<usize>) -> usize {
    list.into_iter().map(|end| ..=end).count()
}

const STEPS: [i64; 4] = [1, -0x100, -0x1eee_eeee, -2];

fn main() {
    let table = Table(vec![1u8]);
    table.get(0);
    sum(1u8);
    let marked = Marked.clone();
    let _ = format!("{:?}", marked.shown());
    let _ = format!("{:?}", marked.hidden());
    marked.name();
    let lists = Lists { a: Vec::new(), b: Vec::new() };
    bare(lists.a, lists.b);
    use be::{f32, u8};
    u8::<u32, _>(f32::<i8>());
    ends(vec![STEPS.len()]);
}

//~ MONO_ITEM fn <() as Reduce<u8>>::reduce
//~ MONO_ITEM fn <Marked as Named>::name
//~ MONO_ITEM fn <Marked as std::clone::Clone>::clone
//~ MONO_ITEM fn Marked::hidden
//~ MONO_ITEM fn Marked::shown
//~ MONO_ITEM fn Table::<u8>::get
//~ MONO_ITEM fn bare::<std::vec::Vec<std::vec::Vec<u8>>, std::vec::Vec<std::option::Option<u8>>>
//~ MONO_ITEM fn be::f32::<i8>
//~ MONO_ITEM fn be::u8::<u32, i8>
//~ MONO_ITEM fn ends
//~ MONO_ITEM fn ends::{closure#0}
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<Table<u8>> - shim(Some(Table<u8>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[std::vec::Vec<u8>]> - shim(Some([std::vec::Vec<u8>]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<std::option::Option<u8>>> - shim(Some(std::vec::Vec<std::option::Option<u8>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<std::vec::Vec<u8>>> - shim(Some(std::vec::Vec<std::vec::Vec<u8>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
//~ MONO_ITEM fn sum::<u8>
