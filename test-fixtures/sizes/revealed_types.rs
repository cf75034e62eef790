//@ compile-flags: -Copt-level=3
//@ edition: 2021
//@ crate-type: lib
// What is put together of `impl Trait` is converted to the type with that revealed.
pub trait Go {
    fn go(&self) -> u8;
}
pub struct S(u8);
impl Go for S {
    fn go(&self) -> u8 {
        self.0
    }
}
pub struct W<T>(T);
impl<T: Go> Go for W<T> {
    fn go(&self) -> u8 {
        self.0.go()
    }
}
#[inline(never)]
pub fn opaque(n: u8) -> impl Go {
    S(n)
}
#[inline(never)]
pub fn opaque_gen<T: Copy>(n: T) -> impl Fn() -> T {
    move || n
}
#[inline(never)]
pub fn a(n: u8) -> impl Fn() -> u8 {
    let p = opaque(n);
    move || p.go()
}
#[inline(never)]
pub fn b(n: u8) -> u8 {
    let p = opaque(n);
    let c = move || p.go();
    c()
}
#[inline(never)]
pub fn c(n: u8) -> impl Go {
    W(opaque(n))
}
#[inline(never)]
pub fn d(n: u8) -> (impl Go, u8) {
    (opaque(n), 1)
}
#[inline(never)]
pub fn e(n: u8) -> impl Fn() -> u8 {
    let p = W(opaque(n));
    move || p.go()
}
#[inline(never)]
pub fn f<T: Copy>(n: T) -> impl Fn() -> T {
    let p = opaque_gen(n);
    move || p()
}
#[inline(never)]
pub fn g(n: u8) -> impl Fn() -> u8 {
    a(n)
}
#[inline(never)]
pub fn h(n: u8) -> impl Fn() -> u8 {
    let p = a(n);
    let q = move || p();
    move || q()
}
#[inline(never)]
pub fn i(n: u8) -> impl Fn() -> u8 {
    let p = opaque(n);
    let r = move || p.go();
    r
}
#[inline(never)]
pub fn j(n: u8) -> W<impl Fn() -> u8> {
    let p = opaque(n);
    W(move || p.go())
}
#[inline(never)]
pub fn k(n: u8) -> u8 {
    let c = a(n);
    c()
}
#[inline(never)]
pub fn l(n: u8) -> Option<impl Fn() -> u8> {
    if n == 0 {
        return None;
    }
    let p = opaque(n);
    Some(move || p.go())
}
#[inline(never)]
pub fn m(n: u8) -> impl Fn() -> u8 {
    let p = opaque(n);
    let t = W(move || p.go());
    move || (t.0)()
}
#[inline(never)]
pub fn t(n: u8) -> impl Fn() -> u8 {
    let p = opaque(n);
    move || {
        let z = &p;
        z.go()
    }
}
#[inline(never)]
pub fn u(n: u8) -> impl Fn() -> u8 {
    let p = opaque(n);
    let x = (p, 3u8);
    move || x.0.go()
}
#[inline(never)]
pub fn v(n: u8) -> u8 {
    let c = |m: u8| opaque(m);
    c(n).go()
}
#[inline(never)]
pub fn w(n: u8) -> Option<impl Fn() -> u8> {
    if n == 3 {
        None
    } else {
        Some(move || n)
    }
}
#[inline(never)]
pub fn x(n: u8) -> Option<W<impl Go>> {
    if n == 3 {
        None
    } else {
        Some(W(S(n)))
    }
}
#[inline(never)]
pub fn y(n: u8) -> [impl Go; 2] {
    [opaque(n), opaque(n)]
}
#[inline(never)]
pub fn z(n: u8) -> Result<impl Fn() -> u8, u8> {
    let a = w(n).ok_or(n)?;
    Ok(move || a())
}

//~ SIZE 10 e
//~ SIZE 10 h
//~ SIZE 10 j
//~ SIZE 12 x
//~ SIZE 14 l
//~ SIZE 14 m
//~ SIZE 2 g
//~ SIZE 2 opaque
//~ SIZE 4 u
//~ SIZE 5 d
//~ SIZE 5 k
//~ SIZE 5 v
//~ SIZE 57 z
//~ SIZE 6 a
//~ SIZE 6 c
//~ SIZE 6 i
//~ SIZE 6 t
//~ SIZE 8 y
//~ SIZE 9 b
//~ SIZE 9 w
