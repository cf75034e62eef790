//! Arrays compared with arrays and slices.

impl<T, U, const N: usize> PartialEq<[U; N]> for [T; N]
where
    T: PartialEq<U>,
{
    #[inline]
    fn eq(&self, other: &[U; N]) -> bool {
        SpecArrayEq::spec_eq(self, other)
    }

    #[inline]
    fn ne(&self, other: &[U; N]) -> bool {
        SpecArrayEq::spec_ne(self, other)
    }
}

impl<T, U, const N: usize> PartialEq<[U]> for [T; N]
where
    T: PartialEq<U>,
{
    #[inline]
    fn eq(&self, other: &[U]) -> bool {
        match <&[U; N]>::try_from(other) {
            Ok(b) => *self == *b,
            Err(_) => false,
        }
    }
}

impl<T, U, const N: usize> PartialEq<[U; N]> for [T]
where
    T: PartialEq<U>,
{
    #[inline]
    fn eq(&self, other: &[U; N]) -> bool {
        match <&[T; N]>::try_from(self) {
            Ok(b) => *b == *other,
            Err(_) => false,
        }
    }
}

macro_rules! array_slice_reference_eq {
    ($($slice:ty;)*) => {$(
        impl<T, U, const N: usize> PartialEq<$slice> for [T; N]
        where
            T: PartialEq<U>,
        {
            #[inline]
            fn eq(&self, other: &$slice) -> bool {
                *self == **other
            }
        }
    )*};
}

array_slice_reference_eq! {
    &[U];
    &mut [U];
}

macro_rules! slice_reference_array_eq {
    ($($slice:ty;)*) => {$(
        impl<T, U, const N: usize> PartialEq<[U; N]> for $slice
        where
            T: PartialEq<U>,
        {
            #[inline]
            fn eq(&self, other: &[U; N]) -> bool {
                **self == *other
            }
        }
    )*};
}

slice_reference_array_eq! {
    &[T];
    &mut [T];
}

impl<T: Eq, const N: usize> Eq for [T; N] {}

trait SpecArrayEq<Other, const N: usize>: Sized {
    fn spec_eq(a: &[Self; N], b: &[Other; N]) -> bool;
    fn spec_ne(a: &[Self; N], b: &[Other; N]) -> bool;
}

impl<T: PartialEq<Other>, Other, const N: usize> SpecArrayEq<Other, N> for T {
    fn spec_eq(a: &[Self; N], b: &[Other; N]) -> bool {
        a[..] == b[..]
    }

    fn spec_ne(a: &[Self; N], b: &[Other; N]) -> bool {
        a[..] != b[..]
    }
}
