// A module in a body has a file only where `#[path]` names one.
fn first() -> u8 {
    #[path = "aux/in_body.rs"]
    mod part;
    static LAZY: part::Lazy<u8> = part::Lazy(1);
    LAZY.get()
}

mod aux {
    pub fn second() -> u16 {
        #[path = "in_body.rs"]
        mod again;
        again::Lazy(2).get()
    }
}

fn main() {
    first();
    aux::second();
}

//~ MONO_ITEM fn aux::second
//~ MONO_ITEM fn aux::second::again::Lazy::<u16>::get
//~ MONO_ITEM fn first
//~ MONO_ITEM fn first::part::Lazy::<u8>::get
//~ MONO_ITEM fn main
//~ MONO_ITEM static first::LAZY
