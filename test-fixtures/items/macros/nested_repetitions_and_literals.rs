// Fragments of every kind, repetitions within repetitions, and macros in every position.
macro_rules! records {
    ($($(#[$meta:meta])* $vis:vis $name:ident { $($field:ident : $ty:ty = $default:literal),* $(,)? })*) => {
        $(
            $(#[$meta])*
            $vis struct $name { $($field: $ty),* }
            impl $name {
                fn new() -> Self {
                    $name { $($field: from($default)),* }
                }
                $(fn $field(&self) -> &$ty { &self.$field })*
            }
        )*
    };
}

fn from<T, U: From<T>>(t: T) -> U {
    t.into()
}

records! {
    #[derive(Clone)]
    pub Point { x: i64 = 1i32, y: i64 = 2i32 }
    Label { text: String = "a" }
}

macro_rules! any_of {
    ($value:expr => $($pattern:pat_param)|+ $(if $guard:expr)?) => {
        match $value { $($pattern)|+ $(if $guard)? => true, _ => false }
    };
}

fn take<T>(_: T) {}

fn main() {
    let p = Point::new().clone();
    take(*p.x() + *p.y());
    take(Label::new().text().len());
    take(any_of!(3 => 1 | 2 | 3 if p.x > 0));
}

//~ MONO_ITEM fn <Point as std::clone::Clone>::clone
//~ MONO_ITEM fn Label::new
//~ MONO_ITEM fn Label::text
//~ MONO_ITEM fn Point::new
//~ MONO_ITEM fn Point::x
//~ MONO_ITEM fn Point::y
//~ MONO_ITEM fn from::<&str, std::string::String>
//~ MONO_ITEM fn from::<i32, i64>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<Label> - shim(Some(Label))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
//~ MONO_ITEM fn take::<bool>
//~ MONO_ITEM fn take::<i64>
//~ MONO_ITEM fn take::<usize>
