// Closures kept in generic fields are called through the field.
struct Button<F> {
    on_press: F,
    presses: u32,
}

impl<F: FnMut(u32)> Button<F> {
    fn press(&mut self) {
        self.presses += 1;
        (self.on_press)(self.presses);
    }
}

fn main() {
    let mut sum = 0;
    let mut a = Button { on_press: |n| sum += n, presses: 0 };
    a.press();
    let mut b = Button { on_press: drop::<u32>, presses: 0 };
    b.press();
}

//~ MONO_ITEM fn <fn(u32) {std::mem::drop::<u32>} as std::ops::FnMut<(u32,)>>::call_mut - shim(fn(u32) {std::mem::drop::<u32>})
//~ MONO_ITEM fn Button::<fn(u32) {std::mem::drop::<u32>}>::press
//~ MONO_ITEM fn Button::<{closure@in_struct_field.rs:16:36: 16:39}>::press
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
