//@ edition: 2021
// A `cfg` on a macro call that is a statement, in the expansion of a macro, too.
fn one<T>(_: T) {}
fn two<T>(_: T) {}
fn three<T>(_: T) {}

macro_rules! register {
    ($lib:ident |> $( $t:ty ),*) => {
        #[cfg(not(missing))]
        register!($lib |> one => $( $t ),*);
        #[cfg(missing)]
        register!($lib |> two => $( $t ),*);
    };
    ($lib:ident |> $f:ident => $( $t:ty ),*) => {
        $({
            $f::<$t>($lib as $t);
        })*
    };
}

fn main() {
    let lib = 1u8;
    register!(lib |> u16, u32);
    #[cfg(missing)]
    register!(lib |> u64);
    {
        #[cfg(missing)]
        { register!(lib |> two => i64) }
        #[cfg(not(missing))]
        { three(lib) }
    }
    #[cfg(not(missing))]
    register!(lib |> three => i8);
    #[cfg(missing)]
    register!(lib |> two => i8)
}

//~ MONO_ITEM fn main
//~ MONO_ITEM fn one::<u16>
//~ MONO_ITEM fn one::<u32>
//~ MONO_ITEM fn three::<i8>
//~ MONO_ITEM fn three::<u8>
