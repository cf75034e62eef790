//@ compile-flags: -Copt-level=3 -Ccodegen-units=5
//@ crate-type: lib
//@ check-cgus
// Units are numbered by size. What is assigned to a variable stays for debuggers, read or not, but for references, which
// they can be told of; what a temporary would hold does not.
mod kept {
    #[inline(never)]
    pub fn one(a: u32) -> u32 {
        let _b = a ^ 3;
        let _c = a ^ 5;
        let _d = a ^ 7;
        super::sink(a)
    }
}
mod temporaries {
    #[inline(never)]
    pub fn two(a: u32) -> u32 {
        let _ = a ^ 3;
        let _ = a ^ 5;
        let _ = a ^ 7;
        super::sink(a) + super::sink(a)
    }
}
mod references {
    pub struct P(pub u32, pub u32);
    #[inline(never)]
    pub fn three(p: &P) -> u32 {
        let _b = &p.0;
        let _c = &p.1;
        super::sink(p.0)
    }
}
mod parts {
    #[derive(Clone, Copy)]
    pub struct Q(pub u32, pub u32);
    #[inline(never)]
    pub fn four(n: u32, m: &mut u32) -> u32 {
        let q = Q(n ^ 1, *m ^ 2);
        *m = 4;
        super::sink(q.0)
    }
}
mod inlined {
    fn of(n: u32) -> u32 {
        let _x = n ^ 1;
        let _y = n ^ 2;
        n
    }
    #[inline(never)]
    pub fn five(n: u32) -> u32 {
        of(of(n))
    }
}

extern "C" {
    fn raw(n: u32) -> u32;
}
#[inline(never)]
pub fn sink(n: u32) -> u32 {
    unsafe { raw(n) }
}
pub fn all(n: u32, m: &mut u32) -> u32 {
    let p = references::P(n, n);
    kept::one(n) + temporaries::two(n) + references::three(&p) + parts::four(n, m) + inlined::five(n)
}

//~ MONO_ITEM fn all @@ sizes_with_variables-cgu.0[External]
//~ MONO_ITEM fn inlined::five @@ sizes_with_variables-cgu.4[External]
//~ MONO_ITEM fn kept::one @@ sizes_with_variables-cgu.1[External]
//~ MONO_ITEM fn parts::four @@ sizes_with_variables-cgu.2[External]
//~ MONO_ITEM fn references::three @@ sizes_with_variables-cgu.4[External]
//~ MONO_ITEM fn sink @@ sizes_with_variables-cgu.0[External]
//~ MONO_ITEM fn temporaries::two @@ sizes_with_variables-cgu.3[External]
