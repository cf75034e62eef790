//@ crate-type: lib
// What others get hold of through the types in public interfaces is a root, in private modules, too: `method` is, `not`
// is not. An impl counts where its type and its trait do. Code that others compile reaches functions, and no types.
mod m {
    pub struct E(u8);
    impl E {
        pub fn method(&self) -> &u8 {
            &self.0
        }
        fn private(&self) -> X {
            X
        }
        pub(crate) fn inner(&self) -> X {
            X
        }
    }
    pub struct X;
    impl X {
        pub fn not(&self) {}
    }
    pub struct F(u8);
    impl TryFrom<u8> for F {
        type Error = E;
        fn try_from(a: u8) -> Result<F, E> {
            if a > 1 {
                Err(E(a))
            } else {
                Ok(F(a))
            }
        }
    }
    pub struct G(u8);
    impl G {
        pub fn method(&self) -> &u8 {
            &self.0
        }
    }
    impl IntoIterator for F {
        type Item = G;
        type IntoIter = H;
        fn into_iter(self) -> H {
            H(0)
        }
    }
    pub struct H(u8);
    impl H {
        pub fn method(&self) -> &u8 {
            &self.0
        }
    }
    impl Iterator for H {
        type Item = G;
        fn next(&mut self) -> Option<G> {
            None
        }
    }
    pub struct K(u8);
    impl K {
        pub fn method(&self) -> &u8 {
            &self.0
        }
    }
    impl From<K> for F {
        fn from(_: K) -> F {
            F(2)
        }
    }
    // The impl is for what nobody reaches.
    pub struct L(u8);
    impl L {
        pub fn not(&self) -> &u8 {
            &self.0
        }
    }
    pub trait Tr {
        type A;
        fn go(&self) -> Self::A;
    }
    pub struct P;
    impl Tr for P {
        type A = L;
        fn go(&self) -> L {
            L(1)
        }
    }
    impl Clone for P {
        fn clone(&self) -> P {
            P
        }
    }
    impl From<P> for L {
        fn from(_: P) -> L {
            L(0)
        }
    }
    pub struct Q(u8);
    impl Q {
        pub fn not(&self) {}
    }
    impl From<Q> for P {
        fn from(_: Q) -> P {
            P
        }
    }
    // The trait is not reached, the type is.
    pub trait Tr2 {
        type A;
        fn f() -> u8 {
            1
        }
    }
    pub struct M(u8);
    impl M {
        pub fn not(&self) -> &u8 {
            &self.0
        }
    }
    impl Tr2 for F {
        type A = M;
    }
    // By fields, aliases, bounds, supertraits, objects.
    pub struct Field(u8);
    impl Field {
        pub fn method(&self) {}
    }
    pub struct PrivateField(u8);
    impl PrivateField {
        pub fn not(&self) {}
    }
    pub struct Fields {
        pub a: Vec<Field>,
        b: PrivateField,
    }
    pub fn fields() -> Fields {
        Fields {
            a: vec![],
            b: PrivateField(1),
        }
    }
    pub struct Bounded(u8);
    impl Bounded {
        pub fn method(&self) {}
    }
    pub trait With<T> {
        fn with(&self) {}
    }
    pub fn bounded<T: With<Bounded>>(_: T) {}
    pub struct Where(u8);
    impl Where {
        pub fn method(&self) {}
    }
    pub struct Clause<T>(T)
    where
        T: Fn() -> Where;
    pub struct Assoc(u8);
    impl Assoc {
        pub fn method(&self) {}
    }
    pub trait Provides {
        fn provide(&self) -> Assoc;
        const C: Constant;
        type D: Into<Super>;
    }
    pub struct Constant(u8);
    impl Constant {
        pub fn method(&self) {}
    }
    pub struct Super(u8);
    impl Super {
        pub fn method(&self) {}
    }
    pub trait Sub: AsRef<SuperArg> {}
    pub struct SuperArg(u8);
    impl SuperArg {
        pub fn method(&self) {}
    }
    pub trait Object {
        fn object(&self) -> u8;
    }
    impl dyn Object {
        pub fn inherent(&self) {}
    }
    pub fn object() -> Option<Box<dyn Object>> {
        None
    }
    impl Object for u8 {
        fn object(&self) -> u8 {
            helper().private_type()
        }
    }
    // Through code: what is called is reachable, the types that it returns are not.
    #[inline]
    pub fn inlined() -> u8 {
        helper().private_type()
    }
    fn helper() -> Hidden {
        Hidden(1)
    }
    pub struct Hidden(u8);
    impl Hidden {
        pub fn private_type(&self) -> u8 {
            self.0
        }
        pub fn not(&self) {}
    }
    pub enum En {
        A(Variant),
        B { v: u8 },
    }
    pub struct Variant(u8);
    impl Variant {
        pub fn method(&self) {}
    }
    pub type Alias = Vec<Aliased>;
    pub struct Aliased(u8);
    impl Aliased {
        pub fn method(&self) {}
    }
    pub fn returns() -> impl Iterator<Item = Item> {
        std::iter::empty()
    }
    pub struct Item(u8);
    impl Item {
        pub fn method(&self) {}
    }
    pub static S: Stat = Stat(1);
    pub struct Stat(u8);
    impl Stat {
        pub fn method(&self) {}
    }
}
pub use m::{bounded, fields, inlined, object, returns, Alias, Clause, En, Provides, Sub, F, S};

//~ MONO_ITEM fn <m::F as std::convert::From<m::K>>::from
//~ MONO_ITEM fn <m::F as std::convert::TryFrom<u8>>::try_from
//~ MONO_ITEM fn <m::F as std::iter::IntoIterator>::into_iter
//~ MONO_ITEM fn <m::H as std::iter::Iterator>::next
//~ MONO_ITEM fn <m::L as std::convert::From<m::P>>::from
//~ MONO_ITEM fn <m::P as m::Tr>::go
//~ MONO_ITEM fn <m::P as std::clone::Clone>::clone
//~ MONO_ITEM fn <m::P as std::convert::From<m::Q>>::from
//~ MONO_ITEM fn <u8 as m::Object>::object
//~ MONO_ITEM fn m::Aliased::method
//~ MONO_ITEM fn m::Assoc::method
//~ MONO_ITEM fn m::Bounded::method
//~ MONO_ITEM fn m::Constant::method
//~ MONO_ITEM fn m::E::method
//~ MONO_ITEM fn m::Field::method
//~ MONO_ITEM fn m::G::method
//~ MONO_ITEM fn m::H::method
//~ MONO_ITEM fn m::Hidden::private_type
//~ MONO_ITEM fn m::Item::method
//~ MONO_ITEM fn m::K::method
//~ MONO_ITEM fn m::Stat::method
//~ MONO_ITEM fn m::Super::method
//~ MONO_ITEM fn m::SuperArg::method
//~ MONO_ITEM fn m::Variant::method
//~ MONO_ITEM fn m::Where::method
//~ MONO_ITEM fn m::fields
//~ MONO_ITEM fn m::helper
//~ MONO_ITEM fn m::object
//~ MONO_ITEM fn m::returns
//~ MONO_ITEM static m::S
