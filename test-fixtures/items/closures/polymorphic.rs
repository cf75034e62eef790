// A closure in a generic function is a definition of its own, with a copy for each copy of its parent.
fn each<T: Copy, F: FnMut(T)>(items: &[T], mut f: F) {
    for item in items {
        f(*item);
    }
}

fn count<T: Copy + PartialEq>(items: &[T], wanted: T) -> usize {
    let mut n = 0;
    each(items, |item| {
        if item == wanted {
            n += 1;
        }
    });
    n
}

fn indifferent<T>(_t: &T) -> u32 {
    let constant = || 7;
    constant()
}

fn nest<T: Copy>(t: T) -> (T, T) {
    let outer = |x: T| {
        let inner = |y: T| (x, y);
        inner(t)
    };
    outer(t)
}

fn main() {
    count(&[1, 2, 1], 1);
    count(&["a"], "a");
    indifferent(&1u8);
    indifferent(&'c');
    nest(2.5f32);
    nest(());
}

//~ MONO_ITEM fn count::<&str>
//~ MONO_ITEM fn count::<&str>::{closure#0}
//~ MONO_ITEM fn count::<i32>
//~ MONO_ITEM fn count::<i32>::{closure#0}
//~ MONO_ITEM fn each::<&str, {closure@polymorphic.rs:10:17: 10:23}>
//~ MONO_ITEM fn each::<i32, {closure@polymorphic.rs:10:17: 10:23}>
//~ MONO_ITEM fn indifferent::<char>
//~ MONO_ITEM fn indifferent::<char>::{closure#0}
//~ MONO_ITEM fn indifferent::<u8>
//~ MONO_ITEM fn indifferent::<u8>::{closure#0}
//~ MONO_ITEM fn main
//~ MONO_ITEM fn nest::<()>
//~ MONO_ITEM fn nest::<()>::{closure#0}
//~ MONO_ITEM fn nest::<()>::{closure#0}::{closure#0}
//~ MONO_ITEM fn nest::<f32>
//~ MONO_ITEM fn nest::<f32>::{closure#0}
//~ MONO_ITEM fn nest::<f32>::{closure#0}::{closure#0}
