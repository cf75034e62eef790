//@ compile-flags: -Copt-level=3 -Ccodegen-units=16
//@ crate-type: lib
//@ check-cgus
// Units are numbered by size, and drop glue counts as it is built: a drop for each part, and the parts below it once
// more for unwinding, a switch over the variants of an enum, a loop over the elements of an array.
pub struct Loud(u32);

impl Drop for Loud {
    #[inline(never)]
    fn drop(&mut self) {}
}

pub enum Own {
    A(Loud),
    B(u8),
    C(Loud, Loud),
}

impl Drop for Own {
    #[inline(never)]
    fn drop(&mut self) {}
}

mod structs {
    pub struct Four(super::Loud, u8, super::Loud, super::Loud, super::Loud);

    #[inline(never)]
    pub fn drops(_: Four) {}
}

mod enums {
    pub enum Some {
        A,
        B(super::Loud),
        C(super::Loud, super::Loud),
    }

    #[inline(never)]
    pub fn drops(_: Some) {}
}

mod own {
    #[inline(never)]
    pub fn drops(_: super::Own) {}
}

mod arrays {
    #[inline(never)]
    pub fn drops(_: [super::Loud; 3]) {}
}

mod boxes {
    #[inline(never)]
    pub fn drops(_: std::boxed::Box<super::Loud>) {}
}

pub fn start(a: structs::Four, b: enums::Some, c: Own, d: [Loud; 3], e: Box<Loud>) {
    structs::drops(a);
    enums::drops(b);
    own::drops(c);
    arrays::drops(d);
    boxes::drops(e);
}

//~ MONO_ITEM fn <Loud as std::ops::Drop>::drop @@ glue_sizes-cgu.0[External]
//~ MONO_ITEM fn <Own as std::ops::Drop>::drop @@ glue_sizes-cgu.0[External]
//~ MONO_ITEM fn arrays::drops @@ glue_sizes-cgu.2[External]
//~ MONO_ITEM fn boxes::drops @@ glue_sizes-cgu.1[External]
//~ MONO_ITEM fn enums::drops @@ glue_sizes-cgu.5[External]
//~ MONO_ITEM fn own::drops @@ glue_sizes-cgu.3[External]
//~ MONO_ITEM fn start @@ glue_sizes-cgu.0[External]
//~ MONO_ITEM fn std::ptr::drop_in_place::<Loud> - shim(Some(Loud)) @@ glue_sizes-cgu.0[Internal] glue_sizes-cgu.1[Internal] glue_sizes-cgu.2[Internal] glue_sizes-cgu.3[Internal] glue_sizes-cgu.4[Internal] glue_sizes-cgu.5[Internal]
//~ MONO_ITEM fn std::ptr::drop_in_place::<Own> - shim(Some(Own)) @@ glue_sizes-cgu.0[Internal] glue_sizes-cgu.3[Internal]
//~ MONO_ITEM fn std::ptr::drop_in_place::<[Loud; 3]> - shim(Some([Loud; 3])) @@ glue_sizes-cgu.0[Internal] glue_sizes-cgu.2[Internal]
//~ MONO_ITEM fn std::ptr::drop_in_place::<enums::Some> - shim(Some(enums::Some)) @@ glue_sizes-cgu.0[Internal] glue_sizes-cgu.5[Internal]
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<Loud>> - shim(Some(std::boxed::Box<Loud>)) @@ glue_sizes-cgu.0[Internal] glue_sizes-cgu.1[Internal]
//~ MONO_ITEM fn std::ptr::drop_in_place::<structs::Four> - shim(Some(structs::Four)) @@ glue_sizes-cgu.4[Internal]
//~ MONO_ITEM fn structs::drops @@ glue_sizes-cgu.4[External]
