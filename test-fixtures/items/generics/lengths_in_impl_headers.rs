// Impls for arrays whose lengths are expressions: which one applies is known though the elements are not.
trait Sum {
    fn sum(&self) -> u32;
}

impl Sum for u32 {
    fn sum(&self) -> u32 {
        *self
    }
}

fn two<T>() {}
fn three<T>() {}
fn none<T>() {}

impl<T: Sum> Sum for [T; 1 + 1] {
    fn sum(&self) -> u32 {
        two::<T>();
        self[0].sum() + self[1].sum()
    }
}

impl<T: Sum> Sum for [T; 3] {
    fn sum(&self) -> u32 {
        three::<T>();
        self[2].sum()
    }
}

impl<T> Sum for [T; 1 - 1] {
    fn sum(&self) -> u32 {
        none::<T>();
        0
    }
}

fn main() {
    [1, 2].sum();
    [[1, 2, 3], [4, 5, 6]].sum();
    let empty: [char; 0] = [];
    empty.sum();
}

//~ MONO_ITEM fn <[[u32; 3]; 1 + 1] as Sum>::sum
//~ MONO_ITEM fn <[char; 1 - 1] as Sum>::sum
//~ MONO_ITEM fn <[u32; 1 + 1] as Sum>::sum
//~ MONO_ITEM fn <[u32; 3] as Sum>::sum
//~ MONO_ITEM fn <u32 as Sum>::sum
//~ MONO_ITEM fn main
//~ MONO_ITEM fn none::<char>
//~ MONO_ITEM fn three::<u32>
//~ MONO_ITEM fn two::<[u32; 3]>
//~ MONO_ITEM fn two::<u32>
