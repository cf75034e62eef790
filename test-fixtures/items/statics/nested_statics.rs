// What a static borrows and cannot be promoted is a static of its own.

struct Noisy(u8);

impl Drop for Noisy {
    fn drop(&mut self) {}
}

struct Table {
    rows: &'static [Noisy],
    run: fn(),
}

const fn twice(n: u32) -> u32 {
    2 * n
}

fn noop() {}

const NONE: Option<Noisy> = None;

static PLAIN: &[i32] = &[1, 2];
static COMPUTED: &[&u32] = &[&twice(1), &twice(2)];
static NOISY: &Noisy = &Noisy(1);
static ROWS: &[&[Noisy]] = &[&[Noisy(1), Noisy(2)], &[], &[Noisy(3)]];
static NEEDS_NO_DROP: &Option<Noisy> = &None;
static TABLE: Table = Table { rows: &[Noisy(4)], run: noop };
static POINTERS: (&fn(), Option<&Noisy>) = (&(noop as fn()), Some(&Noisy(5)));
static OF_CONST: &Option<Noisy> = &NONE;
static mut BYTES: &mut [u8] = &mut [1, 2, 3];
static mut NOTHING: &mut [u8] = &mut [];
static ALREADY: &&Noisy = &NOISY;

fn main() {
    println!("{} {}", PLAIN.len(), COMPUTED.len());
    println!("{} {}", NOISY.0, ROWS.len());
    println!("{} {}", NEEDS_NO_DROP.is_none(), TABLE.rows.len());
    (TABLE.run)();
    println!("{} {}", POINTERS.1.is_some(), OF_CONST.is_none());
    unsafe {
        BYTES = &mut [];
        NOTHING = &mut [];
    }
    println!("{}", ALREADY.0);
}

//~ MONO_ITEM fn main
//~ MONO_ITEM fn noop
//~ MONO_ITEM static ALREADY
//~ MONO_ITEM static BYTES
//~ MONO_ITEM static BYTES::{nested#0}
//~ MONO_ITEM static COMPUTED
//~ MONO_ITEM static NEEDS_NO_DROP
//~ MONO_ITEM static NOISY
//~ MONO_ITEM static NOISY::{nested#0}
//~ MONO_ITEM static NOTHING
//~ MONO_ITEM static OF_CONST
//~ MONO_ITEM static PLAIN
//~ MONO_ITEM static POINTERS
//~ MONO_ITEM static POINTERS::{nested#0}
//~ MONO_ITEM static ROWS
//~ MONO_ITEM static ROWS::{nested#0}
//~ MONO_ITEM static ROWS::{nested#1}
//~ MONO_ITEM static ROWS::{nested#2}
//~ MONO_ITEM static TABLE
//~ MONO_ITEM static TABLE::{nested#0}
