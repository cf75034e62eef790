// What a method is called on is borrowed anew, even if it lives for ever and the method wants it so.
//@ compile-flags: -Copt-level=3
//@ crate-type: lib
pub struct Lock(u32);
pub struct Guard(&'static Lock);
impl Drop for Guard {
    fn drop(&mut self) {}
}
#[inline(never)]
fn lock(a: usize) -> &'static Lock {
    if a > 3 { &Lock(1) } else { &Lock(2) }
}
impl Lock {
    #[inline(never)]
    fn write(&'static self) -> Guard {
        Guard(self)
    }
}
#[inline(never)]
fn write(lock: &'static Lock) -> Guard {
    Guard(lock)
}
#[inline(never)]
pub fn by_method(p: *mut u8) {
    let _guard = lock(p as usize).write();
    lock(3);
}
#[inline(never)]
pub fn by_function(p: *mut u8) {
    let _guard = write(lock(p as usize));
    lock(3);
}

//~ SIZE 1 <Guard as std::ops::Drop>::drop
//~ SIZE 14 by_method
//~ SIZE 16 by_function
//~ SIZE 2 Lock::write
//~ SIZE 2 write
//~ SIZE 9 lock
//~ GLUE 3 Guard
