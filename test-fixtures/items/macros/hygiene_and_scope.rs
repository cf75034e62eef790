// Hygiene of locals, `$crate` and textual scope, macros that define macros, and items made in function bodies.
mod tools {
    #[macro_export]
    macro_rules! twice {
        ($e:expr) => {{
            let value = $crate::tools::note($e);
            value + $crate::tools::note($e)
        }};
    }

    pub fn note<T>(t: T) -> T {
        t
    }

    macro_rules! private_helper {
        ($name:ident, $ty:ty) => {
            pub fn $name(n: $ty) -> $ty {
                twice!(n)
            }
        };
    }

    private_helper!(twice_u8, u8);
    private_helper!(twice_i64, i64);
}

macro_rules! using_a {
    ($a:ident, $e:expr) => {{
        let $a = 42u16;
        $e
    }};
}

macro_rules! make_adder {
    ($macro_name:ident, $by:expr) => {
        macro_rules! $macro_name {
            ($n:expr) => {
                tools::note($n + $by)
            };
        }
    };
}

make_adder!(add_ten, 10u32);

fn shadowing() -> u32 {
    macro_rules! pick {
        () => {
            first()
        };
    }
    let a = pick!();
    macro_rules! pick {
        () => {
            second::<u32>()
        };
    }
    a + pick!()
}

fn first() -> u32 {
    1
}

fn second<T: Default>() -> T {
    T::default()
}

macro_rules! define {
    ($($name:ident => $ret:expr;)*) => { $(fn $name() -> &'static str { $ret })* };
}

fn main() {
    let value = "outer";
    let _ = twice!(value.len());
    using_a!(b, tools::note(b));
    tools::twice_u8(1);
    add_ten!(2);
    shadowing();
    define! {
        local_one => tools::note("one");
        local_two => "two";
    }
    local_one();
}

//~ MONO_ITEM fn first
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::local_one
//~ MONO_ITEM fn second::<u32>
//~ MONO_ITEM fn shadowing
//~ MONO_ITEM fn tools::note::<&str>
//~ MONO_ITEM fn tools::note::<u16>
//~ MONO_ITEM fn tools::note::<u32>
//~ MONO_ITEM fn tools::note::<u8>
//~ MONO_ITEM fn tools::note::<usize>
//~ MONO_ITEM fn tools::twice_u8
