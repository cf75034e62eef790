// Strategies behind Box<dyn Trait>, Rc<dyn Trait>, &mut dyn Trait and generics, with a factory of function pointers.
use std::collections::HashMap;
use std::rc::Rc;

trait Compressor {
    fn compress(&self, data: &[u8]) -> Vec<u8>;
    fn name(&self) -> String {
        String::from("unnamed")
    }
}

#[derive(Default)]
struct RunLength;
struct Identity {
    label: String,
}

impl Compressor for RunLength {
    fn compress(&self, data: &[u8]) -> Vec<u8> {
        let mut out = Vec::new();
        let mut i = 0;
        while i < data.len() {
            let run = data[i..].iter().take_while(|b| **b == data[i]).count();
            out.extend_from_slice(&[run as u8, data[i]]);
            i += run;
        }
        out
    }
}

impl Compressor for Identity {
    fn compress(&self, data: &[u8]) -> Vec<u8> {
        data.to_vec()
    }
    fn name(&self) -> String {
        self.label.clone()
    }
}

impl<C: Compressor + ?Sized> Compressor for Rc<C> {
    fn compress(&self, data: &[u8]) -> Vec<u8> {
        (**self).compress(data)
    }
}

struct Twice<A, B>(A, B);

impl<A: Compressor, B: Compressor> Compressor for Twice<A, B> {
    fn compress(&self, data: &[u8]) -> Vec<u8> {
        self.1.compress(&self.0.compress(data))
    }
}

type Factory = fn() -> Box<dyn Compressor>;

fn boxed<C: Compressor + Default + 'static>() -> Box<dyn Compressor> {
    Box::new(C::default())
}

fn main() {
    let mut factories: HashMap<&str, Factory> = HashMap::new();
    factories.insert("rle", boxed::<RunLength>);
    factories.insert("id", || Box::new(Identity { label: "id".to_string() }));
    if let Some(make) = factories.get("rle") {
        let _ = make().compress(b"aab").len();
    }
    let shared: Rc<dyn Compressor> = Rc::new(RunLength);
    let chain = Twice(shared.clone(), RunLength);
    let _ = chain.compress(b"x").len() + chain.name().len() + shared.name().len();
}

//~ MONO_ITEM fn <Identity as Compressor>::compress
//~ MONO_ITEM fn <Identity as Compressor>::name
//~ MONO_ITEM fn <RunLength as Compressor>::compress
//~ MONO_ITEM fn <RunLength as Compressor>::compress::{closure#0}
//~ MONO_ITEM fn <RunLength as Compressor>::name
//~ MONO_ITEM fn <RunLength as std::default::Default>::default
//~ MONO_ITEM fn <Twice<std::rc::Rc<dyn Compressor>, RunLength> as Compressor>::compress
//~ MONO_ITEM fn <Twice<std::rc::Rc<dyn Compressor>, RunLength> as Compressor>::name
//~ MONO_ITEM fn <std::rc::Rc<dyn Compressor> as Compressor>::compress
//~ MONO_ITEM fn <std::rc::Rc<dyn Compressor> as Compressor>::name
//~ MONO_ITEM fn <{closure@plugins_dyn_generic.rs:63:28: 63:30} as std::ops::FnOnce<()>>::call_once - shim
//~ MONO_ITEM fn boxed::<RunLength>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn std::ptr::drop_in_place::<Identity> - shim(Some(Identity))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Twice<std::rc::Rc<dyn Compressor>, RunLength>> - shim(Some(Twice<std::rc::Rc<dyn Compressor>, RunLength>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn Compressor> - shim(Some(dyn Compressor))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn Compressor>> - shim(Some(std::boxed::Box<dyn Compressor>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::collections::HashMap<&str, fn() -> std::boxed::Box<dyn Compressor>>> - shim(Some(std::collections::HashMap<&str, fn() -> std::boxed::Box<dyn Compressor>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::rc::Rc<dyn Compressor>> - shim(Some(std::rc::Rc<dyn Compressor>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
