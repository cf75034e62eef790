// What one macro call of a block declares is in sight of what the others make, with no other item in the block;
// a trait that a qualified path names may be the macro's own crate's.
pub trait Public {
    type Internal;
}

macro_rules! declare {
    ($vis:vis struct $Internal:ident: $T:ty) => {
        #[derive(Clone, Copy, PartialEq)]
        $vis struct $Internal($T);
    };
}

macro_rules! internal {
    ($Internal:ident: $T:ty, $Flags:ident) => {
        impl $crate::Public for $Flags {
            type Internal = $Internal;
        }

        methods! { $Internal: $T }
    };
}

macro_rules! methods {
    ($Internal:ident: $T:ty) => {
        impl $Internal {
            fn union(self, other: Self) -> Self {
                $Internal(self.0 | other.0)
            }
            fn from_bits(bits: $T) -> Self {
                Self(bits)
            }
        }
    };
}

macro_rules! forward {
    ($Flags:ident: $T:ty, $Internal:ident) => {
        impl $Flags {
            pub fn union(self, other: Self) -> Self {
                Self(self.0.union(other.0))
            }
            pub fn from_bits(bits: $T) -> Self {
                Self($Internal::from_bits(bits))
            }
        }
    };
}

macro_rules! flags {
    ($(#[$meta:meta])* $vis:vis struct $Flags:ident: $T:ty) => {
        $(#[$meta])*
        $vis struct $Flags(<$Flags as $crate::Public>::Internal);

        #[allow(dead_code)]
        const _: () = {
            declare! { $vis struct InternalFlags: $T }
            internal! { InternalFlags: $T, $Flags }
            forward! { $Flags: $T, InternalFlags }
        };
    };
}

macro_rules! both {
    ($A:ident, $B:ident) => {
        pair! { struct $A }
        pair! { struct $B }
        impl From<$A> for $B {
            fn from(_: $A) -> $B {
                $B
            }
        }
    };
}

macro_rules! pair {
    (struct $A:ident) => {
        struct $A;
        impl $A {
            fn id(self) -> $A {
                self
            }
        }
    };
}

flags! {
    #[derive(Clone, Copy, PartialEq)]
    pub struct Flags: u32
}

fn inside() -> bool {
    flags! { #[derive(PartialEq)] pub struct Local: u8 }
    Local::from_bits(1) == Local::from_bits(3)
}

fn main() {
    let _ = Flags::from_bits(1).union(Flags::from_bits(2)) == Flags::from_bits(3);
    inside();
    both! { A, B }
    B::from(A.id()).id();
}

//~ MONO_ITEM fn <Flags as std::cmp::PartialEq>::eq
//~ MONO_ITEM fn <_::InternalFlags as std::cmp::PartialEq>::eq
//~ MONO_ITEM fn <inside::Local as std::cmp::PartialEq>::eq
//~ MONO_ITEM fn <inside::_::InternalFlags as std::cmp::PartialEq>::eq
//~ MONO_ITEM fn <main::B as std::convert::From<main::A>>::from
//~ MONO_ITEM fn _::<impl Flags>::from_bits
//~ MONO_ITEM fn _::<impl Flags>::union
//~ MONO_ITEM fn _::InternalFlags::from_bits
//~ MONO_ITEM fn _::InternalFlags::union
//~ MONO_ITEM fn inside
//~ MONO_ITEM fn inside::_::<impl inside::Local>::from_bits
//~ MONO_ITEM fn inside::_::InternalFlags::from_bits
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::A::id
//~ MONO_ITEM fn main::B::id
