// Impls that a macro puts into a `const _` beside the type, as derives do.
pub trait Describe {
    fn describe(&self) -> u8;
}

macro_rules! projected {
    (pub struct $name:ident<$t:ident>) => {
        pub struct $name<$t>(pub $t);
        const _: () = {
            pub struct Projection<'a, $t>(&'a mut $t);
            impl<$t> $name<$t> {
                pub fn project(&mut self) -> Projection<'_, $t> {
                    Projection(&mut self.0)
                }
            }
            impl<$t: Copy> Projection<'_, $t> {
                pub fn get(&self) -> $t {
                    id(*self.0)
                }
            }
            impl<$t> Describe for $name<$t> {
                fn describe(&self) -> u8 {
                    id(1)
                }
            }
        };
    };
}

fn id<T>(value: T) -> T {
    value
}

projected!(pub struct Cell<T>);
