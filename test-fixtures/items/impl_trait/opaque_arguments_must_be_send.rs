// A job that asks for `Send` takes closures behind `impl FnOnce`.
use std::cell::UnsafeCell;
pub trait Latch {
    fn set(&self);
}
struct Spin<'r> {
    r: &'r u8,
}
impl<'r> Spin<'r> {
    fn new(r: &'r u8) -> Spin<'r> {
        Spin { r }
    }
}
impl<'r> Latch for Spin<'r> {
    fn set(&self) {}
}
struct FnContext {
    migrated: bool,
    _marker: std::marker::PhantomData<*mut ()>,
}
impl FnContext {
    fn new(migrated: bool) -> Self {
        FnContext {
            migrated,
            _marker: std::marker::PhantomData,
        }
    }
}
enum JobResult<T> {
    None,
    Ok(T),
}
trait Job {
    unsafe fn execute(this: *const ());
}
struct JobRef {
    p: *const (),
    f: unsafe fn(*const ()),
}
impl JobRef {
    unsafe fn new<T: Job>(data: *const T) -> JobRef {
        JobRef {
            p: data as *const (),
            f: <T as Job>::execute,
        }
    }
}
struct StackJob<L, F, R>
where
    L: Latch + Sync,
    F: FnOnce(bool) -> R + Send,
    R: Send,
{
    latch: L,
    func: UnsafeCell<Option<F>>,
    result: UnsafeCell<JobResult<R>>,
}
impl<L, F, R> StackJob<L, F, R>
where
    L: Latch + Sync,
    F: FnOnce(bool) -> R + Send,
    R: Send,
{
    fn new(func: F, latch: L) -> StackJob<L, F, R> {
        StackJob {
            latch,
            func: UnsafeCell::new(Some(func)),
            result: UnsafeCell::new(JobResult::None),
        }
    }
    unsafe fn as_job_ref(&self) -> JobRef {
        JobRef::new(self)
    }
    unsafe fn run_inline(self, stolen: bool) -> R {
        self.func.into_inner().unwrap()(stolen)
    }
}
impl<L, F, R> Job for StackJob<L, F, R>
where
    L: Latch + Sync,
    F: FnOnce(bool) -> R + Send,
    R: Send,
{
    unsafe fn execute(this: *const ()) {
        let this = &*(this as *const Self);
        let func = (*this.func.get()).take().unwrap();
        *this.result.get() = JobResult::Ok(func(true));
        this.latch.set();
    }
}
fn join_context<A, B, RA, RB>(oper_a: A, oper_b: B) -> (RA, RB)
where
    A: FnOnce(FnContext) -> RA + Send,
    B: FnOnce(FnContext) -> RB + Send,
    RA: Send,
    RB: Send,
{
    fn call_a<R>(f: impl FnOnce(FnContext) -> R, injected: bool) -> impl FnOnce() -> R {
        move || f(FnContext::new(injected))
    }
    fn call_b<R>(f: impl FnOnce(FnContext) -> R) -> impl FnOnce(bool) -> R {
        move |migrated| f(FnContext::new(migrated))
    }
    unsafe {
        let w = 3u8;
        let job_b = StackJob::new(call_b(oper_b), Spin::new(&w));
        let r = job_b.as_job_ref();
        (r.f)(r.p);
        let a = call_a(oper_a, true)();
        (a, job_b.run_inline(true))
    }
}
fn main() {
    let v = vec![1, 2, 3];
    let (a, b) = join_context(|c| c.migrated as usize + v.len(), |_| v.iter().sum::<i32>());
    println!("{a}{b}");
}

//~ MONO_ITEM fn <Spin<'_> as Latch>::set
//~ MONO_ITEM fn <StackJob<Spin<'_>, {closure@opaque_arguments_must_be_send.rs:102:9: 102:24}, i32> as Job>::execute
//~ MONO_ITEM fn FnContext::new
//~ MONO_ITEM fn JobRef::new::<StackJob<Spin<'_>, {closure@opaque_arguments_must_be_send.rs:102:9: 102:24}, i32>>
//~ MONO_ITEM fn Spin::<'_>::new
//~ MONO_ITEM fn StackJob::<Spin<'_>, {closure@opaque_arguments_must_be_send.rs:102:9: 102:24}, i32>::as_job_ref
//~ MONO_ITEM fn StackJob::<Spin<'_>, {closure@opaque_arguments_must_be_send.rs:102:9: 102:24}, i32>::new
//~ MONO_ITEM fn StackJob::<Spin<'_>, {closure@opaque_arguments_must_be_send.rs:102:9: 102:24}, i32>::run_inline
//~ MONO_ITEM fn join_context::<{closure@opaque_arguments_must_be_send.rs:115:31: 115:34}, {closure@opaque_arguments_must_be_send.rs:115:66: 115:69}, usize, i32>
//~ MONO_ITEM fn join_context::call_a::<usize, {closure@opaque_arguments_must_be_send.rs:115:31: 115:34}>
//~ MONO_ITEM fn join_context::call_a::<usize, {closure@opaque_arguments_must_be_send.rs:115:31: 115:34}>::{closure#0}
//~ MONO_ITEM fn join_context::call_b::<i32, {closure@opaque_arguments_must_be_send.rs:115:66: 115:69}>
//~ MONO_ITEM fn join_context::call_b::<i32, {closure@opaque_arguments_must_be_send.rs:115:66: 115:69}>::{closure#0}
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<i32>> - shim(Some(std::vec::Vec<i32>))
