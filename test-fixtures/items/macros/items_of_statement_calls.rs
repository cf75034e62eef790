// Items that a macro call's statements bring along, where the last of them is another call without a `;`.

macro_rules! event {
    (target: $e:expr) => {{
        if $e > 0 {
            static CALLSITE: u8 = 3;
            id(CALLSITE);
        }
    }};
    ($e:expr) => {
        event!(target: $e)
    };
    (value $e:expr) => {
        value!($e)
    };
}

macro_rules! value {
    ($e:expr) => {{
        fn inner(x: i64) -> i64 {
            id(x)
        }
        inner($e)
    }};
}

macro_rules! debug {
    ($e:expr) => {
        event!($e);
    };
}

fn id<T>(value: T) -> T {
    value
}

fn main() {
    debug!(3);
    event!(4u16);
    let _: i64 = { event!(value 5) };
    event!(value 6)
    ;
}

//~ MONO_ITEM fn id::<i64>
//~ MONO_ITEM fn id::<u8>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::inner
//~ MONO_ITEM static main::CALLSITE
