// How a comment ends says nothing of what comes after it.

struct Plain(u8);

fn limit<T>(value: T) -> T {
    // The limits:
    const LIMIT: u32 = 1;
    // See <https://example.org/>

    const NAMES: &[&str] = &["a"];
    for name in NAMES {
        named(name);
    }
    /* A list, (unfinished, */
    const fn inner(x: u32) -> u32 {
        x
    }
    inner(LIMIT);
    // Whatever =
    let _ = |x: u8, y: u8| Plain(x + y);
    let quoted = "// no comment: const X";
    let single = ['"', '\''];
    // x:
    const LAST: fn() = || named("b");
    LAST();
    named(quoted);
    named(&single[0].to_string());
    value
}

fn named<T: ?Sized>(_: &T) {}

fn main() {
    limit(1u8);
}

//~ MONO_ITEM fn <{closure@comments_before_items.rs:24:24: 24:26} as std::ops::FnOnce<()>>::call_once - shim
//~ MONO_ITEM fn limit::<u8>
//~ MONO_ITEM fn limit::LAST::{closure#0}
//~ MONO_ITEM fn limit::inner
//~ MONO_ITEM fn main
//~ MONO_ITEM fn named::<&str>
//~ MONO_ITEM fn named::<std::string::String>
//~ MONO_ITEM fn named::<str>
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
