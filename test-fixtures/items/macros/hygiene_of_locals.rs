// A macro's own locals are not the caller's, whatever they are called.
macro_rules! double {
    ($e:expr) => {{
        let x = id($e);
        let y = x;
        x + y
    }};
}

macro_rules! swap {
    ($a:ident, $b:ident) => {
        let tmp = id($a);
        $a = $b;
        $b = tmp;
    };
}

fn id<T>(t: T) -> T {
    t
}

fn main() {
    let x = 1u8;
    let n = double!(x + double!(x));
    let mut a = 'a';
    let mut b = 'b';
    let tmp = 1.5f32;
    swap!(a, b);
    id((n, a, b));
    id(tmp);
}

//~ MONO_ITEM fn id::<(u8, char, char)>
//~ MONO_ITEM fn id::<char>
//~ MONO_ITEM fn id::<f32>
//~ MONO_ITEM fn id::<u8>
//~ MONO_ITEM fn main
