// An enum has its variants beside a tag, or told apart by bit patterns that its largest variant has no use for.
fn size<const N: usize>() {}

enum Flag {
    Short(u8),
    Long(&'static str),
}
enum Both {
    A(u32, bool),
    B(u16),
    C(u8),
}
enum Tight {
    A(&'static u8, u32),
    B(u64),
}
enum Wide {
    A(&'static u8, u32, u16),
    B(u16),
}
enum Plain {
    A(u64),
    B(u32, u32),
}
enum Nested {
    One(Flag),
    Two,
    Three(u8),
}
enum Void {}
enum Rare {
    A(Void, u32),
    B(Void),
    C(char),
}
#[repr(u16)]
enum Tagged {
    A(&'static u8),
    B,
}
struct Words {
    a: u8,
    b: u32,
    c: bool,
}

fn main() {
    size::<{ size_of::<Flag>() }>();
    size::<{ size_of::<Option<Flag>>() + 100 }>();
    size::<{ size_of::<Both>() + 200 }>();
    size::<{ size_of::<Tight>() + 300 }>();
    size::<{ size_of::<Wide>() + 400 }>();
    size::<{ size_of::<Plain>() + 500 }>();
    size::<{ size_of::<Nested>() + 600 }>();
    size::<{ size_of::<Option<Nested>>() + 700 }>();
    size::<{ size_of::<Rare>() + 800 }>();
    size::<{ size_of::<Tagged>() + 900 }>();
    size::<{ size_of::<Option<Words>>() + 1000 }>();
    size::<{ size_of::<Result<Words, u16>>() + 1100 }>();
    size::<{ size_of::<Result<u64, Flag>>() + 1200 }>();
}

//~ MONO_ITEM fn main
//~ MONO_ITEM fn size::<1008>
//~ MONO_ITEM fn size::<1108>
//~ MONO_ITEM fn size::<1224>
//~ MONO_ITEM fn size::<124>
//~ MONO_ITEM fn size::<16>
//~ MONO_ITEM fn size::<208>
//~ MONO_ITEM fn size::<316>
//~ MONO_ITEM fn size::<416>
//~ MONO_ITEM fn size::<516>
//~ MONO_ITEM fn size::<624>
//~ MONO_ITEM fn size::<724>
//~ MONO_ITEM fn size::<808>
//~ MONO_ITEM fn size::<916>
