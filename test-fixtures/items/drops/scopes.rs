// Where scopes end: loops left by break and continue, labelled blocks, early returns, shadowing, match arms, closures.
struct Span(&'static str);

impl Drop for Span {
    fn drop(&mut self) {
        record(self.0);
    }
}

struct Inner(u8);

impl Drop for Inner {
    fn drop(&mut self) {
        record("inner");
    }
}

struct OnlyReturned(u8);

impl Drop for OnlyReturned {
    fn drop(&mut self) {
        record("returned");
    }
}

fn record(_: &str) {}

fn loops(limit: u8) -> u8 {
    let mut n = 0;
    loop {
        let _span = Span("loop");
        n += 1;
        if n % 2 == 0 {
            continue;
        }
        if n > limit {
            break n;
        }
    }
}

fn early(n: u8) -> Option<OnlyReturned> {
    let result = OnlyReturned(n);
    if n == 0 {
        return None;
    }
    Some(result)
}

fn block() -> u8 {
    'done: {
        let inner = Inner(1);
        if inner.0 == 1 {
            break 'done 2;
        }
        inner.0
    }
}

fn shadow() {
    let span = Span("first");
    let span = Span(if span.0.is_empty() { "second" } else { "third" });
    let _ = span.0;
}

fn arms(value: Result<Inner, Span>) -> u8 {
    match value {
        Ok(inner) if inner.0 > 3 => inner.0,
        Ok(_) => 0,
        Err(span) => span.0.len() as u8,
    }
}

fn main() {
    loops(3);
    drop(early(1));
    block();
    shadow();
    arms(Ok(Inner(4)));
    let deferred = || {
        let _span = Span("closure");
    };
    deferred();
}

//~ MONO_ITEM fn <Inner as std::ops::Drop>::drop
//~ MONO_ITEM fn <OnlyReturned as std::ops::Drop>::drop
//~ MONO_ITEM fn <Span as std::ops::Drop>::drop
//~ MONO_ITEM fn arms
//~ MONO_ITEM fn block
//~ MONO_ITEM fn early
//~ MONO_ITEM fn loops
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn record
//~ MONO_ITEM fn shadow
//~ MONO_ITEM fn std::ptr::drop_in_place::<Inner> - shim(Some(Inner))
//~ MONO_ITEM fn std::ptr::drop_in_place::<OnlyReturned> - shim(Some(OnlyReturned))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Span> - shim(Some(Span))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<OnlyReturned>> - shim(Some(std::option::Option<OnlyReturned>))
