//! Every nth item.

#[derive(Clone, Debug)]
pub struct StepBy<I> {
    iter: I,
    step_minus_one: usize,
    first_take: bool,
}

impl<I> StepBy<I> {
    #[inline]
    pub(in crate::iter) fn new(iter: I, step: usize) -> StepBy<I> {
        assert!(step != 0);
        StepBy { iter, step_minus_one: step - 1, first_take: true }
    }
}

impl<I> Iterator for StepBy<I>
where
    I: Iterator,
{
    type Item = I::Item;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let step_size = if self.first_take { 0 } else { self.step_minus_one };
        self.first_take = false;
        self.iter.nth(step_size)
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let (low, high) = self.iter.size_hint();
        let step = self.step_minus_one + 1;
        if self.first_take {
            let first = |n: usize| if n == 0 { 0 } else { 1 + (n - 1) / step };
            (first(low), high.map(first))
        } else {
            let other = |n: usize| n / step;
            (other(low), high.map(other))
        }
    }
}

impl<I> DoubleEndedIterator for StepBy<I>
where
    I: DoubleEndedIterator + ExactSizeIterator,
{
    #[inline]
    fn next_back(&mut self) -> Option<Self::Item> {
        let step = self.step_minus_one + 1;
        let rest = self.iter.len() % step;
        let back = if self.first_take && rest == 0 {
            self.step_minus_one
        } else if self.first_take {
            rest - 1
        } else {
            rest
        };
        self.iter.nth_back(back)
    }
}

impl<I> ExactSizeIterator for StepBy<I> where I: ExactSizeIterator {}
