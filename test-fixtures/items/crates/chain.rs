//@ aux: base.rs
//@ aux: middle.rs
// A chain of crates with re-exports: paths print by where a thing is visible, instances of both are made here.
use middle::{each, Register};

struct Local(u32);

impl Register for Local {
    fn register(&mut self, _: &str) -> usize {
        self.0 += 1;
        self.0 as usize
    }
}

impl Drop for Local {
    fn drop(&mut self) {
        self.0 = 0;
    }
}

fn main() {
    each(&mut Local(0), &["a", "b"]);
    each(&mut middle::names(), &["c"]);
    let boxed = middle::boxed_u8();
    boxed.get();
    let _ = middle::make(Local(2));
    let _ = base::make("text").get();
    middle::visible(2.5f32);
}

//~ MONO_ITEM fn <Local as middle::Register>::register
//~ MONO_ITEM fn <Local as std::ops::Drop>::drop
//~ MONO_ITEM fn main
//~ MONO_ITEM fn middle::Boxed::<&str>::get
//~ MONO_ITEM fn middle::Boxed::<u8>::get
//~ MONO_ITEM fn middle::each::<Local>
//~ MONO_ITEM fn middle::each::<Local>::{closure#0}
//~ MONO_ITEM fn middle::each::<middle::Names>
//~ MONO_ITEM fn middle::each::<middle::Names>::{closure#0}
//~ MONO_ITEM fn middle::hidden_generic::<f32>
//~ MONO_ITEM fn middle::make::<&str>
//~ MONO_ITEM fn middle::make::<Local>
//~ MONO_ITEM fn std::ptr::drop_in_place::<Local> - shim(Some(Local))
//~ MONO_ITEM fn std::ptr::drop_in_place::<middle::Boxed<&str>> - shim(Some(middle::Boxed<&str>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<middle::Boxed<Local>> - shim(Some(middle::Boxed<Local>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<middle::Boxed<u8>> - shim(Some(middle::Boxed<u8>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<&str>> - shim(Some(std::boxed::Box<&str>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<Local>> - shim(Some(std::boxed::Box<Local>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<u8>> - shim(Some(std::boxed::Box<u8>))
