//! Turning things into iterators, and iterators into things.

pub trait FromIterator<A>: Sized {
    fn from_iter<T: IntoIterator<Item = A>>(iter: T) -> Self;
}

#[rustc_skip_during_method_dispatch(array, boxed_slice)]
pub trait IntoIterator {
    type Item;
    type IntoIter: Iterator<Item = Self::Item>;

    #[lang = "into_iter"]
    fn into_iter(self) -> Self::IntoIter;
}

impl<I: Iterator> IntoIterator for I {
    type Item = I::Item;
    type IntoIter = I;

    #[inline]
    fn into_iter(self) -> I {
        self
    }
}

pub trait Extend<A> {
    fn extend<T: IntoIterator<Item = A>>(&mut self, iter: T);

    fn extend_one(&mut self, item: A) {
        self.extend(Some(item));
    }

    fn extend_reserve(&mut self, additional: usize) {
        let _ = additional;
    }
}

impl Extend<()> for () {
    fn extend<T: IntoIterator<Item = ()>>(&mut self, iter: T) {
        iter.into_iter().for_each(drop)
    }

    fn extend_one(&mut self, _item: ()) {}
}

macro_rules! impl_extend_tuple {
    ($(($ty:ident, $extend_ty:ident, $index:tt)),+) => {
        impl<$($ty,)+ $($extend_ty,)+> Extend<($($ty,)+)> for ($($extend_ty,)+)
        where
            $($extend_ty: Extend<$ty>,)+
        {
            fn extend<Iter: IntoIterator<Item = ($($ty,)+)>>(&mut self, iter: Iter) {
                let iter = iter.into_iter();
                let (lower_bound, _) = iter.size_hint();
                if lower_bound > 0 {
                    self.extend_reserve(lower_bound);
                }
                iter.for_each(|item| self.extend_one(item))
            }

            fn extend_one(&mut self, item: ($($ty,)+)) {
                $(self.$index.extend_one(item.$index);)+
            }

            fn extend_reserve(&mut self, additional: usize) {
                $(self.$index.extend_reserve(additional);)+
            }
        }

        impl<$($ty,)+ $($extend_ty,)+> FromIterator<($($ty,)+)> for ($($extend_ty,)+)
        where
            $($extend_ty: Default + Extend<$ty>,)+
        {
            fn from_iter<Iter: IntoIterator<Item = ($($ty,)+)>>(iter: Iter) -> Self {
                let mut res = Self::default();
                res.extend(iter);
                res
            }
        }
    };
}

impl_extend_tuple!((A, ExA, 0));
impl_extend_tuple!((A, ExA, 0), (B, ExB, 1));
impl_extend_tuple!((A, ExA, 0), (B, ExB, 1), (C, ExC, 2));
impl_extend_tuple!((A, ExA, 0), (B, ExB, 1), (C, ExC, 2), (D, ExD, 3));
