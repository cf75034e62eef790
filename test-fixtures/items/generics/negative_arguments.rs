// Const arguments with a sign, which need no braces.
struct W<const N: i8>;

impl<const N: i8> W<N> {
    fn get(&self) -> i8 {
        N
    }
    fn of<const M: i16>() {}
}

fn f<const N: i32>() -> i32 {
    N
}

fn pair<T, const N: i64>(_: T) {}

const LOW: i8 = -5;

fn main() {
    f::<-1>();
    f::<{ -2 }>();
    f::<{ -(1 + 2) }>();
    W::<-3>.get();
    W::<-128>::of::<-7>();
    let w: W<-4> = W;
    w.get();
    W::<LOW>.get();
    W::<{ LOW + 1 }>.get();
    W::<{ i8::MIN }>.get();
    pair::<_, -9_223i64>(1);
    pair::<u8, -1>(2);
    let x = 3;
    if x < -1 || f::<1>() < -2 {
        W::<1>.get();
    }
}

//~ MONO_ITEM fn W::<-3>::get
//~ MONO_ITEM fn W::<-4>::get
//~ MONO_ITEM fn W::<-5>::get
//~ MONO_ITEM fn W::<1>::get
//~ MONO_ITEM fn W::<i8::MIN>::get
//~ MONO_ITEM fn W::<i8::MIN>::of::<-7>
//~ MONO_ITEM fn f::<-1>
//~ MONO_ITEM fn f::<-2>
//~ MONO_ITEM fn f::<-3>
//~ MONO_ITEM fn f::<1>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn pair::<i32, -9223>
//~ MONO_ITEM fn pair::<u8, -1>
