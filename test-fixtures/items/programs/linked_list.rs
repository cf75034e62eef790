// A singly linked list of boxes: push, pop, iterators of the three kinds, Drop, FromIterator and Extend.
struct List<T> {
    head: Link<T>,
    len: usize,
}

type Link<T> = Option<Box<Node<T>>>;

struct Node<T> {
    item: T,
    next: Link<T>,
}

impl<T> List<T> {
    fn new() -> Self {
        List { head: None, len: 0 }
    }
    fn push(&mut self, item: T) {
        let next = self.head.take();
        self.head = Some(Box::new(Node { item, next }));
        self.len += 1;
    }
    fn pop(&mut self) -> Option<T> {
        self.head.take().map(|node| {
            self.head = node.next;
            self.len -= 1;
            node.item
        })
    }
    fn peek(&self) -> Option<&T> {
        self.head.as_ref().map(|node| &node.item)
    }
    fn iter(&self) -> Iter<'_, T> {
        Iter { next: self.head.as_deref() }
    }
}

impl<T> Drop for List<T> {
    fn drop(&mut self) {
        let mut link = self.head.take();
        while let Some(mut node) = link {
            link = node.next.take();
        }
    }
}

struct Iter<'a, T> {
    next: Option<&'a Node<T>>,
}

impl<'a, T> Iterator for Iter<'a, T> {
    type Item = &'a T;
    fn next(&mut self) -> Option<&'a T> {
        self.next.map(|node| {
            self.next = node.next.as_deref();
            &node.item
        })
    }
}

struct IntoIter<T>(List<T>);

impl<T> Iterator for IntoIter<T> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        self.0.pop()
    }
}

impl<T> IntoIterator for List<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;
    fn into_iter(self) -> IntoIter<T> {
        IntoIter(self)
    }
}

impl<T> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut list = List::new();
        list.extend(items);
        list
    }
}

impl<T> Extend<T> for List<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
        for item in items {
            self.push(item);
        }
    }
}

fn main() {
    let mut list: List<u32> = (1..4).collect();
    list.peek();
    let _ = list.iter().map(|n| n + 1).max();
    list.pop();
    for item in list {
        let _ = item;
    }
    let mut texts = List::new();
    texts.push(String::from("x"));
    texts.extend(["y".to_string()]);
}

//~ MONO_ITEM fn <IntoIter<u32> as std::iter::Iterator>::next
//~ MONO_ITEM fn <Iter<'_, u32> as std::iter::Iterator>::next
//~ MONO_ITEM fn <Iter<'_, u32> as std::iter::Iterator>::next::{closure#0}
//~ MONO_ITEM fn <List<std::string::String> as std::iter::Extend<std::string::String>>::extend::<[std::string::String; 1]>
//~ MONO_ITEM fn <List<std::string::String> as std::ops::Drop>::drop
//~ MONO_ITEM fn <List<u32> as std::iter::Extend<u32>>::extend::<std::ops::Range<u32>>
//~ MONO_ITEM fn <List<u32> as std::iter::FromIterator<u32>>::from_iter::<std::ops::Range<u32>>
//~ MONO_ITEM fn <List<u32> as std::iter::IntoIterator>::into_iter
//~ MONO_ITEM fn <List<u32> as std::ops::Drop>::drop
//~ MONO_ITEM fn List::<std::string::String>::new
//~ MONO_ITEM fn List::<std::string::String>::push
//~ MONO_ITEM fn List::<u32>::iter
//~ MONO_ITEM fn List::<u32>::new
//~ MONO_ITEM fn List::<u32>::peek
//~ MONO_ITEM fn List::<u32>::peek::{closure#0}
//~ MONO_ITEM fn List::<u32>::pop
//~ MONO_ITEM fn List::<u32>::pop::{closure#0}
//~ MONO_ITEM fn List::<u32>::push
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn std::ptr::drop_in_place::<IntoIter<u32>> - shim(Some(IntoIter<u32>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<List<std::string::String>> - shim(Some(List<std::string::String>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<List<u32>> - shim(Some(List<u32>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Node<std::string::String>> - shim(Some(Node<std::string::String>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Node<u32>> - shim(Some(Node<u32>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::array::IntoIter<std::string::String, 1>> - shim(Some(std::array::IntoIter<std::string::String, 1>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<Node<std::string::String>>> - shim(Some(std::boxed::Box<Node<std::string::String>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<Node<u32>>> - shim(Some(std::boxed::Box<Node<u32>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<std::boxed::Box<Node<std::string::String>>>> - shim(Some(std::option::Option<std::boxed::Box<Node<std::string::String>>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<std::boxed::Box<Node<u32>>>> - shim(Some(std::option::Option<std::boxed::Box<Node<u32>>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
