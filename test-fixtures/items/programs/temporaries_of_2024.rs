//@ edition: 2024
// edition 2024 temporaries, let chains, let-else, never, labeled blocks
struct D(&'static str);
impl Drop for D {
    fn drop(&mut self) {
        print!("{}", self.0);
    }
}
impl D {
    fn get(&self) -> Option<u8> {
        self.0.bytes().next()
    }
    fn lock(&self) -> Guard<'_> {
        Guard(self)
    }
}
struct Guard<'a>(&'a D);
impl Drop for Guard<'_> {
    fn drop(&mut self) {}
}
impl<'a> std::ops::Deref for Guard<'a> {
    type Target = str;
    fn deref(&self) -> &str {
        self.0.0
    }
}
fn tail() -> usize {
    let d = D("x");
    d.lock().len()
}
fn cond(d: &D) -> u8 {
    if let Some(x) = D("t").get()
        && x > 3
        && let Some(y) = d.get()
    {
        x + y
    } else {
        0
    }
}
fn le(s: &str) -> i32 {
    let Some((a, b)) = s.split_once('=') else {
        return -1;
    };
    let Ok(n) = b.parse::<i32>() else {
        panic!("bad {a}")
    };
    n
}
fn lab(v: &[i32]) -> i32 {
    let r = 'a: {
        for &x in v {
            if x < 0 {
                break 'a x;
            }
            if x == 100 {
                break 'a {
                    return 3;
                };
            }
        }
        0
    };
    'o: loop {
        for i in 0.. {
            if i == r.abs() {
                break 'o i;
            }
            if i > 3 {
                continue 'o;
            }
        }
    }
}
fn never(b: bool) -> u8 {
    let x = if b { 3 } else { std::process::exit(1) };
    match x {
        3 => 1,
        _ => unreachable!("{x}"),
    }
}
fn blk() -> impl Fn(u8) -> u8 {
    let add = {
        let k = D("k");
        k.get().unwrap_or_default()
    };
    move |x| x.wrapping_add(add)
}
fn arr(i: usize) -> [D; 2] {
    let [a, b] = [D("a"), D("b")];
    let _x = match i {
        0 => D("m").get(),
        _ => None,
    };
    [b, a]
}
fn part() {
    let (a, _b) = (D("1"), D("2"));
    let t = (D("3"), String::new());
    drop(t.0);
    let s = t.1;
    let _ = D("4");
    _ = s;
    let w = Some(D("5"));
    if let Some(ref q) = w {
        q.get();
    }
    while let Some(z) = a.get() {
        let _r = z;
        break;
    }
}
fn main() {
    tail();
    cond(&D("c"));
    le("a=1");
    lab(&[1]);
    never(true);
    blk()(1);
    arr(0);
    part();
    const { assert!(1 < 2) };
    let v = [1u8, 2, 3];
    match v {
        [1, .., last @ 2..=9] => println!("{last}"),
        [first, rest @ ..] => println!("{first}{rest:?}"),
    }
    match "ab" {
        "a" | "b" => {}
        s if s.starts_with("ab") => {}
        _ => {}
    }
}

//~ MONO_ITEM fn <D as std::ops::Drop>::drop
//~ MONO_ITEM fn <Guard<'_> as std::ops::Deref>::deref
//~ MONO_ITEM fn <Guard<'_> as std::ops::Drop>::drop
//~ MONO_ITEM fn D::get
//~ MONO_ITEM fn D::lock
//~ MONO_ITEM fn arr
//~ MONO_ITEM fn blk
//~ MONO_ITEM fn blk::{closure#0}
//~ MONO_ITEM fn cond
//~ MONO_ITEM fn lab
//~ MONO_ITEM fn le
//~ MONO_ITEM fn main
//~ MONO_ITEM fn never
//~ MONO_ITEM fn part
//~ MONO_ITEM fn std::ptr::drop_in_place::<D> - shim(Some(D))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Guard<'_>> - shim(Some(Guard<'_>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[D; 2]> - shim(Some([D; 2]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<D>> - shim(Some(std::option::Option<D>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
//~ MONO_ITEM fn tail
