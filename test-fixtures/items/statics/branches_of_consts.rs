// Of an `if` in a constant's code only the branch that runs leaves anything in its value.
struct Table {
    f: fn() -> usize,
}
const fn pick<T>() -> Table {
    if std::mem::needs_drop::<T>() { Table { f: dropping::<T> } } else { Table { f: plain::<T> } }
}
fn dropping<T>() -> usize {
    1
}
fn plain<T>() -> usize {
    2
}
struct H<T>(T);
impl<T> H<T> {
    const T: Table = if std::mem::size_of::<T>() == 0 {
        pick::<T>()
    } else if !std::mem::needs_drop::<T>() {
        Table { f: plain::<H<T>> }
    } else {
        Table { f: dropping::<H<T>> }
    };
}
static S: Table = pick::<String>();
static ONE: fn() -> usize = const { if size_of::<u16>() > 4 { dropping::<u16> } else { plain::<i16> } };
fn main() {
    (S.f)();
    ONE();
    (pick::<u8>().f)();
    (H::<u16>::T.f)();
    (H::<()>::T.f)();
    (H::<String>::T.f)();
}

//~ MONO_ITEM fn dropping::<H<std::string::String>>
//~ MONO_ITEM fn dropping::<std::string::String>
//~ MONO_ITEM fn dropping::<u8>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn pick::<u8>
//~ MONO_ITEM fn plain::<()>
//~ MONO_ITEM fn plain::<H<u16>>
//~ MONO_ITEM fn plain::<i16>
//~ MONO_ITEM fn plain::<u8>
//~ MONO_ITEM static ONE
//~ MONO_ITEM static S
