//@ crate-type: lib
// A macro that needs more expansions than a crate is given by default, in a crate that asks for them.
#![recursion_limit = "300"]

macro_rules! count {
    ([$($done:tt)*]) => {
        pub enum Deep {
            Io,
            Counted([u8; 0 $(+ one!($done))*]),
        }
    };
    ([$($done:tt)*] $next:tt $($rest:tt)*) => {
        count! { [$($done)* $next] $($rest)* }
    };
}

macro_rules! one {
    ($t:tt) => {
        1
    };
}

macro_rules! in_body {
    ($sum:expr;) => {
        $sum
    };
    ($sum:expr; $next:tt $($rest:tt)*) => {
        in_body!($sum + 1; $($rest)*)
    };
}

macro_rules! ten {
    ($then:ident { $($before:tt)* } $($t:tt)*) => {
        $then! { $($before)* $($t $t $t $t $t $t $t $t $t $t)* }
    };
}

ten! { count { [] } x x x x x x x x x x x x x x }

pub fn deep<T: Into<u32>>(by: T) -> Result<u32, Deep> {
    let sum = ten!(in_body { by.into(); } x x x x x x x x x x x x x x);
    if sum > 150 {
        Err(Deep::Io)
    } else {
        Err(Deep::Counted([0; 140]))
    }
}
