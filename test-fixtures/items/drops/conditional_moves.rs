// Values moved on some paths only: the drop at the end stays, behind a flag; loops that move and refill.
struct R(u32);

impl Drop for R {
    fn drop(&mut self) {
        self.0 = 0;
    }
}

struct Always(u32);
struct Never(u32);

impl Drop for Always {
    fn drop(&mut self) {
        self.0 = 1;
    }
}

impl Drop for Never {
    fn drop(&mut self) {
        self.0 = 2;
    }
}

fn consume<T>(t: T) {
    std::mem::forget(t);
}

fn maybe(flag: bool) -> u32 {
    let r = R(1);
    if flag {
        consume(r);
        1
    } else {
        2
    }
}

fn both(flag: bool) {
    let gone = Never(1);
    if flag {
        consume(gone);
    } else {
        consume(gone);
    }
}

fn late(flag: bool) {
    let value: Always;
    if flag {
        value = Always(3);
        let _ = value.0;
    }
}

fn refill(times: u32) {
    let mut slot = R(0);
    for n in 0..times {
        consume(slot);
        slot = R(n);
    }
    consume(slot);
}

fn main() {
    maybe(true);
    both(false);
    late(true);
    refill(2);
}

//~ MONO_ITEM fn <Always as std::ops::Drop>::drop
//~ MONO_ITEM fn <R as std::ops::Drop>::drop
//~ MONO_ITEM fn both
//~ MONO_ITEM fn consume::<Never>
//~ MONO_ITEM fn consume::<R>
//~ MONO_ITEM fn late
//~ MONO_ITEM fn main
//~ MONO_ITEM fn maybe
//~ MONO_ITEM fn refill
//~ MONO_ITEM fn std::ptr::drop_in_place::<Always> - shim(Some(Always))
//~ MONO_ITEM fn std::ptr::drop_in_place::<R> - shim(Some(R))
