// Generic traits as objects, objects with associated types, and inherent methods on `dyn Trait`.
trait Source<T> {
    type Error;
    fn next(&mut self) -> Result<T, Self::Error>;
}

struct Counter(u8);

impl Source<u8> for Counter {
    type Error = ();
    fn next(&mut self) -> Result<u8, ()> {
        self.0 += 1;
        if self.0 > 3 { Err(()) } else { Ok(self.0) }
    }
}

impl Source<char> for Counter {
    type Error = &'static str;
    fn next(&mut self) -> Result<char, &'static str> {
        Err("no chars")
    }
}

struct Twice<'a, T, E>(&'a mut dyn Source<T, Error = E>);

impl<'a, T, E> Source<(T, T)> for Twice<'a, T, E> {
    type Error = E;
    fn next(&mut self) -> Result<(T, T), E> {
        let a = self.0.next()?;
        let b = self.0.next()?;
        Ok((a, b))
    }
}

impl<T> dyn Source<T, Error = ()> {
    fn drain(&mut self) -> usize {
        let mut n = 0;
        while self.next().is_ok() {
            n += 1;
        }
        n
    }
}

fn main() {
    let mut counter = Counter(0);
    let mut twice = Twice(&mut counter as &mut dyn Source<u8, Error = ()>);
    let _ = twice.next();
    let source: &mut dyn Source<u8, Error = ()> = &mut counter;
    source.drain();
    let chars: &mut dyn Source<char, Error = &'static str> = &mut counter;
    let _ = chars.next();
}

//~ MONO_ITEM fn <Counter as Source<char>>::next
//~ MONO_ITEM fn <Counter as Source<u8>>::next
//~ MONO_ITEM fn <Twice<'_, u8, ()> as Source<(u8, u8)>>::next
//~ MONO_ITEM fn main
