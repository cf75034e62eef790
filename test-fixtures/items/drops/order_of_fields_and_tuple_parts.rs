// Moves out of parts leave glue for the others.
struct A(String);
struct B(Vec<u8>);
struct C {
    a: A,
    b: B,
    n: u8,
}
impl Drop for A {
    fn drop(&mut self) {}
}
fn take(a: A) {}
fn part(c: C) -> u8 {
    take(c.a);
    c.n
}
fn tuple(t: (A, B, Box<u8>)) -> B {
    let (_, b, _) = t;
    b
}
fn cond(c: C, x: bool) {
    let C { a, b, .. } = c;
    if x { take(a) } else { drop(b) }
}
fn main() {
    part(C {
        a: A(String::new()),
        b: B(vec![]),
        n: 1,
    });
    tuple((A(String::new()), B(vec![]), Box::new(1)));
    cond(
        C {
            a: A(String::new()),
            b: B(vec![]),
            n: 1,
        },
        true,
    );
}

//~ MONO_ITEM fn <A as std::ops::Drop>::drop
//~ MONO_ITEM fn cond
//~ MONO_ITEM fn main
//~ MONO_ITEM fn part
//~ MONO_ITEM fn std::ptr::drop_in_place::<A> - shim(Some(A))
//~ MONO_ITEM fn std::ptr::drop_in_place::<B> - shim(Some(B))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<u8>> - shim(Some(std::boxed::Box<u8>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
//~ MONO_ITEM fn take
//~ MONO_ITEM fn tuple
