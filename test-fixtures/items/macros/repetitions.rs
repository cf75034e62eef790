// macro_rules: repetitions, nested repetitions, separators, optional parts, recursion, all fragment kinds.
macro_rules! structs {
    ($($(#[$meta:meta])* $vis:vis struct $name:ident { $($field:ident : $ty:ty = $default:expr),* $(,)? })*) => {
        $(
            $(#[$meta])*
            $vis struct $name { $($field: $ty),* }

            impl $name {
                fn fresh() -> Self {
                    $name { $($field: $default),* }
                }
                $(
                    fn $field(&self) -> &$ty {
                        &self.$field
                    }
                )*
            }
        )*
    };
}

structs! {
    #[allow(dead_code)]
    pub struct Point { x: i32 = start(1), y: i32 = 2, }
    struct Named { name: &'static str = "n" }
}

fn start<T>(t: T) -> T {
    t
}

macro_rules! max {
    ($only:expr) => { $only };
    ($first:expr, $($rest:expr),+) => { bigger($first, max!($($rest),+)) };
}

fn bigger<T: PartialOrd>(a: T, b: T) -> T {
    if a > b { a } else { b }
}

macro_rules! matrix {
    ($([$($cell:literal)+]);+ $(;)?) => { [$([$(start($cell)),+]),+] };
}

macro_rules! dispatch {
    ($value:expr; $($pattern:pat => $block:block)*) => {
        match $value { $($pattern => $block)* }
    };
}

macro_rules! call {
    ($path:path) => { $path() };
    ($obj:ident . $($method:ident).+) => { $obj $(.$method())+ };
}

macro_rules! count {
    () => { 0usize };
    ($head:tt $($tail:tt)*) => { 1usize + count!($($tail)*) };
}

fn main() {
    let p = Point::fresh();
    p.x();
    let n = Named::fresh();
    call!(n.name.len);
    max!(1u8, 2, 3);
    let m = matrix![[1 2]; [3 4];];
    let _ = m[1][0];
    dispatch! { bigger('a', 'b');
        'a'..='z' => { start("letter"); }
        _ => { start(1.5); }
    }
    call!(Point::fresh);
    let _ = start([(); count!(a b (c d) 4)]);
}

//~ MONO_ITEM fn Named::fresh
//~ MONO_ITEM fn Named::name
//~ MONO_ITEM fn Point::fresh
//~ MONO_ITEM fn Point::x
//~ MONO_ITEM fn bigger::<char>
//~ MONO_ITEM fn bigger::<u8>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn start::<&str>
//~ MONO_ITEM fn start::<[(); 4]>
//~ MONO_ITEM fn start::<f64>
//~ MONO_ITEM fn start::<i32>
