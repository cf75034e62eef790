//@ compile-flags: -Copt-level=3 -Ccodegen-units=16
//@ edition: 2021
//@ crate-type: lib
//@ check-cgus
// Units are numbered by size, with yardsticks between them. What has all fields of what a reference points to is copied
// whole; references to references are followed in as many rounds as it takes; what is borrowed in part stays in one
// piece, and a constant falls apart.
pub struct Inner<T> {
    pub pointer: *const T,
    pub len: usize,
}
pub struct Outer<T> {
    pub inner: Inner<T>,
    pub first: u64,
    pub second: u64,
}
mod copied {
    impl<T> Clone for super::Inner<T> {
        fn clone(&self) -> Self {
            super::Inner { pointer: self.pointer, len: self.len }
        }
    }
    impl<T> Clone for super::Outer<T> {
        fn clone(&self) -> Self {
            super::Outer { inner: self.inner.clone(), first: self.first, second: self.second }
        }
    }
    #[inline(never)]
    pub fn one(outer: &super::Outer<u8>) -> super::Outer<u8> {
        super::sink(1);
        outer.clone()
    }
}
mod rounds {
    pub struct Count<'a> {
        pub left: &'a mut u32,
    }
    impl Iterator for Count<'_> {
        type Item = u32;
        fn next(&mut self) -> Option<u32> {
            if *self.left == 0 {
                return None;
            }
            *self.left -= 1;
            Some(*self.left)
        }
    }
    #[inline(never)]
    pub fn two(count: &mut Count) -> u32 {
        let mut sum = 0;
        for n in count {
            sum += n;
        }
        sum
    }
}
mod parts {
    #[inline(never)]
    pub fn three<'a>(n: &'a mut (u32, u32), m: u32) -> u32 {
        let mut pair = (m, n.0);
        super::change(&mut pair.0);
        pair.0 + pair.1
    }
}
mod apart {
    #[derive(Clone, Copy)]
    pub struct Layout {
        size: usize,
        align: usize,
    }
    trait Laid {
        const LAYOUT: Layout;
    }
    impl<T> Laid for T {
        const LAYOUT: Layout = Layout { size: size_of::<T>(), align: align_of::<T>() };
    }
    #[inline(never)]
    pub fn four<T>(_: T) -> usize {
        let layout = T::LAYOUT;
        if layout.align > 4 { layout.align } else { layout.size }
    }
}
mod inch {
    #[inline(never)]
    pub fn measure(n: u32) -> u32 {
        super::sink(n);
        super::sink(n);
        super::sink(n);
        super::sink(n)
    }
}
mod span {
    #[inline(never)]
    pub fn measure(n: u32) -> u32 {
        super::sink(n);
        super::sink(n);
        super::sink(n);
        super::sink(n);
        super::sink(n);
        super::sink(n)
    }
}
mod foot {
    #[inline(never)]
    pub fn measure(n: u32) -> u32 {
        super::sink(n);
        super::sink(n);
        super::sink(n);
        super::sink(n);
        super::sink(n);
        super::sink(n);
        super::sink(n)
    }
}
mod yard {
    #[inline(never)]
    pub fn measure(n: u32) -> u32 {
        super::sink(n);
        super::sink(n);
        super::sink(n);
        super::sink(n);
        super::sink(n);
        super::sink(n);
        super::sink(n);
        super::sink(n);
        super::sink(n);
        super::sink(n);
        super::sink(n);
        super::sink(n);
        super::sink(n)
    }
}
pub fn change(n: &mut u32) {
    *n = sink(*n);
}
#[inline(never)]
pub fn sink(n: u32) -> u32 {
    n
}
pub fn all(outer: &Outer<u8>, count: &mut rounds::Count, pair: &mut (u32, u32)) -> usize {
    inch::measure(span::measure(foot::measure(yard::measure(1))));
    copied::one(outer);
    rounds::two(count);
    parts::three(pair, 3);
    apart::four(3u64)
}

//~ MONO_ITEM fn all @@ sizes_of_pointers-cgu.2[External]
//~ MONO_ITEM fn apart::four::<u64> @@ sizes_of_pointers-cgu.6[External]
//~ MONO_ITEM fn change @@ sizes_of_pointers-cgu.2[External]
//~ MONO_ITEM fn copied::one @@ sizes_of_pointers-cgu.8[External]
//~ MONO_ITEM fn foot::measure @@ sizes_of_pointers-cgu.3[External]
//~ MONO_ITEM fn inch::measure @@ sizes_of_pointers-cgu.7[External]
//~ MONO_ITEM fn parts::three @@ sizes_of_pointers-cgu.5[External]
//~ MONO_ITEM fn rounds::two @@ sizes_of_pointers-cgu.1[External]
//~ MONO_ITEM fn sink @@ sizes_of_pointers-cgu.2[External]
//~ MONO_ITEM fn span::measure @@ sizes_of_pointers-cgu.4[External]
//~ MONO_ITEM fn yard::measure @@ sizes_of_pointers-cgu.0[External]
