// assert!, assert_eq! with messages, debug_assert!, panic!, unreachable!, todo!, unimplemented!, dbg-free.
#[derive(Debug, PartialEq)]
struct Meter(u32);

#[derive(Debug)]
enum Fault {
    Low(Meter),
    High,
}

struct Code(u8);

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "E{}", self.0)
    }
}

fn check(m: Meter) -> Result<u32, Fault> {
    assert!(m.0 < 1000, "{} is too much", Code(1));
    assert_eq!(m, Meter(5));
    debug_assert!(m.0 > 0);
    debug_assert_ne!(m.0, 3, "not {:?}", m);
    match m.0 {
        0 => Err(Fault::Low(m)),
        1 => Err(Fault::High),
        2 => panic!("two: {}", Code(2)),
        3 => unreachable!(),
        4 => todo!("four"),
        5 => Ok(5),
        _ => unimplemented!(),
    }
}

fn option(o: Option<u8>) -> u8 {
    o.expect("a value") + o.unwrap()
}

fn generic<T: std::fmt::Debug + PartialEq>(a: T, b: T) {
    assert_ne!(a, b);
}

fn main() {
    let n = check(Meter(5)).unwrap();
    assert!(n == 5);
    generic(1u8, 2);
    generic("a", "b");
    option(Some(1));
    assert!(matches!(check(Meter(5)), Ok(5)));
}

//~ MONO_ITEM fn <Code as std::fmt::Display>::fmt
//~ MONO_ITEM fn <Fault as std::fmt::Debug>::fmt
//~ MONO_ITEM fn <Meter as std::cmp::PartialEq>::eq
//~ MONO_ITEM fn <Meter as std::fmt::Debug>::fmt
//~ MONO_ITEM fn check
//~ MONO_ITEM fn generic::<&str>
//~ MONO_ITEM fn generic::<u8>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn option
