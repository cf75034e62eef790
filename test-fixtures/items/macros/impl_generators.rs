// Impl-generating macros: tuples of growing arity, numeric families, visitor enums and builders.
trait Size {
    fn size(&self) -> usize;
}

macro_rules! leaf {
    ($($ty:ty => $n:expr),* $(,)?) => {
        $(impl Size for $ty { fn size(&self) -> usize { $n } })*
    };
}

leaf! { u8 => 1, u16 => 2, &str => std::mem::size_of::<usize>() * 2 }

macro_rules! tuples {
    ($($name:ident)+) => {
        impl<$($name: Size),+> Size for ($($name,)+) {
            #[allow(non_snake_case)]
            fn size(&self) -> usize {
                let ($($name,)+) = self;
                0 $(+ $name.size())+
            }
        }
    };
}

tuples!(A);
tuples!(A B);
tuples!(A B C);

macro_rules! commands {
    ($enum:ident { $($variant:ident($arg:ty) => $handler:path),* $(,)? }) => {
        enum $enum { $($variant($arg)),* }

        impl $enum {
            fn run(self) -> usize {
                match self { $($enum::$variant(arg) => $handler(arg)),* }
            }
        }
    };
}

fn measure<T: Size>(t: T) -> usize {
    t.size()
}

mod handlers {
    pub fn print(s: &'static str) -> usize {
        super::measure((s, 1u8))
    }
}

commands!(Command {
    Print(&'static str) => handlers::print,
    Tuple((u8, u16, u8)) => measure::<(u8, u16, u8)>,
    Solo((u16,)) => measure,
});

fn main() {
    let commands = [Command::Print("x"), Command::Tuple((1, 2, 3)), Command::Solo((4,))];
    for command in commands {
        command.run();
    }
}

//~ MONO_ITEM fn <&str as Size>::size
//~ MONO_ITEM fn <(&str, u8) as Size>::size
//~ MONO_ITEM fn <(u16,) as Size>::size
//~ MONO_ITEM fn <(u8, u16, u8) as Size>::size
//~ MONO_ITEM fn <u16 as Size>::size
//~ MONO_ITEM fn <u8 as Size>::size
//~ MONO_ITEM fn Command::run
//~ MONO_ITEM fn handlers::print
//~ MONO_ITEM fn main
//~ MONO_ITEM fn measure::<(&str, u8)>
//~ MONO_ITEM fn measure::<(u16,)>
//~ MONO_ITEM fn measure::<(u8, u16, u8)>
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::array::IntoIter<Command, 3>> - shim(Some(std::array::IntoIter<Command, 3>))
