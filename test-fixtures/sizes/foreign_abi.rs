// Out of a function with a foreign ABI comes no panic: where cleanup would go on with it, the program ends.
//@ compile-flags: -Copt-level=3
//@ crate-type: lib
extern "C" {
    fn foreign(n: u8);
}
pub extern "C" fn takes(b: Box<u8>) {
    drop(b);
}
pub extern "C" fn two(b: Box<u8>, f: fn()) {
    f();
    unsafe { foreign(3) };
    f();
}
pub extern "C" fn cleanup(b: String, c: String, f: fn()) {
    f();
    drop(b);
    f();
}
pub extern "C-unwind" fn unwinds(b: Box<u8>, f: fn()) {
    f();
    drop(b);
}

//~ SIZE 11 unwinds
//~ SIZE 14 cleanup
//~ SIZE 6 takes
//~ SIZE 7 two
