//@ compile-flags: -Copt-level=3 -Ccodegen-units=3
//@ crate-type: lib
//@ check-cgus
// Units are merged by size, and sizes count where the storage of locals begins and ends: temporaries, variables of
// patterns and guards, what inlined callees bring along.
mod plain {
    #[inline(never)]
    pub fn one(a: u32) -> u32 {
        let b = a ^ 3;
        let c = super::sink(b) + super::sink(a);
        c + b
    }
}
mod guards {
    #[inline(never)]
    pub fn two(x: Result<u32, u32>) -> u32 {
        match x {
            Ok(3 | 5) if super::sink(1) > 3 => 8,
            Ok(n) if n > 100 => super::sink(n + 1),
            Ok(n) => n,
            Err(e) => super::sink(e),
        }
    }
}
mod loops {
    #[inline(never)]
    pub fn three(n: u32) -> u32 {
        let mut i = 0;
        let mut sum = 0;
        while i < n {
            let k = super::sink(i);
            i += 1;
            if k == 7 {
                continue;
            }
            let Some(j) = super::half(k) else { break };
            sum += j;
        }
        sum
    }
}
mod inlining {
    #[inline]
    fn twice(x: u32) -> u32 {
        let y = super::sink(x);
        y + y
    }
    #[inline(never)]
    pub fn four(p: &super::Pair) -> u32 {
        let low = twice(p.low);
        let high = twice(p.high);
        low * high
    }
}
pub struct Pair {
    low: u32,
    high: u32,
}
#[inline(never)]
fn sink(n: u32) -> u32 {
    n ^ 7
}
#[inline(never)]
fn half(n: u32) -> Option<u32> {
    if n & 1 == 0 { Some(n / 2) } else { None }
}
pub fn start() {
    let p = Pair { low: plain::one(3), high: guards::two(Ok(4)) };
    sink(loops::three(9) + inlining::four(&p));
}

//~ MONO_ITEM fn guards::two @@ storage_sizes-cgu.2[External]
//~ MONO_ITEM fn half @@ storage_sizes-cgu.1[External]
//~ MONO_ITEM fn inlining::four @@ storage_sizes-cgu.0[External]
//~ MONO_ITEM fn loops::three @@ storage_sizes-cgu.0[External]
//~ MONO_ITEM fn plain::one @@ storage_sizes-cgu.1[Internal]
//~ MONO_ITEM fn sink @@ storage_sizes-cgu.1[External]
//~ MONO_ITEM fn start @@ storage_sizes-cgu.1[External]
