// traits: dyn generics, assoc const defaults, blanket, negative specialization, operator on refs, PhantomData
use std::{
    collections::HashMap,
    fmt,
    hash::Hash,
    ops::{Add, ControlFlow, Deref, DerefMut, Mul, Neg, Not, RangeInclusive, Sub},
    rc::Rc,
};
trait Visitor {
    type Out;
    fn num(&mut self, n: f64) -> Self::Out;
    fn bin(&mut self, op: Op, l: &Expr, r: &Expr) -> Self::Out;
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Op {
    Add,
    Mul,
}
#[derive(Clone, Debug)]
enum Expr {
    Num(f64),
    Bin(Op, Box<Expr>, Box<Expr>),
}
impl Expr {
    fn accept<V: Visitor + ?Sized>(&self, v: &mut V) -> V::Out {
        match self {
            Expr::Num(n) => v.num(*n),
            Expr::Bin(op, l, r) => v.bin(*op, l, r),
        }
    }
}
struct Eval;
struct Show(usize);
impl Visitor for Eval {
    type Out = f64;
    fn num(&mut self, n: f64) -> f64 {
        n
    }
    fn bin(&mut self, op: Op, l: &Expr, r: &Expr) -> f64 {
        let (a, b) = (l.accept(self), r.accept(self));
        match op {
            Op::Add => a + b,
            Op::Mul => a * b,
        }
    }
}
impl Visitor for Show {
    type Out = String;
    fn num(&mut self, n: f64) -> String {
        self.0 += 1;
        n.to_string()
    }
    fn bin(&mut self, op: Op, l: &Expr, r: &Expr) -> String {
        format!("({} {op:?} {})", l.accept(self), r.accept(self))
    }
}
impl Add for Expr {
    type Output = Expr;
    fn add(self, o: Expr) -> Expr {
        Expr::Bin(Op::Add, Box::new(self), Box::new(o))
    }
}
impl<'a> Mul<&'a Expr> for &'a Expr {
    type Output = Expr;
    fn mul(self, o: &Expr) -> Expr {
        Expr::Bin(Op::Mul, self.clone().into(), o.clone().into())
    }
}
impl From<f64> for Expr {
    fn from(n: f64) -> Self {
        Expr::Num(n)
    }
}
trait Memo<K, V> {
    fn get_or<F: FnOnce(&K) -> V>(&mut self, k: K, f: F) -> &V;
}
impl<K: Hash + Eq + Clone, V> Memo<K, V> for HashMap<K, V> {
    fn get_or<F: FnOnce(&K) -> V>(&mut self, k: K, f: F) -> &V {
        self.entry(k).or_insert_with_key(f)
    }
}
struct Wrapper<T>(Rc<T>);
impl<T> Deref for Wrapper<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}
impl<T: Clone> DerefMut for Wrapper<T> {
    fn deref_mut(&mut self) -> &mut T {
        Rc::make_mut(&mut self.0)
    }
}
trait Zero {
    const ZERO: Self;
    const IS_INT: bool = true;
}
macro_rules! zero { ($($t:ty = $z:expr),*) => { $(impl Zero for $t { const ZERO: Self = $z; })* } }
zero!(i32 = 0, u8 = 0);
impl Zero for f64 {
    const ZERO: f64 = 0.0;
    const IS_INT: bool = false;
}
fn dot<T: Zero + Copy + Mul<Output = T> + Add<Output = T>>(a: &[T], b: &[T]) -> T {
    let mut s = T::ZERO;
    for (x, y) in a.iter().zip(b) {
        s = s + *x * *y;
    }
    if T::IS_INT {
        s
    } else {
        s + T::ZERO
    }
}
trait Plugin {
    fn name(&self) -> &str;
    fn run(&mut self, ctx: &mut dyn Ctx) -> ControlFlow<String, usize>;
    fn boxed<'a>(self) -> Box<dyn Plugin + 'a>
    where
        Self: Sized + 'a,
    {
        Box::new(self)
    }
}
trait Ctx {
    fn log(&mut self, m: fmt::Arguments<'_>);
    fn as_any(&self) -> &dyn std::any::Any;
}
struct Std(Vec<String>);
impl Ctx for Std {
    fn log(&mut self, m: fmt::Arguments<'_>) {
        self.0.push(m.to_string())
    }
    fn as_any(&self) -> &dyn std::any::Any {
        self
    }
}
struct F<'s, C>(&'s str, C);
impl<'s, C: FnMut(&mut dyn Ctx) -> Option<usize>> Plugin for F<'s, C> {
    fn name(&self) -> &str {
        self.0
    }
    fn run(&mut self, ctx: &mut dyn Ctx) -> ControlFlow<String, usize> {
        match (self.1)(ctx) {
            Some(n) => ControlFlow::Continue(n),
            None => ControlFlow::Break(self.0.to_owned()),
        }
    }
}
impl<P: Plugin + ?Sized> Plugin for Box<P> {
    fn name(&self) -> &str {
        (**self).name()
    }
    fn run(&mut self, ctx: &mut dyn Ctx) -> ControlFlow<String, usize> {
        (**self).run(ctx)
    }
}
fn all(ps: &mut [Box<dyn Plugin + '_>], ctx: &mut dyn Ctx) -> ControlFlow<String, usize> {
    let mut n = 0;
    for p in ps.iter_mut() {
        n += p.run(ctx)?;
        ctx.log(format_args!("{}:{n}", p.name()));
    }
    ControlFlow::Continue(n)
}
#[derive(PartialEq, PartialOrd, Clone, Copy, Debug, Default)]
struct V2 {
    x: f32,
    y: f32,
}
impl Neg for V2 {
    type Output = V2;
    fn neg(self) -> V2 {
        V2 { x: -self.x, ..self }
    }
}
impl Not for V2 {
    type Output = bool;
    fn not(self) -> bool {
        self == V2::default()
    }
}
impl std::iter::Sum for V2 {
    fn sum<I: Iterator<Item = V2>>(i: I) -> V2 {
        i.fold(V2::default(), |a, b| V2 {
            x: a.x + b.x,
            y: a.y + b.y,
        })
    }
}
impl Sub<f32> for V2 {
    type Output = V2;
    fn sub(self, f: f32) -> V2 {
        V2 {
            x: self.x - f,
            y: self.y - f,
        }
    }
}
fn clamp_all<T: PartialOrd + Copy>(r: RangeInclusive<T>, v: &mut [T]) {
    for x in v {
        if !r.contains(x) {
            *x = if *x < *r.start() { *r.start() } else { *r.end() };
        }
    }
}
fn main() {
    let e = &(Expr::from(2.0) + 3.0.into()) * &Expr::Num(4.0);
    println!("{} {}", e.accept(&mut Eval), e.accept(&mut Show(0)));
    let dv: &mut dyn Visitor<Out = f64> = &mut Eval;
    println!("{}", e.accept(dv));
    let mut m = HashMap::new();
    println!("{}", m.get_or("k", |k| k.len()));
    let mut w = Wrapper(Rc::new(vec![1]));
    w.push(2);
    println!("{}", w.len());
    println!(
        "{} {} {}",
        dot(&[1, 2], &[3, 4]),
        dot(&[1.5], &[2.0]),
        dot::<u8>(&[], &[])
    );
    let base = 1;
    let mut c = Std(vec![]);
    let r = all(
        &mut [
            F("a", |c: &mut dyn Ctx| {
                c.log(format_args!("in"));
                Some(base)
            })
            .boxed(),
            Box::new(F("b", |c: &mut dyn Ctx| {
                c.as_any().downcast_ref::<Std>().map(|s| s.0.len())
            }))
            .boxed(),
        ],
        &mut c,
    );
    println!("{r:?} {:?}", c.0);
    println!(
        "{:?} {}",
        [V2 { x: 1.0, y: 2.0 }, -V2::default() - 1.0]
            .into_iter()
            .sum::<V2>(),
        !V2::default()
    );
    let mut v = [5, -3];
    clamp_all(0..=3, &mut v);
    let mut f = [0.5f32];
    clamp_all(1.0..=2.0, &mut f);
}

//~ MONO_ITEM fn <&Expr as std::ops::Mul>::mul
//~ MONO_ITEM fn <Eval as Visitor>::bin
//~ MONO_ITEM fn <Eval as Visitor>::num
//~ MONO_ITEM fn <Expr as std::clone::Clone>::clone
//~ MONO_ITEM fn <Expr as std::convert::From<f64>>::from
//~ MONO_ITEM fn <Expr as std::ops::Add>::add
//~ MONO_ITEM fn <F<'_, {closure@expressions_and_plugins.rs:227:20: 227:37}> as Plugin>::boxed::<'_>
//~ MONO_ITEM fn <F<'_, {closure@expressions_and_plugins.rs:227:20: 227:37}> as Plugin>::name
//~ MONO_ITEM fn <F<'_, {closure@expressions_and_plugins.rs:227:20: 227:37}> as Plugin>::run
//~ MONO_ITEM fn <F<'_, {closure@expressions_and_plugins.rs:232:29: 232:46}> as Plugin>::name
//~ MONO_ITEM fn <F<'_, {closure@expressions_and_plugins.rs:232:29: 232:46}> as Plugin>::run
//~ MONO_ITEM fn <Op as std::clone::Clone>::clone
//~ MONO_ITEM fn <Op as std::fmt::Debug>::fmt
//~ MONO_ITEM fn <Show as Visitor>::bin
//~ MONO_ITEM fn <Show as Visitor>::num
//~ MONO_ITEM fn <Std as Ctx>::as_any
//~ MONO_ITEM fn <Std as Ctx>::log
//~ MONO_ITEM fn <V2 as std::cmp::PartialEq>::eq
//~ MONO_ITEM fn <V2 as std::default::Default>::default
//~ MONO_ITEM fn <V2 as std::fmt::Debug>::fmt
//~ MONO_ITEM fn <V2 as std::iter::Sum>::sum::<std::array::IntoIter<V2, 2>>
//~ MONO_ITEM fn <V2 as std::iter::Sum>::sum::<std::array::IntoIter<V2, 2>>::{closure#0}
//~ MONO_ITEM fn <V2 as std::ops::Neg>::neg
//~ MONO_ITEM fn <V2 as std::ops::Not>::not
//~ MONO_ITEM fn <V2 as std::ops::Sub<f32>>::sub
//~ MONO_ITEM fn <Wrapper<std::vec::Vec<i32>> as std::ops::Deref>::deref
//~ MONO_ITEM fn <Wrapper<std::vec::Vec<i32>> as std::ops::DerefMut>::deref_mut
//~ MONO_ITEM fn <std::boxed::Box<F<'_, {closure@expressions_and_plugins.rs:232:29: 232:46}>> as Plugin>::boxed::<'_>
//~ MONO_ITEM fn <std::boxed::Box<F<'_, {closure@expressions_and_plugins.rs:232:29: 232:46}>> as Plugin>::name
//~ MONO_ITEM fn <std::boxed::Box<F<'_, {closure@expressions_and_plugins.rs:232:29: 232:46}>> as Plugin>::run
//~ MONO_ITEM fn <std::boxed::Box<dyn Plugin> as Plugin>::name
//~ MONO_ITEM fn <std::boxed::Box<dyn Plugin> as Plugin>::run
//~ MONO_ITEM fn <std::collections::HashMap<&str, usize> as Memo<&str, usize>>::get_or::<{closure@expressions_and_plugins.rs:213:34: 213:37}>
//~ MONO_ITEM fn Expr::accept::<Eval>
//~ MONO_ITEM fn Expr::accept::<Show>
//~ MONO_ITEM fn Expr::accept::<dyn Visitor<Out = f64>>
//~ MONO_ITEM fn all
//~ MONO_ITEM fn clamp_all::<f32>
//~ MONO_ITEM fn clamp_all::<i32>
//~ MONO_ITEM fn dot::<f64>
//~ MONO_ITEM fn dot::<i32>
//~ MONO_ITEM fn dot::<u8>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn main::{closure#1}::{closure#0}
//~ MONO_ITEM fn main::{closure#2}
//~ MONO_ITEM fn std::ptr::drop_in_place::<Expr> - shim(Some(Expr))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Std> - shim(Some(Std))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Wrapper<std::vec::Vec<i32>>> - shim(Some(Wrapper<std::vec::Vec<i32>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[std::boxed::Box<dyn Plugin>; 2]> - shim(Some([std::boxed::Box<dyn Plugin>; 2]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[std::string::String]> - shim(Some([std::string::String]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn Plugin> - shim(Some(dyn Plugin))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::array::IntoIter<V2, 2>> - shim(Some(std::array::IntoIter<V2, 2>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<Expr>> - shim(Some(std::boxed::Box<Expr>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<F<'_, {closure@expressions_and_plugins.rs:232:29: 232:46}>>> - shim(Some(std::boxed::Box<F<'_, {closure@expressions_and_plugins.rs:232:29: 232:46}>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn Plugin>> - shim(Some(std::boxed::Box<dyn Plugin>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<std::mem::MaybeUninit<Expr>>> - shim(Some(std::boxed::Box<std::mem::MaybeUninit<Expr>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::collections::HashMap<&str, usize>> - shim(Some(std::collections::HashMap<&str, usize>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::ops::ControlFlow<std::string::String, usize>> - shim(Some(std::ops::ControlFlow<std::string::String, usize>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::rc::Rc<std::vec::Vec<i32>>> - shim(Some(std::rc::Rc<std::vec::Vec<i32>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<i32>> - shim(Some(std::vec::Vec<i32>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<std::string::String>> - shim(Some(std::vec::Vec<std::string::String>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
