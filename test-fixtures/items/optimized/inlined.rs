//@ compile-flags: -Copt-level=3
// Small functions that nothing keeps apart are inlined before collection: methods, generic functions, closures.
struct Point(u32, u32);

impl Point {
    fn x(&self) -> u32 {
        self.0
    }

    fn set(&mut self, x: u32) {
        self.0 = x;
    }
}

fn identity<T>(t: T) -> T {
    t
}

fn wrap<T>(t: T) -> Option<T> {
    Some(identity(t))
}

fn apply<F: FnOnce(u32) -> u32>(f: F) -> u32 {
    f(1)
}

struct Loud(u32);

impl Drop for Loud {
    fn drop(&mut self) {
        self.0 = 0;
    }
}

fn main() {
    let mut p = Point(1, 2);
    p.set(3);
    wrap(p.x());
    wrap(Loud(4));
    apply(|n| n + p.1);
    let f: fn(u32) -> u32 = identity;
    f(2);
}

//~ MONO_ITEM fn <Loud as std::ops::Drop>::drop
//~ MONO_ITEM fn identity::<u32>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<Loud> - shim(Some(Loud))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<Loud>> - shim(Some(std::option::Option<Loud>))
