// Empty lists of arguments and parameters, as generators of code write them.
mod actions {
    pub fn first<>(text: &str, n: usize) -> usize {
        text.len() + n
    }

    pub fn second<'input, T, >(_: &'input str, t: T) -> T {
        t
    }
}

struct Plain<>(u8);

impl<> Plain<> {
    fn made() -> Self {
        Plain::<>(1)
    }
}

fn reduce(text: &str, action: u8) -> Option<usize> {
    let n = match action {
        0 => {
            // first = text => ActionFn(0);
            let nt = actions::first::<>(text, 1);
            return Some(nt);
        }
        1 => actions::second::<_>(text, 2),
        _ => return None,
    };
    Some(n)
}

fn main() {
    reduce("a", 0);
    Plain::<>::made();
}

//~ MONO_ITEM fn Plain::made
//~ MONO_ITEM fn actions::first
//~ MONO_ITEM fn actions::second::<usize>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn reduce
