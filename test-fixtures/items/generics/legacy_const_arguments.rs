//@ compile-flags: -Zcrate-attr=feature(rustc_attrs) -Zcrate-attr=allow(internal_features)
// Const arguments that are passed like others, as processor intrinsics take them.
#[rustc_legacy_const_generics(1)]
fn _shift<const BY: i32>(a: u32) -> u32 {
    helper::<BY>();
    a << BY
}

#[rustc_legacy_const_generics(0, 2)]
fn vmix<const LOW: u8, const HIGH: i8>(a: u32) -> u32 {
    a + LOW as u32 + HIGH as u32
}

fn helper<const N: i32>() {}

const TWO: i32 = 2;

fn generic<const N: i32>(a: u32) -> u32 {
    _shift(a, N)
}

fn main() {
    _shift(1, 3);
    _shift(1, TWO);
    _shift(1, { TWO + 3 });
    _shift(1, -1);
    generic::<7>(vmix(1, 5, 9));
    vmix::<2, 4>(5);
}
