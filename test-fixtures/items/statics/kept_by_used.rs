//@ check-cgus
// `#[used]` keeps a static in the object file; the symbol of a program's is internal all the same.
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

fn main() {}

//~ MONO_ITEM fn inner::own @@ kept_by_used-cgu.0[Internal]
//~ MONO_ITEM fn main @@ kept_by_used-cgu.0[External]
//~ MONO_ITEM fn show::<u8> @@ kept_by_used-cgu.0[Internal]
//~ MONO_ITEM static A @@ kept_by_used-cgu.0[Internal]
//~ MONO_ITEM static B @@ kept_by_used-cgu.0[Internal]
//~ MONO_ITEM static NAMED @@ kept_by_used-cgu.0[External]
//~ MONO_ITEM static inner::C @@ kept_by_used-cgu.0[Internal]
//~ MONO_ITEM static inner::PLAIN @@ kept_by_used-cgu.0[Internal]
