// What was made of equal constants is one value, whatever the constants are called: it is made once.
//@ compile-flags: -Copt-level=3
//@ crate-type: lib
#[derive(Clone, Copy)]
pub enum Color { A(u8), B(u8, u8, u8) }
#[derive(Clone, Copy)]
pub struct Effects(u16);
impl Effects { const PLAIN: Effects = Effects(0); pub const fn new() -> Self { Self::PLAIN } }
#[derive(Clone, Copy)]
pub struct Style { fg: Option<Color>, bg: Option<Color>, un: Option<Color>, effects: Effects }
impl Style { pub const fn new() -> Self { Self { fg: None, bg: None, un: None, effects: Effects::new() } } }
pub struct Styles { a: Style, b: Style, c: Style, d: Option<Style> }
impl Styles { pub const fn plain() -> Self { Self { a: Style::new(), b: Style::new(), c: Style::new(), d: None } } }
#[inline(never)]
pub fn plain() -> Styles { Styles::plain() }

//~ SIZE 11 plain
