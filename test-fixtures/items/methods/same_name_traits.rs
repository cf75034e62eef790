// Methods of one name in several traits: chosen by which trait is in scope, by bounds, by fully qualified paths.
mod a {
    pub trait Draw {
        fn draw(&self) -> u8;
    }
    impl Draw for i32 {
        fn draw(&self) -> u8 {
            1
        }
    }
    impl Draw for str {
        fn draw(&self) -> u8 {
            2
        }
    }
}

mod b {
    pub trait Draw {
        fn draw(&self) -> u16;
    }
    impl<T> Draw for T {
        fn draw(&self) -> u16 {
            3
        }
    }
}

fn with_a(n: i32) -> u8 {
    use a::Draw;
    n.draw() + "s".draw()
}

fn with_b(n: i32) -> u16 {
    use b::Draw;
    n.draw() + "s".draw()
}

fn bound<T: a::Draw + ?Sized>(t: &T) -> u8 {
    t.draw()
}

struct Both;

impl a::Draw for Both {
    fn draw(&self) -> u8 {
        4
    }
}

fn main() {
    with_a(1);
    with_b(1);
    bound(&2);
    bound("x");
    a::Draw::draw(&Both);
    <Both as b::Draw>::draw(&Both);
}

//~ MONO_ITEM fn <&str as b::Draw>::draw
//~ MONO_ITEM fn <Both as a::Draw>::draw
//~ MONO_ITEM fn <Both as b::Draw>::draw
//~ MONO_ITEM fn <i32 as a::Draw>::draw
//~ MONO_ITEM fn <i32 as b::Draw>::draw
//~ MONO_ITEM fn <str as a::Draw>::draw
//~ MONO_ITEM fn bound::<i32>
//~ MONO_ITEM fn bound::<str>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn with_a
//~ MONO_ITEM fn with_b
