// Inherent impls: generic, specialised to one argument, with an associated constant, with a method's own parameters.
struct Stack<T, const N: usize> {
    items: [Option<T>; N],
    len: usize,
}

impl<T: Copy, const N: usize> Stack<T, N> {
    const CAPACITY: usize = N;

    fn new() -> Self {
        Stack { items: [None; N], len: 0 }
    }

    fn push(&mut self, item: T) -> bool {
        if self.len == Self::CAPACITY {
            return false;
        }
        self.items[self.len] = Some(item);
        self.len += 1;
        true
    }

    fn pop(&mut self) -> Option<T> {
        if self.len == 0 {
            None
        } else {
            self.len -= 1;
            self.items[self.len]
        }
    }

    fn fold<A, F: Fn(A, T) -> A>(&self, start: A, f: F) -> A {
        let mut acc = start;
        let mut i = 0;
        while i < self.len {
            if let Some(item) = self.items[i] {
                acc = f(acc, item);
            }
            i += 1;
        }
        acc
    }
}

impl<const N: usize> Stack<i32, N> {
    fn sum(&self) -> i32 {
        self.fold(0, |a, b| a + b)
    }
}

impl Stack<bool, 2> {
    fn both(&self) -> bool {
        self.fold(true, |a, b| a && b)
    }
}

fn main() {
    let mut numbers = Stack::<i32, 4>::new();
    numbers.push(1);
    numbers.push(2);
    let _ = numbers.sum();
    let _ = numbers.pop();
    let mut flags: Stack<bool, 2> = Stack::new();
    flags.push(true);
    let _ = flags.both();
    let longest = numbers.fold(0usize, |len, n| if n > 9 { len + 2 } else { len + 1 });
    let _ = longest + Stack::<u8, 3>::CAPACITY;
}

//~ MONO_ITEM fn Stack::<bool, 2>::both
//~ MONO_ITEM fn Stack::<bool, 2>::both::{closure#0}
//~ MONO_ITEM fn Stack::<bool, 2>::fold::<bool, {closure@struct_impls.rs:53:25: 53:31}>
//~ MONO_ITEM fn Stack::<bool, 2>::new
//~ MONO_ITEM fn Stack::<bool, 2>::push
//~ MONO_ITEM fn Stack::<i32, 4>::fold::<i32, {closure@struct_impls.rs:47:22: 47:28}>
//~ MONO_ITEM fn Stack::<i32, 4>::fold::<usize, {closure@struct_impls.rs:66:40: 66:48}>
//~ MONO_ITEM fn Stack::<i32, 4>::new
//~ MONO_ITEM fn Stack::<i32, 4>::pop
//~ MONO_ITEM fn Stack::<i32, 4>::push
//~ MONO_ITEM fn Stack::<i32, 4>::sum
//~ MONO_ITEM fn Stack::<i32, 4>::sum::{closure#0}
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
