// A priority queue with reversed order, Cow for borrowed or owned text, and iterators over both.
use std::borrow::Cow;
use std::cmp::{Ordering, Reverse};
use std::collections::{BinaryHeap, VecDeque};

#[derive(PartialEq, Eq)]
struct Job {
    priority: u8,
    name: Cow<'static, str>,
}

impl Ord for Job {
    fn cmp(&self, other: &Self) -> Ordering {
        self.priority.cmp(&other.priority).then_with(|| other.name.cmp(&self.name))
    }
}

impl PartialOrd for Job {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

fn job(priority: u8, name: impl Into<Cow<'static, str>>) -> Job {
    Job { priority, name: name.into() }
}

fn escape(text: &str) -> Cow<'_, str> {
    if text.contains('<') {
        Cow::Owned(text.replace('<', "&lt;"))
    } else {
        Cow::Borrowed(text)
    }
}

fn main() {
    let mut heap = BinaryHeap::new();
    heap.push(job(1, "low"));
    heap.push(job(9, String::from("high")));
    while let Some(next) = heap.pop() {
        let _ = next.name.len();
    }
    let mut smallest = BinaryHeap::from(vec![Reverse(3), Reverse(1)]);
    let _ = smallest.pop().map(|Reverse(n)| n);
    let text = escape("a < b");
    let _ = text.into_owned().len() + escape("x").len();
    let mut queue: VecDeque<Job> = VecDeque::new();
    queue.push_back(job(2, "a"));
    if let Some(front) = queue.front_mut() {
        front.name.to_mut().push('!');
    }
    let _ = queue.pop_front().is_some();
}

//~ MONO_ITEM fn <Job as std::cmp::Ord>::cmp
//~ MONO_ITEM fn <Job as std::cmp::Ord>::cmp::{closure#0}
//~ MONO_ITEM fn <Job as std::cmp::PartialOrd>::partial_cmp
//~ MONO_ITEM fn escape
//~ MONO_ITEM fn job::<&str>
//~ MONO_ITEM fn job::<std::string::String>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn std::ptr::drop_in_place::<Job> - shim(Some(Job))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[Job]> - shim(Some([Job]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::borrow::Cow<'_, str>> - shim(Some(std::borrow::Cow<'_, str>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::collections::BinaryHeap<Job>> - shim(Some(std::collections::BinaryHeap<Job>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::collections::BinaryHeap<std::cmp::Reverse<i32>>> - shim(Some(std::collections::BinaryHeap<std::cmp::Reverse<i32>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::collections::VecDeque<Job>> - shim(Some(std::collections::VecDeque<Job>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<Job>> - shim(Some(std::option::Option<Job>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<Job>> - shim(Some(std::vec::Vec<Job>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<std::cmp::Reverse<i32>>> - shim(Some(std::vec::Vec<std::cmp::Reverse<i32>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
