// Drops that only unwinding reaches: values whose ownership goes on, with a call that may panic in between.
struct Held(u8);
struct Passed(u8);
struct InStruct(u8);

impl Drop for Held {
    fn drop(&mut self) {
        self.0 = 0;
    }
}
impl Drop for Passed {
    fn drop(&mut self) {
        self.0 = 0;
    }
}
impl Drop for InStruct {
    fn drop(&mut self) {
        self.0 = 0;
    }
}

struct Built {
    a: InStruct,
    b: u8,
}

fn work(n: u8) -> u8 {
    n / 2
}

// `held` is forgotten on the way out, so only the unwinding path drops it.
fn hold() {
    let held = Held(1);
    work(held.0);
    std::mem::forget(held);
}

fn pass() -> Passed {
    let passed = Passed(2);
    work(3);
    passed
}

fn build() -> Built {
    Built { a: InStruct(1), b: work(4) }
}

fn main() {
    hold();
    std::mem::forget(pass());
    let built = build();
    let _ = built.b;
    std::mem::forget(built.a);
}

//~ MONO_ITEM fn <Held as std::ops::Drop>::drop
//~ MONO_ITEM fn <InStruct as std::ops::Drop>::drop
//~ MONO_ITEM fn <Passed as std::ops::Drop>::drop
//~ MONO_ITEM fn build
//~ MONO_ITEM fn hold
//~ MONO_ITEM fn main
//~ MONO_ITEM fn pass
//~ MONO_ITEM fn std::ptr::drop_in_place::<Held> - shim(Some(Held))
//~ MONO_ITEM fn std::ptr::drop_in_place::<InStruct> - shim(Some(InStruct))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Passed> - shim(Some(Passed))
//~ MONO_ITEM fn work
