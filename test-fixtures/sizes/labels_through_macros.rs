//@ crate-type: lib
//@ compile-flags: -Copt-level=3
// A label that a macro was given, in the rules of a macro that it declares.
macro_rules! declare {
    ($steps:ident, $left:ident, $walk:lifetime) => {
        macro_rules! again {
            () => {
                if $steps > 100 {
                    $left += 5;
                    continue $walk;
                }
            };
        }
    };
}

#[inline(never)]
pub fn walk(mut left: u32) -> u32 {
    let mut steps = 0;
    'walk: loop {
        declare!(steps, left, 'walk);
        while left > 5 {
            again!();
        }
        steps += 1;
        if steps > 3 {
            return steps;
        }
    }
}

//~ SIZE 36 walk
