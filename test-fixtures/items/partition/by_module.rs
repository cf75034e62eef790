//@ compile-flags: -Cincremental=$SCRATCH/inc
//@ check-cgus
// Codegen units follow modules: what is not generic in the stable unit of its module, instances in the volatile one.
mod left {
    pub fn plain() -> u32 {
        super::shared::<u8>() + inner::deep()
    }

    pub fn generic<T>(t: T) -> T {
        helper();
        t
    }

    fn helper() {}

    pub mod inner {
        pub struct Thing(pub u32);

        impl Thing {
            pub fn method(&self) -> u32 {
                self.0
            }
        }

        impl Drop for Thing {
            fn drop(&mut self) {
                self.0 = 0;
            }
        }

        pub fn deep() -> u32 {
            Thing(1).method()
        }
    }
}

mod right {
    pub fn plain() -> u32 {
        super::shared::<u16>() + super::left::generic(1)
    }

    #[inline]
    pub fn inlined() -> u32 {
        3
    }

    #[inline(always)]
    pub fn always() -> u32 {
        inlined()
    }
}

fn shared<T>() -> u32 {
    std::mem::size_of::<T>() as u32
}

static ROOT: fn() -> u32 = right::plain;

fn main() {
    left::plain();
    ROOT();
    left::generic('c');
    right::always();
    right::inlined();
}

//~ MONO_ITEM fn <left::inner::Thing as std::ops::Drop>::drop @@ by_module-fallback.cgu[Internal]
//~ MONO_ITEM fn left::generic::<char> @@ by_module-left.volatile[External]
//~ MONO_ITEM fn left::generic::<u32> @@ by_module-left.volatile[External]
//~ MONO_ITEM fn left::helper @@ by_module-left[External]
//~ MONO_ITEM fn left::inner::Thing::method @@ by_module-left-inner[Internal]
//~ MONO_ITEM fn left::inner::deep @@ by_module-left-inner[External]
//~ MONO_ITEM fn left::plain @@ by_module-left[External]
//~ MONO_ITEM fn main @@ by_module[External]
//~ MONO_ITEM fn right::always @@ by_module[Internal]
//~ MONO_ITEM fn right::inlined @@ by_module-right[External]
//~ MONO_ITEM fn right::plain @@ by_module-right[External]
//~ MONO_ITEM fn shared::<u16> @@ by_module.volatile[External]
//~ MONO_ITEM fn shared::<u8> @@ by_module.volatile[External]
//~ MONO_ITEM fn std::ptr::drop_in_place::<left::inner::Thing> - shim(Some(left::inner::Thing)) @@ by_module-fallback.cgu[External]
//~ MONO_ITEM static ROOT @@ by_module[Internal]
