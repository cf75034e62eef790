// A generic trait implemented several times for one type: arguments and the expected type choose.
trait Convert<T> {
    fn convert(&self) -> T;
}

struct Celsius(f64);

impl Convert<f64> for Celsius {
    fn convert(&self) -> f64 {
        self.0
    }
}

impl Convert<i32> for Celsius {
    fn convert(&self) -> i32 {
        self.0 as i32
    }
}

impl<T: Copy> Convert<[T; 2]> for (T, T) {
    fn convert(&self) -> [T; 2] {
        [self.0, self.1]
    }
}

trait Combine<Rhs = Self> {
    type Output;
    fn combine(self, rhs: Rhs) -> Self::Output;
}

impl Combine for u8 {
    type Output = u16;
    fn combine(self, rhs: u8) -> u16 {
        self as u16 + rhs as u16
    }
}

impl Combine<bool> for u8 {
    type Output = u8;
    fn combine(self, rhs: bool) -> u8 {
        if rhs { self } else { 0 }
    }
}

fn both<T, U>(t: T, u: U) -> T::Output
where
    T: Combine<U>,
{
    t.combine(u)
}

fn main() {
    let c = Celsius(36.6);
    let exact: f64 = c.convert();
    let rounded = Convert::<i32>::convert(&c);
    let pair = (exact, exact).convert();
    let _ = (rounded, pair);
    both(1u8, 2);
    both(1u8, true);
    let _: [char; 2] = ('a', 'b').convert();
}

//~ MONO_ITEM fn <(char, char) as Convert<[char; 2]>>::convert
//~ MONO_ITEM fn <(f64, f64) as Convert<[f64; 2]>>::convert
//~ MONO_ITEM fn <Celsius as Convert<f64>>::convert
//~ MONO_ITEM fn <Celsius as Convert<i32>>::convert
//~ MONO_ITEM fn <u8 as Combine<bool>>::combine
//~ MONO_ITEM fn <u8 as Combine>::combine
//~ MONO_ITEM fn both::<u8, bool>
//~ MONO_ITEM fn both::<u8, u8>
//~ MONO_ITEM fn main
