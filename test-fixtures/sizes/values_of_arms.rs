// Values that wait in an arm until the whole is made are dropped before what the arm else has made: those are the
// expression's own, and the rest is the arm's.
//@ crate-type: lib
//@ edition: 2024
pub struct Expr {
    s: String,
}

pub enum Made {
    Both { a: Option<Expr>, b: Option<Expr> },
    Three(Option<Expr>, Option<Expr>, Option<Expr>),
    None,
}

pub fn read(s: &str) -> Result<Option<Expr>, String> {
    Ok(None)
}

pub fn in_arm(k: u8) -> Result<Made, String> {
    let x = match k {
        1 => Made::Both { a: read("a")?, b: read("b")? },
        2 => Made::Three(read("a")?, read("b")?, read("c")?),
        _ => Made::None,
    };
    Ok(x)
}

pub fn in_branch(k: u8) -> Result<Made, String> {
    let x = if k == 1 {
        Made::Both { a: read("a")?, b: read("b")? }
    } else {
        Made::None
    };
    Ok(x)
}

pub fn in_block_of_arm(k: u8) -> Result<Made, String> {
    match k {
        1 => {
            let made = Made::Both { a: read("a")?.map(|e| e), b: read("b")? };
            Ok(made)
        }
        _ => Ok(Made::Three(None, read("a")?, None)),
    }
}

//~ SIZE 2 in_block_of_arm::{closure#0}
//~ SIZE 3 read
//~ SIZE 38 in_branch
//~ SIZE 43 in_block_of_arm
//~ SIZE 67 in_arm
//~ GLUE 2 Expr
//~ GLUE 4 std::option::Option<Expr>
