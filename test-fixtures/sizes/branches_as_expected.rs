//@ crate-type: bin
// A reference that comes of branches has the very type that is expected of it, and is not borrowed anew.
#![allow(unused)]

struct Pair {
    first: String,
    third: [u8; 4],
}

#[derive(Debug)]
enum Three {
    One,
    Two,
    Other,
}

#[inline(never)]
fn take(text: &str) -> usize {
    text.len()
}

fn literals(n: u8) -> usize {
    take(match n {
        0 => "none",
        1 => "one",
        _ => "many",
    })
}

fn literal_and_variable(n: u8, text: &str) -> usize {
    take(match n {
        0 => text,
        1 => "one",
        _ => "many",
    })
}

fn variable_last(n: u8, text: &str) -> usize {
    take(match n {
        0 => "none",
        _ => text,
    })
}

fn blocks(n: u8, text: &str) -> usize {
    take(if n == 0 { text } else { "none" })
}

fn two_variables(n: u8, text: &str, other: &str) -> usize {
    take(if n == 0 { text } else { other })
}

fn plain_block(text: &str) -> usize {
    take({ text })
}

fn unsafe_block(text: &str) -> usize {
    take(unsafe { text })
}

fn declared(n: u8, text: &str) -> usize {
    let chosen: &str = if n == 0 { text } else { "" };
    chosen.len()
}

fn nested(n: u8, text: &str) -> usize {
    take(match n {
        0 => text,
        1 => {
            if n > 4 {
                text
            } else {
                "x"
            }
        }
        _ => match text.len() {
            0 => "empty",
            _ => text,
        },
    })
}

fn diverging(n: u8, text: &str) -> usize {
    take(match n {
        0 => return 0,
        1 => text,
        _ => panic!(),
    })
}

fn returned<'a>(pair: &'a Pair, n: u8) -> &'a str {
    match n {
        0 => &pair.first,
        1 => "one",
        _ => "",
    }
}

fn returned_early<'a>(pair: &'a Pair, n: u8) -> &'a [u8; 4] {
    if n == 0 {
        return &pair.third;
    }
    &pair.third
}

fn mutable(pair: &mut Pair, other: &mut Pair, n: u8) -> usize {
    fill(if n == 0 { pair } else { other })
}

#[inline(never)]
fn fill(pair: &mut Pair) -> usize {
    pair.third[0] = 1;
    1
}

fn looped(text: &str) -> usize {
    take(loop {
        if text.is_empty() {
            break "empty";
        }
        break text;
    })
}

fn labelled(text: &str) -> usize {
    take('found: {
        if text.is_empty() {
            break 'found "empty";
        }
        text
    })
}

fn main() {
    let mut pair = Pair { first: String::new(), third: [0; 4] };
    let mut other = Pair { first: String::new(), third: [0; 4] };
    literals(1);
    literal_and_variable(1, "");
    variable_last(1, "");
    blocks(1, "");
    two_variables(1, "", "");
    plain_block("");
    unsafe_block("");
    declared(1, "");
    nested(1, "");
    diverging(1, "");
    returned(&pair, 1);
    returned_early(&pair, 1);
    mutable(&mut pair, &mut other, 1);
    looped("");
    labelled("");
    println!("{:?}", [Three::One, Three::Two, Three::Other]);
}

//~ SIZE 10 returned
//~ SIZE 11 <Three as std::fmt::Debug>::fmt
//~ SIZE 2 plain_block
//~ SIZE 2 take
//~ SIZE 2 unsafe_block
//~ SIZE 20 nested
//~ SIZE 52 main
//~ SIZE 6 diverging
//~ SIZE 6 fill
//~ SIZE 8 blocks
//~ SIZE 8 two_variables
//~ SIZE 8 variable_last
//~ SIZE 9 declared
//~ SIZE 9 labelled
//~ SIZE 9 literal_and_variable
//~ SIZE 9 literals
//~ SIZE 9 looped
//~ SIZE 9 mutable
//~ SIZE 9 returned_early
//~ GLUE 2 Pair
