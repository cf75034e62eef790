// Temporaries: dropped at the end of the statement, of the match, or kept by a `let` with a reference.
struct Temp(u8);

impl Drop for Temp {
    fn drop(&mut self) {
        self.0 = 0;
    }
}

struct Lock<'a>(&'a mut u8);

impl<'a> Drop for Lock<'a> {
    fn drop(&mut self) {
        *self.0 += 1;
    }
}

struct Discarded;

impl Drop for Discarded {
    fn drop(&mut self) {}
}

struct Overwritten(u8);

impl Drop for Overwritten {
    fn drop(&mut self) {
        self.0 = 9;
    }
}

impl Temp {
    fn get(&self) -> u8 {
        self.0
    }
}

fn lock(n: &mut u8) -> Lock<'_> {
    Lock(n)
}

fn discarded() -> Discarded {
    Discarded
}

fn make(n: u8) -> Temp {
    Temp(n)
}

fn main() {
    let mut n = 1;
    *lock(&mut n).0 += 2;
    match make(n).get() {
        0 => {}
        m => n = m,
    }
    let kept = &make(3);
    let _ = kept.get();
    discarded();
    let _ = discarded();
    let mut slot = Overwritten(1);
    slot = Overwritten(2);
    let _ = slot.0;
    if make(4).get() > 3 && make(5).get() > 4 {
        n += 1;
    }
    let _ = n;
}

//~ MONO_ITEM fn <Discarded as std::ops::Drop>::drop
//~ MONO_ITEM fn <Lock<'_> as std::ops::Drop>::drop
//~ MONO_ITEM fn <Overwritten as std::ops::Drop>::drop
//~ MONO_ITEM fn <Temp as std::ops::Drop>::drop
//~ MONO_ITEM fn Temp::get
//~ MONO_ITEM fn discarded
//~ MONO_ITEM fn lock
//~ MONO_ITEM fn main
//~ MONO_ITEM fn make
//~ MONO_ITEM fn std::ptr::drop_in_place::<Discarded> - shim(Some(Discarded))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Lock<'_>> - shim(Some(Lock<'_>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Overwritten> - shim(Some(Overwritten))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Temp> - shim(Some(Temp))
