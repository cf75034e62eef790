// Lifetimes are erased: one copy whatever they are; bounds on them and higher-ranked ones included.
struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    fn new(text: &'a str) -> Self {
        Cursor { text, at: 0 }
    }

    fn word(&mut self) -> Option<&'a str> {
        let bytes = self.text.as_bytes();
        let start = self.at;
        while self.at < bytes.len() && bytes[self.at] != b' ' {
            self.at += 1;
        }
        if start == self.at {
            None
        } else {
            let word = &self.text[start..self.at];
            self.at += 1;
            Some(word)
        }
    }
}

fn longest<'a, 'b: 'a, T: ?Sized>(a: &'a T, _b: &'b T) -> &'a T {
    a
}

fn with_str<F>(f: F) -> usize
where
    F: for<'x> Fn(&'x str) -> &'x str,
{
    let owned = ['a', 'b'];
    f("static").len() + owned.len()
}

trait Borrowed<'a> {
    fn get(&'a self) -> &'a i32;
}

impl<'a> Borrowed<'a> for i32 {
    fn get(&'a self) -> &'a i32 {
        self
    }
}

fn read<T>(t: &T) -> i32
where
    T: for<'a> Borrowed<'a>,
{
    *t.get()
}

fn main() {
    let mut cursor = Cursor::new("one two");
    while let Some(word) = cursor.word() {
        let _ = longest(word, "static");
    }
    let n = 5;
    let _ = longest(&n, &7);
    with_str(|s| s);
    read(&n);
}

//~ MONO_ITEM fn <i32 as Borrowed<'_>>::get
//~ MONO_ITEM fn Cursor::<'_>::new
//~ MONO_ITEM fn Cursor::<'_>::word
//~ MONO_ITEM fn longest::<'_, '_, i32>
//~ MONO_ITEM fn longest::<'_, '_, str>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn read::<i32>
//~ MONO_ITEM fn with_str::<{closure@lifetimes.rs:64:14: 64:17}>
