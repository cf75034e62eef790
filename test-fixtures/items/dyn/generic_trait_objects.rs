// One trait, several arguments: a vtable for each.
trait Sink<T> {
    fn put(&mut self, value: T);
    fn put_all(&mut self, values: Vec<T>) {
        for value in values {
            self.put(value);
        }
    }
}

struct Count(usize);

impl<T> Sink<T> for Count {
    fn put(&mut self, _: T) {
        self.0 += 1;
    }
}

fn feed(sink: &mut dyn Sink<u8>) {
    sink.put(1);
}

fn main() {
    let mut count = Count(0);
    feed(&mut count);
    let words: &mut dyn Sink<&str> = &mut count;
    words.put_all(vec!["a"]);
}

//~ MONO_ITEM fn <Count as Sink<&str>>::put
//~ MONO_ITEM fn <Count as Sink<&str>>::put_all
//~ MONO_ITEM fn <Count as Sink<u8>>::put
//~ MONO_ITEM fn <Count as Sink<u8>>::put_all
//~ MONO_ITEM fn feed
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::IntoIter<&str>> - shim(Some(std::vec::IntoIter<&str>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::IntoIter<u8>> - shim(Some(std::vec::IntoIter<u8>))
