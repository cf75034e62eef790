// Tables of function pointers in statics and consts: what they name is collected, called or not.
type Op = fn(&mut Vm, i64);

struct Vm {
    stack: [i64; 8],
    top: usize,
}

impl Vm {
    fn push(&mut self, n: i64) {
        self.stack[self.top] = n;
        self.top += 1;
    }
    fn pop(&mut self) -> i64 {
        self.top -= 1;
        self.stack[self.top]
    }
    fn add(&mut self, _: i64) {
        let n = self.pop() + self.pop();
        self.push(n);
    }
}

fn halt(_: &mut Vm, _: i64) {}

fn repeat<const N: usize>(vm: &mut Vm, n: i64) {
    let mut i = 0;
    while i < N {
        vm.push(n);
        i += 1;
    }
}

static TABLE: [Op; 4] = [halt, Vm::push, Vm::add, repeat::<2>];
const SPARE: &[(&str, Op)] = &[("thrice", repeat::<3>), ("drop", |vm, _| {
    vm.pop();
})];
#[allow(dead_code)]
const NEVER_READ: Op = repeat::<9>;

fn main() {
    let mut vm = Vm { stack: [0; 8], top: 0 };
    for (code, n) in [(1usize, 5), (1, 6), (2, 0), (0, 0)] {
        TABLE[code](&mut vm, n);
    }
    for (_, op) in SPARE {
        op(&mut vm, 1);
    }
}

//~ MONO_ITEM fn <{closure@dispatch_tables.rs:35:66: 35:73} as std::ops::FnOnce<(&mut Vm, i64)>>::call_once - shim
//~ MONO_ITEM fn SPARE::{closure#0}
//~ MONO_ITEM fn Vm::add
//~ MONO_ITEM fn Vm::pop
//~ MONO_ITEM fn Vm::push
//~ MONO_ITEM fn halt
//~ MONO_ITEM fn main
//~ MONO_ITEM fn repeat::<2>
//~ MONO_ITEM fn repeat::<3>
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::array::IntoIter<(usize, i64), 4>> - shim(Some(std::array::IntoIter<(usize, i64), 4>))
//~ MONO_ITEM static TABLE
