//@ crate-type: lib
//@ compile-flags: -Cincremental=$SCRATCH/inc
//@ check-cgus
// `#[used]` keeps a static in the object file; in a library its symbol is external.
fn show<T>(_: T) {}

#[used]
static A: u8 = 1;
#[used]
static B: fn(u8) = show::<u8>;
#[no_mangle]
static NAMED: u8 = 1;

mod inner {
    #[used]
    #[link_section = ".x"]
    static C: fn() = own;
    fn own() {}
    pub static PLAIN: u8 = 1;
}

pub fn visible() {}

//~ MONO_ITEM fn inner::own @@ kept_by_used_in_library-inner[External]
//~ MONO_ITEM fn show::<u8> @@ kept_by_used_in_library.volatile[External]
//~ MONO_ITEM fn visible @@ kept_by_used_in_library[External]
//~ MONO_ITEM static A @@ kept_by_used_in_library[External]
//~ MONO_ITEM static B @@ kept_by_used_in_library[External]
//~ MONO_ITEM static NAMED @@ kept_by_used_in_library[External]
//~ MONO_ITEM static inner::C @@ kept_by_used_in_library-inner[External]
//~ MONO_ITEM static inner::PLAIN @@ kept_by_used_in_library-inner[Internal]
