// `&(dyn A + B)` prints without parentheses; a trait that asks for `'static` comes before the lifetime of the reference.
use std::any::Any;
use std::fmt::Debug;
trait T<X: ?Sized> {
    fn m(&self) {}
}
struct S;
struct P<A>(A);
impl T<&'static (dyn Any + Send)> for S {}
impl<'a> T<&'a (dyn Debug + Send + 'a)> for S {}
impl<'a> T<P<&'a (dyn Debug + Sync + 'a)>> for S {}
impl<X> T<X> for P<X> {}
impl P<&(dyn Any + Send)> {
    fn p(&self) {}
}
fn f<X: ?Sized>() {}
fn g(_: &(dyn Any + Send)) {}
fn take<F>(_: F) {}
fn main() {
    more();
    let s = S;
    let a: &'static (dyn Any + Send) = &1u8;
    <S as T<&(dyn Any + Send)>>::m(&s);
    <S as T<&(dyn Debug + Send)>>::m(&s);
    <S as T<P<&(dyn Debug + Sync)>>>::m(&s);
    f::<&(dyn Any + Send)>();
    f::<Box<&mut (dyn Any + Send)>>();
    f::<*const (dyn Any + Send)>();
    take(g);
    P(a).m();
    P(a).p();
    take(P(a));
    f::<fn(&(dyn Any + Send))>();
}

trait Root: 'static {}
trait Leaf: Debug + Root {}
trait Free {}
fn leaf(_: &dyn Leaf, _: &(dyn Leaf + Send), _: &mut dyn Free, _: Box<dyn Leaf>) {}
fn named<'a>(_: &'a dyn Leaf, _: Box<dyn Leaf + 'a>, _: &(dyn Leaf + 'a)) {}

pub fn more() {
    take(leaf);
    take(named);
}

//~ MONO_ITEM fn <P<&dyn std::any::Any + std::marker::Send> as T<&dyn std::any::Any + std::marker::Send>>::m
//~ MONO_ITEM fn <S as T<&dyn std::any::Any + std::marker::Send>>::m
//~ MONO_ITEM fn <S as T<&dyn std::fmt::Debug + std::marker::Send>>::m
//~ MONO_ITEM fn <S as T<P<&dyn std::fmt::Debug + std::marker::Sync>>>::m
//~ MONO_ITEM fn P::<&(dyn std::any::Any + std::marker::Send + 'static)>::p
//~ MONO_ITEM fn f::<&dyn std::any::Any + std::marker::Send>
//~ MONO_ITEM fn f::<*const dyn std::any::Any + std::marker::Send>
//~ MONO_ITEM fn f::<for<'a> fn(&'a dyn std::any::Any + std::marker::Send)>
//~ MONO_ITEM fn f::<std::boxed::Box<&mut dyn std::any::Any + std::marker::Send>>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn more
//~ MONO_ITEM fn take::<P<&dyn std::any::Any + std::marker::Send>>
//~ MONO_ITEM fn take::<for<'a, 'b, 'c> fn(&'a (dyn Leaf + 'static), &'b (dyn Leaf + std::marker::Send + 'static), &'c mut (dyn Free + 'c), std::boxed::Box<(dyn Leaf + 'static)>) {leaf}>
//~ MONO_ITEM fn take::<for<'a, 'b> fn(&'a (dyn Leaf + 'static), std::boxed::Box<(dyn Leaf + 'a)>, &'b (dyn Leaf + 'a)) {named}>
//~ MONO_ITEM fn take::<for<'a> fn(&'a (dyn std::any::Any + std::marker::Send + 'static)) {g}>
