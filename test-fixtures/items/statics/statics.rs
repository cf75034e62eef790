// Statics: roots in a library, used ones in a binary; initialisers naming functions, other statics and vtables.
use std::sync::atomic::{AtomicUsize, Ordering};

static COUNT: AtomicUsize = AtomicUsize::new(0);
static NAME: &str = "name";
static HOOK: Hook = Hook { call: default_hook, next: Some(&FALLBACK) };
static FALLBACK: Hook = Hook { call: last::<3>, next: None };
static SINK: &(dyn Sink + Sync) = &Console;
#[allow(dead_code)]
static UNUSED: fn() -> u8 = only_unused;
static mut SCRATCH: [u8; 2] = [0; 2];

struct Hook {
    call: fn(usize) -> usize,
    next: Option<&'static Hook>,
}

trait Sink {
    fn write(&self, n: usize);
    fn flush(&self) {}
}

struct Console;

impl Sink for Console {
    fn write(&self, n: usize) {
        COUNT.fetch_add(n, Ordering::SeqCst);
    }
}

fn default_hook(n: usize) -> usize {
    n + NAME.len()
}

fn last<const N: usize>(n: usize) -> usize {
    n * N
}

#[allow(dead_code)]
fn only_unused() -> u8 {
    1
}

fn counter() -> usize {
    static LOCAL: AtomicUsize = AtomicUsize::new(5);
    LOCAL.load(Ordering::Relaxed)
}

fn main() {
    let mut hook = Some(&HOOK);
    while let Some(h) = hook {
        (h.call)(counter());
        hook = h.next;
    }
    SINK.write(1);
    unsafe {
        SCRATCH[0] = 1;
    }
}

//~ MONO_ITEM fn <Console as Sink>::flush
//~ MONO_ITEM fn <Console as Sink>::write
//~ MONO_ITEM fn counter
//~ MONO_ITEM fn default_hook
//~ MONO_ITEM fn last::<3>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn only_unused
//~ MONO_ITEM static COUNT
//~ MONO_ITEM static FALLBACK
//~ MONO_ITEM static HOOK
//~ MONO_ITEM static NAME
//~ MONO_ITEM static SCRATCH
//~ MONO_ITEM static SINK
//~ MONO_ITEM static UNUSED
//~ MONO_ITEM static counter::LOCAL
