// Modules within modules, reached by `self`, `super` and `crate` paths.
mod geometry {
    pub mod shapes {
        pub struct Square {
            pub side: u32,
        }

        impl Square {
            pub fn area(&self) -> u32 {
                super::mul(self.side, self.side)
            }
        }

        pub fn unit() -> Square {
            self::Square { side: 1 }
        }
    }

    fn mul(a: u32, b: u32) -> u32 {
        crate::count(a) * b
    }

    pub fn total(items: &[shapes::Square]) -> u32 {
        let mut sum = 0;
        let mut i = 0;
        while i < items.len() {
            sum += items[i].area();
            i += 1;
        }
        sum
    }

    #[allow(dead_code)]
    pub fn never_called() -> u32 {
        7
    }
}

fn count(n: u32) -> u32 {
    n
}

fn main() {
    let squares = [geometry::shapes::unit(), geometry::shapes::Square { side: 4 }];
    let _ = geometry::total(&squares);
}

//~ MONO_ITEM fn count
//~ MONO_ITEM fn geometry::mul
//~ MONO_ITEM fn geometry::shapes::Square::area
//~ MONO_ITEM fn geometry::shapes::unit
//~ MONO_ITEM fn geometry::total
//~ MONO_ITEM fn main
