// Calls through supertraits with arguments of their own.
trait Convert<T> {
    fn convert(&self) -> T;
}

trait Both: Convert<u8> + Convert<String> {
    fn both(&self) -> (u8, String) {
        (self.convert(), self.convert())
    }
}

struct N(u8);

impl Convert<u8> for N {
    fn convert(&self) -> u8 {
        self.0
    }
}

impl Convert<String> for N {
    fn convert(&self) -> String {
        String::new()
    }
}

impl Both for N {}

fn first<B: Both + ?Sized>(b: &B) -> u8 {
    <B as Convert<u8>>::convert(b)
}

fn main() {
    N(1).both();
    first(&N(2));
    let b: &dyn Both = &N(3);
    first(b);
}

//~ MONO_ITEM fn <N as Both>::both
//~ MONO_ITEM fn <N as Convert<std::string::String>>::convert
//~ MONO_ITEM fn <N as Convert<u8>>::convert
//~ MONO_ITEM fn first::<N>
//~ MONO_ITEM fn first::<dyn Both>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<(u8, std::string::String)> - shim(Some((u8, std::string::String)))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
