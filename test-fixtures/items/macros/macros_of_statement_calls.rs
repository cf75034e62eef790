// A macro that the only call of a block declares, used further in; with the names and the label that it was given.

struct Skipped<'a>(&'a [u8]);

fn try_next<T>(_: T) {}

macro_rules! backtracker {
    ($skipped:ident, $path:ident, $walk:lifetime) => {
        macro_rules! try_backtrack {
            () => {
                while let Some(Skipped(before)) = $skipped.pop() {
                    if before.len() > 1 {
                        $path = before;
                        try_next(before);
                        continue $walk;
                    }
                }
            };
        }
    };
}

fn search(mut path: &[u8]) -> usize {
    let mut skipped: Vec<Skipped<'_>> = Vec::new();
    let mut steps = 0;
    'walk: loop {
        backtracker!(skipped, path, 'walk);
        steps += 1;
        if steps > 3 {
            return steps;
        }
        if path.len() > steps {
            try_backtrack!();
            skipped.push(Skipped(path));
        } else {
            let rest = &path[1..];
            match rest {
                [] => return 0,
                _ => {
                    try_backtrack!();
                }
            }
        }
    }
}

macro_rules! define {
    () => {
        macro_rules! inner {
            ($e:expr) => {
                try_next($e)
            };
        }
    };
}

fn main() {
    search(b"abc");
    define!();
    let f = |n: u8| inner!(n);
    f(1);
}

//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn search
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<Skipped<'_>>> - shim(Some(std::vec::Vec<Skipped<'_>>))
//~ MONO_ITEM fn try_next::<&[u8]>
//~ MONO_ITEM fn try_next::<u8>
