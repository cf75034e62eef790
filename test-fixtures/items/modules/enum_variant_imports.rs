// Variants brought into scope by `use Enum::*`, constructor functions as values, and name spaces side by side.
#[derive(Clone, Copy)]
enum Op {
    Push(i32),
    Add,
    Neg,
}

use Op::*;

struct Wrap(i32);

// A function in the value name space beside a module of the same name in the type name space.
mod score {
    pub fn of(op: super::Op) -> i32 {
        match op {
            super::Push(n) => n,
            super::Add => 1,
            super::Neg => -1,
        }
    }
}

fn score(op: Op) -> i32 {
    score::of(op) * 2
}

fn lift<A, B>(f: fn(A) -> B, a: A) -> B {
    f(a)
}

fn main() {
    let ops = [Push(3), Add, Neg];
    let mut sum = 0;
    for op in ops {
        sum += score(op);
    }
    let wrapped = lift(Wrap, sum);
    let pushed = lift(Push, wrapped.0);
    let some = lift(Some::<i32>, score(pushed));
    let _ = some;
}

//~ MONO_ITEM fn Op::Push
//~ MONO_ITEM fn Wrap
//~ MONO_ITEM fn lift::<i32, Op>
//~ MONO_ITEM fn lift::<i32, Wrap>
//~ MONO_ITEM fn lift::<i32, std::option::Option<i32>>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn score
//~ MONO_ITEM fn score::of
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::array::IntoIter<Op, 3>> - shim(Some(std::array::IntoIter<Op, 3>))
