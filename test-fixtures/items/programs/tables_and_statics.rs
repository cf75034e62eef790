// fn pointers in consts, extern C, track_caller, unions, statics with vtables, dyn any, closures in arrays, recursion
use std::{
    any::{Any, TypeId, type_name},
    fmt::Debug,
    mem::{self, ManuallyDrop, MaybeUninit},
    num::NonZeroU32,
    panic::{self, Location},
    ptr,
    sync::LazyLock,
};
type Handler = fn(&[&str]) -> Result<(), String>;
const TABLE: &[(&str, Handler)] = &[
    ("a", cmd_a),
    ("b", |args| {
        if args.is_empty() {
            Err("none".into())
        } else {
            Ok(())
        }
    }),
];
fn cmd_a(args: &[&str]) -> Result<(), String> {
    println!("{}", args.len());
    Ok(())
}
static SHAPES: [&(dyn Shape + Sync); 2] = [&Sq(2), &Ci { r: 1.0 }];
trait Shape {
    fn area(&self) -> f64;
}
struct Sq(u8);
struct Ci {
    r: f64,
}
impl Shape for Sq {
    fn area(&self) -> f64 {
        (self.0 * self.0) as f64
    }
}
impl Shape for Ci {
    fn area(&self) -> f64 {
        self.r * std::f64::consts::PI
    }
}
static LAZY: LazyLock<Vec<Box<dyn Fn(i32) -> i32 + Send + Sync>>> =
    LazyLock::new(|| vec![Box::new(|x| x + 1), Box::new(move |x| x * 2)]);
extern "C" fn callback(n: i32, f: Option<extern "C" fn(i32) -> i32>) -> i32 {
    f.map_or(n, |f| f(n))
}
extern "C" fn dbl(n: i32) -> i32 {
    n * 2
}
#[track_caller]
fn here() -> &'static Location<'static> {
    Location::caller()
}
#[track_caller]
fn check<T: PartialEq + Debug>(a: T, b: T) {
    if a != b {
        panic!("{a:?} at {}", Location::caller());
    }
}
union U {
    f: f32,
    b: u32,
}
#[repr(u8)]
#[derive(Clone, Copy, PartialEq, Debug)]
enum Op {
    Add = 1,
    Sub = 4,
}
impl TryFrom<u8> for Op {
    type Error = u8;
    fn try_from(b: u8) -> Result<Self, u8> {
        match b {
            1 => Ok(Op::Add),
            4 => Ok(Op::Sub),
            x => Err(x),
        }
    }
}
fn describe(x: &dyn Any) -> String {
    if let Some(s) = x.downcast_ref::<String>() {
        s.clone()
    } else if x.is::<u32>() {
        type_name::<u32>().to_string()
    } else {
        format!("{:?}", x.type_id() == TypeId::of::<&str>())
    }
}
fn ack(m: u64, n: u64) -> u64 {
    match (m, n) {
        (0, n) => n + 1,
        (m, 0) => ack(m - 1, 1),
        (m, n) => ack(m - 1, ack(m, n - 1)),
    }
}
fn fix<A, R>(f: &dyn Fn(&dyn Fn(A) -> R, A) -> R, a: A) -> R {
    f(&|x| fix(f, x), a)
}
struct Slot<T, const N: usize> {
    data: [MaybeUninit<T>; N],
    len: usize,
}
impl<T, const N: usize> Slot<T, N> {
    const fn new() -> Self {
        Slot {
            data: [const { MaybeUninit::uninit() }; N],
            len: 0,
        }
    }
    fn push(&mut self, t: T) {
        self.data[self.len].write(t);
        self.len += 1;
    }
}
impl<T, const N: usize> Drop for Slot<T, N> {
    fn drop(&mut self) {
        for d in &mut self.data[..self.len] {
            unsafe { ptr::drop_in_place(d.as_mut_ptr()) }
        }
    }
}
macro_rules! ops { ($($name:ident => $op:tt),* $(,)?) => { [$((stringify!($name), (|a: i32, b: i32| a $op b) as fn(i32, i32) -> i32)),*] }; }
fn main() {
    for (n, h) in TABLE {
        println!("{n} {:?}", h(&[n]));
    }
    println!("{}", SHAPES.iter().map(|s| s.area()).sum::<f64>());
    println!("{}", LAZY.iter().fold(1, |a, f| f(a)));
    println!("{} {}", callback(2, Some(dbl)), callback(1, None));
    let loc: fn() -> &'static Location<'static> = here;
    println!("{} {}", here().line(), loc().line());
    check(1, 1);
    check("a", "a");
    println!("{}", unsafe { U { f: 1.0 }.b });
    println!("{:?} {:?}", Op::try_from(4), Op::Add as u8);
    println!(
        "{}{}{}",
        describe(&String::new()),
        describe(&3u32),
        describe(&"x")
    );
    println!("{}", ack(2, 2));
    println!(
        "{}",
        fix(&|rec, n: u64| if n < 2 { 1 } else { n * rec(n - 1) }, 5)
    );
    let mut s = Slot::<String, 2>::new();
    s.push("x".into());
    let md = ManuallyDrop::new(String::from("m"));
    println!("{}", md.len());
    mem::forget(mem::replace(&mut s.len, 0));
    for (n, f) in ops!(add => +, xor => ^) {
        println!("{n}{}", f(3, 5));
    }
    println!("{:?}", NonZeroU32::new(3).map(NonZeroU32::get));
    let r = panic::catch_unwind(|| check(1u8, 2));
    println!("{}", r.is_err());
    let fs = [str::len, |s: &str| s.bytes().count()];
    println!("{}", fs.iter().map(|f| f("ab")).sum::<usize>());
    let bx: Box<dyn FnMut() -> u8> = {
        let mut n = 0;
        Box::new(move || {
            n += 1;
            n
        })
    };
    let mut bx = bx;
    bx();
    let once: Box<dyn FnOnce(String) -> usize> = Box::new(|s| s.len());
    once("x".into());
}

