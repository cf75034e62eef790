//@ compile-flags: -Copt-level=3 -Ccodegen-units=6
//@ crate-type: lib
//@ check-cgus
// Units are numbered by size. What a shared reference points to is read once, even across calls; what a reference to a
// reference points to is read each time; a variant that is known decides the match on it further on.
mod once {
    #[inline(never)]
    pub fn one(a: &(u32, u32)) -> u32 {
        super::sink(a.0);
        super::sink(a.0);
        super::sink(a.0);
        super::sink(a.0)
    }
}
mod each {
    #[inline(never)]
    pub fn two(a: &&(u32, u32)) -> u32 {
        super::sink(a.0);
        super::sink(a.0);
        super::sink(a.0);
        super::sink(a.0)
    }
}
mod unique {
    #[inline(never)]
    pub fn three(a: &mut (u32, u32)) -> u32 {
        super::sink(a.0);
        super::sink(a.0);
        super::sink(a.0);
        super::sink(a.0)
    }
}
mod threads {
    fn find(n: u32) -> Option<u32> {
        if n == 3 {
            return None;
        }
        Some(n ^ 1)
    }
    #[inline(never)]
    pub fn four(n: u32) -> u32 {
        match find(n) {
            Some(x) if x > 3 => super::sink(x),
            Some(x) => x,
            None => super::sink(0),
        }
    }
}
mod truths {
    #[inline(never)]
    pub fn five(n: Option<u32>, m: Option<u32>) -> bool {
        let a = matches!(n, Some(_));
        let b = if let None = m { true } else { false };
        super::sink(1) == 1 && a && b
    }
}
mod casts {
    #[inline(never)]
    pub fn six<T>(p: *const T, n: usize) -> u32 {
        super::sink(n as _);
        super::sink(unsafe { *(p as *const u32) } as _);
        super::sink(p as usize as u32)
    }
}

extern "C" {
    fn raw(n: u32) -> u32;
}
#[inline(never)]
pub fn sink(n: u32) -> u32 {
    unsafe { raw(n) }
}
pub fn all(n: u32, m: &mut (u32, u32)) -> u32 {
    let p = (n, n);
    once::one(&p)
        + each::two(&&p)
        + unique::three(m)
        + threads::four(n)
        + truths::five(Some(n), None) as u32
        + casts::six(&n, 3)
}

//~ MONO_ITEM fn all @@ sizes_with_values-cgu.0[External]
//~ MONO_ITEM fn casts::six::<u32> @@ sizes_with_values-cgu.5[External]
//~ MONO_ITEM fn each::two @@ sizes_with_values-cgu.1[External]
//~ MONO_ITEM fn once::one @@ sizes_with_values-cgu.2[External]
//~ MONO_ITEM fn sink @@ sizes_with_values-cgu.0[External]
//~ MONO_ITEM fn threads::four @@ sizes_with_values-cgu.4[External]
//~ MONO_ITEM fn truths::five @@ sizes_with_values-cgu.2[External]
//~ MONO_ITEM fn unique::three @@ sizes_with_values-cgu.3[External]
