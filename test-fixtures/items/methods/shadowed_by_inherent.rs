// Inherent methods go before those of traits, at the same step of autoderef only.
struct W(Vec<u8>);
impl W {
    fn len(&self) -> u8 {
        1
    }
    fn clone(&self) -> u8 {
        2
    }
}
trait Len {
    fn len(&self) -> u16;
    fn first(self) -> u8;
}
impl Len for W {
    fn len(&self) -> u16 {
        3
    }
    fn first(self) -> u8 {
        4
    }
}
impl Len for &W {
    fn len(&self) -> u16 {
        5
    }
    fn first(self) -> u8 {
        6
    }
}
impl std::ops::Deref for W {
    type Target = Vec<u8>;
    fn deref(&self) -> &Vec<u8> {
        &self.0
    }
}
fn main() {
    let w = W(vec![1]);
    let _: u8 = w.len();
    let _: u16 = Len::len(&w);
    let _: u16 = (&w).len() as u16;
    let _: u8 = w.clone();
    (&w).first();
    let n: Option<&u8> = w.iter().next();
    let _ = n;
    w.first();
}

//~ MONO_ITEM fn <&W as Len>::first
//~ MONO_ITEM fn <W as Len>::first
//~ MONO_ITEM fn <W as Len>::len
//~ MONO_ITEM fn <W as std::ops::Deref>::deref
//~ MONO_ITEM fn W::clone
//~ MONO_ITEM fn W::len
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<W> - shim(Some(W))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
