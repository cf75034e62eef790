// Clones of what is copied as it is are no calls, in shims neither; of larger tuples and fn pointers they are.
fn main() {
    let a: &&u8 = &&1;
    let _b = a.clone();
    let p: *const u8 = &0;
    let _q = p.clone();
    let s: &&str = &"a";
    let _t = s.clone();
    let four = (1u8, 2u8, 3u8, 4u8);
    let _f = four.clone();
    let three = (1u8, 2u8, 3u8);
    let _g = three.clone();
    let f: fn() = main;
    let _h = f.clone();
    let _i = main.clone();
    let v: (String, u8, &str, fn()) = (String::new(), 1, "", main);
    let _w = v.clone();
    let _arr = [1u8; 3].clone();
    let _fp = [main as fn(); 3].clone();
}

//~ MONO_ITEM fn <(std::string::String, u8, &str, fn()) as std::clone::Clone>::clone - shim((std::string::String, u8, &str, fn()))
//~ MONO_ITEM fn <(u8, u8, u8, u8) as std::clone::Clone>::clone - shim((u8, u8, u8, u8))
//~ MONO_ITEM fn <fn() as std::clone::Clone>::clone - shim(fn())
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<(std::string::String, u8, &str, fn())> - shim(Some((std::string::String, u8, &str, fn())))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
