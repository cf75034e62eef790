// Calls that make the items of a module, an impl or a trait that stands in a body.

macro_rules! declare {
    ($($variant:ident),*) => {
        pub(super) enum Out<T> { $($variant(T),)* Disabled }
    };
}

macro_rules! method {
    ($name:ident, $value:expr) => {
        fn $name(&self) -> u8 {
            id($value)
        }
    };
}

macro_rules! select {
    ($e:expr) => {{
        mod util {
            declare!(A, B);
        }
        let out = if $e > 1 { util::Out::A(1u8) } else { util::Out::B(2u8) };
        match out {
            util::Out::A(x) => id(x),
            util::Out::B(_) => 7,
            _ => 3,
        }
    }};
}

fn id<T>(value: T) -> T {
    value
}

fn main() {
    struct Local;
    trait Get {
        method!(provided, 1u16 as u8);
    }
    impl Local {
        method!(inherent, 'x' as u8);
    }
    impl Get for Local {}
    Local.inherent();
    Local.provided();
    select!(5);
}

//~ MONO_ITEM fn <main::Local as main::Get>::provided
//~ MONO_ITEM fn id::<u8>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::Local::inherent
