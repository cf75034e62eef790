// A number whose type is not settled yet is Send like every number, whatever impls of Send there are for other types.
use std::sync::atomic::AtomicPtr;

trait IntoPar {
    type Iter: Par<Item = Self::Item>;
    type Item: Send;
    fn into_par(self) -> Self::Iter;
}

trait Par: Sized {
    type Item: Send;
    fn len(self) -> usize;
}

impl<T: Par> IntoPar for T {
    type Iter = T;
    type Item = T::Item;
    fn into_par(self) -> T {
        self
    }
}

trait ParMut<'d> {
    type Iter: Par;
    fn par_mut(&'d mut self) -> Self::Iter;
}

impl<'d, I: 'd + ?Sized> ParMut<'d> for I
where
    &'d mut I: IntoPar,
{
    type Iter = <&'d mut I as IntoPar>::Iter;
    fn par_mut(&'d mut self) -> Self::Iter {
        self.into_par()
    }
}

struct SliceMut<'d, T>(&'d mut [T]);

impl<'d, T: Send + 'd> Par for SliceMut<'d, T> {
    type Item = &'d mut T;
    fn len(self) -> usize {
        self.0.len()
    }
}

impl<'d, T: Send> IntoPar for &'d mut [T] {
    type Item = &'d mut T;
    type Iter = SliceMut<'d, T>;
    fn into_par(self) -> SliceMut<'d, T> {
        SliceMut(self)
    }
}

impl<'d, T: Send> IntoPar for &'d mut Vec<T> {
    type Item = &'d mut T;
    type Iter = SliceMut<'d, T>;
    fn into_par(self) -> SliceMut<'d, T> {
        <&mut [T]>::into_par(self)
    }
}

struct Handle(AtomicPtr<u8>, *mut u8);
unsafe impl Send for Handle {}

fn main() {
    let mut counts = vec![1, 2];
    counts.par_mut().len();
    let mut shares = vec![0.5];
    shares.par_mut().len();
    Vec::<Handle>::new().par_mut().len();
}

//~ MONO_ITEM fn <&mut [Handle] as IntoPar>::into_par
//~ MONO_ITEM fn <&mut [f64] as IntoPar>::into_par
//~ MONO_ITEM fn <&mut [i32] as IntoPar>::into_par
//~ MONO_ITEM fn <&mut std::vec::Vec<Handle> as IntoPar>::into_par
//~ MONO_ITEM fn <&mut std::vec::Vec<f64> as IntoPar>::into_par
//~ MONO_ITEM fn <&mut std::vec::Vec<i32> as IntoPar>::into_par
//~ MONO_ITEM fn <SliceMut<'_, Handle> as Par>::len
//~ MONO_ITEM fn <SliceMut<'_, f64> as Par>::len
//~ MONO_ITEM fn <SliceMut<'_, i32> as Par>::len
//~ MONO_ITEM fn <std::vec::Vec<Handle> as ParMut<'_>>::par_mut
//~ MONO_ITEM fn <std::vec::Vec<f64> as ParMut<'_>>::par_mut
//~ MONO_ITEM fn <std::vec::Vec<i32> as ParMut<'_>>::par_mut
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<Handle>> - shim(Some(std::vec::Vec<Handle>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<f64>> - shim(Some(std::vec::Vec<f64>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<i32>> - shim(Some(std::vec::Vec<i32>))
