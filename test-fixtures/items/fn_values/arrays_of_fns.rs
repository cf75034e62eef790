// Function items become pointers where an array wants one type.
fn add(a: i32, b: i32) -> i32 {
    a + b
}

fn ignore<A, B>(_: A, _: B) -> i32 {
    0
}

struct Op(fn(i32, i32) -> i32);

impl Op {
    const ALL: [Op; 3] = [Op(add), Op(ignore), Op(|a, b| a * b)];
}

fn main() {
    for op in &Op::ALL {
        (op.0)(1, 2);
    }
    let table: &[(&str, fn(&str) -> usize)] = &[("len", str::len), ("zero", |_| 0)];
    for (_, f) in table {
        f("x");
    }
}

//~ MONO_ITEM fn <{closure@arrays_of_fns.rs:13:51: 13:57} as std::ops::FnOnce<(i32, i32)>>::call_once - shim
//~ MONO_ITEM fn <{closure@arrays_of_fns.rs:20:77: 20:80} as std::ops::FnOnce<(&str,)>>::call_once - shim
//~ MONO_ITEM fn Op::ALL::{closure#0}
//~ MONO_ITEM fn add
//~ MONO_ITEM fn ignore::<i32, i32>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
