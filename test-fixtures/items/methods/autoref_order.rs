// By value before by reference before by mutable reference, at each step of dereferencing.
trait Name {
    fn name(self) -> u8;
}

struct X;

impl Name for X {
    fn name(self) -> u8 {
        1
    }
}

impl Name for &X {
    fn name(self) -> u8 {
        2
    }
}

impl Name for &mut X {
    fn name(self) -> u8 {
        3
    }
}

impl Name for Box<X> {
    fn name(self) -> u8 {
        4
    }
}

fn main() {
    X.name();
    (&X).name();
    (&mut X).name();
    Box::new(X).name();
    (&&X).name();
}

//~ MONO_ITEM fn <&X as Name>::name
//~ MONO_ITEM fn <&mut X as Name>::name
//~ MONO_ITEM fn <X as Name>::name
//~ MONO_ITEM fn <std::boxed::Box<X> as Name>::name
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<X>> - shim(Some(std::boxed::Box<X>))
