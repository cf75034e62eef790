// The parameter of the trait is known from the one impl there is, before the argument could decide it.
trait Mapped<F: Fn(u8) -> Option<u8>> {
    fn mapped(&self, f: F) -> bool { f(1).is_some() }
}
struct Any;
impl Mapped<fn(u8) -> Option<u8>> for Any {}
fn some(byte: u8) -> Option<u8> { Some(byte) }
fn main() { Any.mapped(some); }

//~ MONO_ITEM fn <Any as Mapped<fn(u8) -> std::option::Option<u8>>>::mapped
//~ MONO_ITEM fn <fn(u8) -> std::option::Option<u8> as std::ops::Fn<(u8,)>>::call - shim(fn(u8) -> std::option::Option<u8>)
//~ MONO_ITEM fn main
//~ MONO_ITEM fn some
