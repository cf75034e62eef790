// A trait whose parameter has a generic bound and a default.
trait Extra<'s, I> {
    fn extra(&self) -> I;
}

struct Full<E>(E);

impl<'s, I: Default, E> Extra<'s, I> for Full<E> {
    fn extra(&self) -> I {
        I::default()
    }
}

type Standard = Full<u8>;

trait Parser<'s, I, O, E: Extra<'s, I> = Standard> {
    fn parse(&self, extra: E) -> I {
        extra.extra()
    }
    fn output(&self) -> O;
}

trait Mapped<F: Fn(u8) -> Option<Full<Option<u8>>> = fn(u8) -> Option<Full<Option<u8>>>> {
    fn mapped(&self, f: F) -> bool {
        f(1).is_some()
    }
}

struct Any;

impl<'s, I, E: Extra<'s, I>> Parser<'s, I, u8, E> for Any {
    fn output(&self) -> u8 {
        3
    }
}

impl Mapped for Any {}

fn some(byte: u8) -> Option<Full<Option<u8>>> {
    Some(Full(Some(byte)))
}

fn run(parser: &dyn Parser<'static, u16, u8>) {
    parser.parse(Full(1));
    parser.output();
}

fn main() {
    run(&Any);
    Any.mapped(some);
}

//~ MONO_ITEM fn <Any as Mapped>::mapped
//~ MONO_ITEM fn <Any as Parser<'_, u16, u8>>::output
//~ MONO_ITEM fn <Any as Parser<'_, u16, u8>>::parse
//~ MONO_ITEM fn <Full<u8> as Extra<'_, u16>>::extra
//~ MONO_ITEM fn <fn(u8) -> std::option::Option<Full<std::option::Option<u8>>> as std::ops::Fn<(u8,)>>::call - shim(fn(u8) -> std::option::Option<Full<std::option::Option<u8>>>)
//~ MONO_ITEM fn main
//~ MONO_ITEM fn run
//~ MONO_ITEM fn some
