//@ compile-flags: -Copt-level=3
//@ crate-type: lib
// What a guard sees of a variable is a variable to debuggers, too.
pub struct Arg(u8);

impl PartialEq for Arg {
    #[inline(never)]
    fn eq(&self, other: &Arg) -> bool {
        self.0 == other.0
    }
}

pub enum Failure {
    Parse(Option<Arg>),
    Bad(&'static Arg, u8),
    Other,
}

static TIME: Arg = Arg(3);

impl Failure {
    #[inline(never)]
    pub fn suggestion(&self) -> Option<&'static str> {
        match self {
            Self::Bad(time, r) if *time == &TIME && *r == 3 => Some("To sort"),
            Self::Parse(Some(flag)) if *flag == Arg(4) => Some("To parse"),
            _ => None,
        }
    }
}

#[inline(never)]
pub fn by_value(n: Option<u8>, m: &mut u8) -> u8 {
    match n {
        Some(3) => 4,
        Some(k) if k < *m => {
            *m += k;
            k
        }
        Some(k) if Arg(k) == TIME => k + 1,
        _ => 3,
    }
}

//~ SIZE 35 Failure::suggestion
//~ SIZE 38 by_value
//~ SIZE 8 <Arg as std::cmp::PartialEq>::eq
