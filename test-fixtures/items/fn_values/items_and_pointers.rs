// Function items have types of their own; a pointer has none: passing the one or the other makes different copies.
fn inc(n: i32) -> i32 {
    n + 1
}

fn dec(n: i32) -> i32 {
    n - 1
}

fn cast<T, U: From<T>>(t: T) -> U {
    U::from(t)
}

struct Celsius(f32);

impl Celsius {
    fn read(&self) -> f32 {
        self.0
    }
    fn new(value: f32) -> Celsius {
        Celsius(value)
    }
}

trait Level {
    fn level(self) -> u8;
}

impl Level for bool {
    fn level(self) -> u8 {
        self as u8
    }
}

fn apply<A, R>(f: impl Fn(A) -> R, a: A) -> R {
    f(a)
}

fn choose(up: bool) -> fn(i32) -> i32 {
    if up { inc } else { dec }
}

fn main() {
    apply(inc, 1);
    apply(dec, 1);
    apply(inc as fn(i32) -> i32, 1);
    apply(choose(true), 2);
    let widen: fn(u8) -> u32 = cast;
    let _ = widen(1);
    let _ = apply(cast::<u16, i64>, 3);
    let c = apply(Celsius::new, 20.5);
    let _ = apply(Celsius::read, &c);
    let _ = apply(Level::level, true);
    let _ = apply(<bool as Level>::level, false);
    let make = Celsius;
    let _ = apply(make, 1.0);
}

//~ MONO_ITEM fn <bool as Level>::level
//~ MONO_ITEM fn <fn(bool) -> u8 {<bool as Level>::level} as std::ops::Fn<(bool,)>>::call - shim(fn(bool) -> u8 {<bool as Level>::level})
//~ MONO_ITEM fn <fn(f32) -> Celsius {Celsius::new} as std::ops::Fn<(f32,)>>::call - shim(fn(f32) -> Celsius {Celsius::new})
//~ MONO_ITEM fn <fn(f32) -> Celsius {Celsius} as std::ops::Fn<(f32,)>>::call - shim(fn(f32) -> Celsius {Celsius})
//~ MONO_ITEM fn <fn(i32) -> i32 as std::ops::Fn<(i32,)>>::call - shim(fn(i32) -> i32)
//~ MONO_ITEM fn <fn(i32) -> i32 {dec} as std::ops::Fn<(i32,)>>::call - shim(fn(i32) -> i32 {dec})
//~ MONO_ITEM fn <fn(i32) -> i32 {inc} as std::ops::Fn<(i32,)>>::call - shim(fn(i32) -> i32 {inc})
//~ MONO_ITEM fn <fn(u16) -> i64 {cast::<u16, i64>} as std::ops::Fn<(u16,)>>::call - shim(fn(u16) -> i64 {cast::<u16, i64>})
//~ MONO_ITEM fn <for<'a> fn(&'a Celsius) -> f32 {Celsius::read} as std::ops::Fn<(&Celsius,)>>::call - shim(for<'a> fn(&'a Celsius) -> f32 {Celsius::read})
//~ MONO_ITEM fn Celsius
//~ MONO_ITEM fn Celsius::new
//~ MONO_ITEM fn Celsius::read
//~ MONO_ITEM fn apply::<&Celsius, f32, for<'a> fn(&'a Celsius) -> f32 {Celsius::read}>
//~ MONO_ITEM fn apply::<bool, u8, fn(bool) -> u8 {<bool as Level>::level}>
//~ MONO_ITEM fn apply::<f32, Celsius, fn(f32) -> Celsius {Celsius::new}>
//~ MONO_ITEM fn apply::<f32, Celsius, fn(f32) -> Celsius {Celsius}>
//~ MONO_ITEM fn apply::<i32, i32, fn(i32) -> i32 {dec}>
//~ MONO_ITEM fn apply::<i32, i32, fn(i32) -> i32 {inc}>
//~ MONO_ITEM fn apply::<i32, i32, fn(i32) -> i32>
//~ MONO_ITEM fn apply::<u16, i64, fn(u16) -> i64 {cast::<u16, i64>}>
//~ MONO_ITEM fn cast::<u16, i64>
//~ MONO_ITEM fn cast::<u8, u32>
//~ MONO_ITEM fn choose
//~ MONO_ITEM fn dec
//~ MONO_ITEM fn inc
//~ MONO_ITEM fn main
