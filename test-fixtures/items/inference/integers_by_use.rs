// Literals take their types from operators, indexes, ranges and returns.
fn take<T>(t: T) -> T {
    t
}
fn idx(v: &[u8]) -> u8 {
    let mut i = 0;
    while i < v.len() {
        i += 1;
    }
    v[i - 1]
}
fn wide() -> i128 {
    let x = 1;
    let y = x << 2;
    take(y)
}
fn main() {
    let a = take(3);
    let b: u16 = a;
    let c = take(1) as f32;
    let d = take(2.5);
    let e: f32 = d;
    for i in take(0)..take(3) {
        take(i);
    }
    for j in 0..b {
        take(j);
    }
    let f = [take(1); 2];
    let s: i64 = f.iter().sum();
    let _ = (c, e, s, idx(&[1]), wide());
    let t = (take(1), take('c'));
    let _: (u8, _) = t;
}

//~ MONO_ITEM fn idx
//~ MONO_ITEM fn main
//~ MONO_ITEM fn take::<char>
//~ MONO_ITEM fn take::<f32>
//~ MONO_ITEM fn take::<i128>
//~ MONO_ITEM fn take::<i32>
//~ MONO_ITEM fn take::<i64>
//~ MONO_ITEM fn take::<u16>
//~ MONO_ITEM fn take::<u8>
//~ MONO_ITEM fn wide
