// Items in a closure, an inline const or a macro call within one have it in their path.
fn main() {
    let c = || {
        fn inner<T>(t: T) -> T { t }
        struct Local(String);
        impl Local { fn get(&self) -> &str { &self.0 } }
        impl Drop for Local { fn drop(&mut self) {} }
        impl std::fmt::Display for Local { fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(self.get()) } }
        static COUNT: u8 = 4;
        let l = Local(String::new());
        let deeper = || { fn inner() -> u8 { COUNT } inner() };
        println!("{l}{}", deeper());
        inner(3u8)
    };
    c();
    let table = const { fn in_const() {} let f: fn() = in_const; f }; table();
    let v: Vec<u8> = vec![{ fn in_macro() -> u8 { 2 } in_macro() }, { let k = || { fn in_macro() -> u8 { 3 } in_macro() }; k() }];
    drop(v);
}

//~ MONO_ITEM fn <main::{closure#0}::Local as std::fmt::Display>::fmt
//~ MONO_ITEM fn <main::{closure#0}::Local as std::ops::Drop>::drop
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::in_macro
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn main::{closure#0}::Local::get
//~ MONO_ITEM fn main::{closure#0}::inner::<u8>
//~ MONO_ITEM fn main::{closure#0}::{closure#0}
//~ MONO_ITEM fn main::{closure#0}::{closure#0}::inner
//~ MONO_ITEM fn main::{closure#1}
//~ MONO_ITEM fn main::{closure#1}::in_macro
//~ MONO_ITEM fn main::{constant#0}::in_const
//~ MONO_ITEM fn std::ptr::drop_in_place::<main::{closure#0}::Local> - shim(Some(main::{closure#0}::Local))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<std::mem::MaybeUninit<[u8; 2]>>> - shim(Some(std::boxed::Box<std::mem::MaybeUninit<[u8; 2]>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
//~ MONO_ITEM static main::{closure#0}::COUNT