//~ MONO_ITEM fn <Ci as Shape>::area
//~ MONO_ITEM fn <Op as std::convert::TryFrom<u8>>::try_from
//~ MONO_ITEM fn <Op as std::fmt::Debug>::fmt
//~ MONO_ITEM fn <Slot<std::string::String, 2> as std::ops::Drop>::drop
//~ MONO_ITEM fn <Sq as Shape>::area
//~ MONO_ITEM fn <fn() -> std::vec::Vec<std::boxed::Box<dyn std::ops::Fn(i32) -> i32 + std::marker::Send + std::marker::Sync>> as std::ops::FnOnce<()>>::call_once - shim(fn() -> std::vec::Vec<std::boxed::Box<dyn std::ops::Fn(i32) -> i32 + std::marker::Send + std::marker::Sync>>)
//~ MONO_ITEM fn <fn(std::num::NonZero<u32>) -> u32 {std::num::NonZero::<u32>::get} as std::ops::FnOnce<(std::num::NonZero<u32>,)>>::call_once - shim(fn(std::num::NonZero<u32>) -> u32 {std::num::NonZero::<u32>::get})
//~ MONO_ITEM fn <{closure@tables_and_statics.rs:124:84: 124:100} as std::ops::FnOnce<(i32, i32)>>::call_once - shim
//~ MONO_ITEM fn <{closure@tables_and_statics.rs:147:14: 147:27} as std::ops::FnOnce<(&dyn std::ops::Fn(u64) -> u64, u64)>>::call_once - shim
//~ MONO_ITEM fn <{closure@tables_and_statics.rs:147:14: 147:27} as std::ops::FnOnce<(&dyn std::ops::Fn(u64) -> u64, u64)>>::call_once - shim(vtable)
//~ MONO_ITEM fn <{closure@tables_and_statics.rs:14:11: 14:17} as std::ops::FnOnce<(&[&str],)>>::call_once - shim
//~ MONO_ITEM fn <{closure@tables_and_statics.rs:160:25: 160:34} as std::ops::FnOnce<(&str,)>>::call_once - shim
//~ MONO_ITEM fn <{closure@tables_and_statics.rs:164:18: 164:25} as std::ops::FnOnce<()>>::call_once - shim
//~ MONO_ITEM fn <{closure@tables_and_statics.rs:164:18: 164:25} as std::ops::FnOnce<()>>::call_once - shim(vtable)
//~ MONO_ITEM fn <{closure@tables_and_statics.rs:171:59: 171:62} as std::ops::FnOnce<(std::string::String,)>>::call_once - shim(vtable)
//~ MONO_ITEM fn <{closure@tables_and_statics.rs:45:19: 45:21} as std::ops::FnOnce<()>>::call_once - shim
//~ MONO_ITEM fn <{closure@tables_and_statics.rs:45:36: 45:39} as std::ops::FnOnce<(i32,)>>::call_once - shim
//~ MONO_ITEM fn <{closure@tables_and_statics.rs:45:36: 45:39} as std::ops::FnOnce<(i32,)>>::call_once - shim(vtable)
//~ MONO_ITEM fn <{closure@tables_and_statics.rs:45:57: 45:65} as std::ops::FnOnce<(i32,)>>::call_once - shim
//~ MONO_ITEM fn <{closure@tables_and_statics.rs:45:57: 45:65} as std::ops::FnOnce<(i32,)>>::call_once - shim(vtable)
//~ MONO_ITEM fn <{closure@tables_and_statics.rs:99:8: 99:11} as std::ops::FnOnce<(u64,)>>::call_once - shim
//~ MONO_ITEM fn <{closure@tables_and_statics.rs:99:8: 99:11} as std::ops::FnOnce<(u64,)>>::call_once - shim(vtable)
//~ MONO_ITEM fn LAZY::{closure#0}
//~ MONO_ITEM fn LAZY::{closure#0}::{closure#0}
//~ MONO_ITEM fn LAZY::{closure#0}::{closure#1}
//~ MONO_ITEM fn Slot::<std::string::String, 2>::new
//~ MONO_ITEM fn Slot::<std::string::String, 2>::push
//~ MONO_ITEM fn TABLE::{closure#0}
//~ MONO_ITEM fn ack
//~ MONO_ITEM fn callback
//~ MONO_ITEM fn callback::{closure#0}
//~ MONO_ITEM fn check::<&str>
//~ MONO_ITEM fn check::<i32>
//~ MONO_ITEM fn check::<u8>
//~ MONO_ITEM fn cmd_a
//~ MONO_ITEM fn dbl
//~ MONO_ITEM fn describe
//~ MONO_ITEM fn fix::<u64, u64>
//~ MONO_ITEM fn fix::<u64, u64>::{closure#0}
//~ MONO_ITEM fn here - shim(reify)
//~ MONO_ITEM fn here
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn main::{closure#2}
//~ MONO_ITEM fn main::{closure#3}
//~ MONO_ITEM fn main::{closure#4}
//~ MONO_ITEM fn main::{closure#5}
//~ MONO_ITEM fn main::{closure#6}
//~ MONO_ITEM fn main::{closure#7}
//~ MONO_ITEM fn main::{closure#8}
//~ MONO_ITEM fn main::{closure#9}
//~ MONO_ITEM fn std::ptr::drop_in_place::<Slot<std::string::String, 2>> - shim(Some(Slot<std::string::String, 2>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[std::boxed::Box<dyn std::ops::Fn(i32) -> i32 + std::marker::Send + std::marker::Sync>]> - shim(Some([std::boxed::Box<dyn std::ops::Fn(i32) -> i32 + std::marker::Send + std::marker::Sync>]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn std::any::Any + std::marker::Send> - shim(Some(dyn std::any::Any + std::marker::Send))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn std::ops::Fn(i32) -> i32 + std::marker::Send + std::marker::Sync> - shim(Some(dyn std::ops::Fn(i32) -> i32 + std::marker::Send + std::marker::Sync))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn std::ops::FnMut() -> u8> - shim(Some(dyn std::ops::FnMut() -> u8))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn std::ops::FnOnce(std::string::String) -> usize> - shim(Some(dyn std::ops::FnOnce(std::string::String) -> usize))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::array::IntoIter<(&str, fn(i32, i32) -> i32), 2>> - shim(Some(std::array::IntoIter<(&str, fn(i32, i32) -> i32), 2>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn std::any::Any + std::marker::Send>> - shim(Some(std::boxed::Box<dyn std::any::Any + std::marker::Send>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn std::ops::Fn(i32) -> i32 + std::marker::Send + std::marker::Sync>> - shim(Some(std::boxed::Box<dyn std::ops::Fn(i32) -> i32 + std::marker::Send + std::marker::Sync>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn std::ops::FnMut() -> u8>> - shim(Some(std::boxed::Box<dyn std::ops::FnMut() -> u8>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn std::ops::FnOnce(std::string::String) -> usize>> - shim(Some(std::boxed::Box<dyn std::ops::FnOnce(std::string::String) -> usize>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<std::mem::MaybeUninit<[std::boxed::Box<dyn std::ops::Fn(i32) -> i32 + std::marker::Send + std::marker::Sync>; 2]>>> - shim(Some(std::boxed::Box<std::mem::MaybeUninit<[std::boxed::Box<dyn std::ops::Fn(i32) -> i32 + std::marker::Send + std::marker::Sync>; 2]>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::result::Result<(), std::boxed::Box<dyn std::any::Any + std::marker::Send>>> - shim(Some(std::result::Result<(), std::boxed::Box<dyn std::any::Any + std::marker::Send>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::result::Result<(), std::string::String>> - shim(Some(std::result::Result<(), std::string::String>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::sync::LazyLock<std::vec::Vec<std::boxed::Box<dyn std::ops::Fn(i32) -> i32 + std::marker::Send + std::marker::Sync>>>> - shim(Some(std::sync::LazyLock<std::vec::Vec<std::boxed::Box<dyn std::ops::Fn(i32) -> i32 + std::marker::Send + std::marker::Sync>>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<std::boxed::Box<dyn std::ops::Fn(i32) -> i32 + std::marker::Send + std::marker::Sync>>> - shim(Some(std::vec::Vec<std::boxed::Box<dyn std::ops::Fn(i32) -> i32 + std::marker::Send + std::marker::Sync>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
//~ MONO_ITEM static LAZY
//~ MONO_ITEM static SHAPES
