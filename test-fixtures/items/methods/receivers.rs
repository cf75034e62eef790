// Every form of `self`: value, references, Box, Rc, Pin, and inherent functions without it.
use std::pin::Pin;
use std::rc::Rc;

struct Node {
    value: i32,
}

impl Node {
    fn new(value: i32) -> Self {
        Self { value }
    }
    fn get(&self) -> i32 {
        self.value
    }
    fn set(&mut self, value: i32) -> &mut Self {
        self.value = value;
        self
    }
    fn into_value(self) -> i32 {
        self.value
    }
    fn unbox(self: Box<Self>) -> i32 {
        self.value
    }
    fn share(self: Rc<Self>) -> i32 {
        Rc::strong_count(&self) as i32
    }
    fn peek(self: &Rc<Self>) -> i32 {
        self.get()
    }
    fn pinned(self: Pin<&mut Self>) -> i32 {
        self.value
    }
}

fn main() {
    let mut node = Node::new(1);
    node.set(2).set(3).get();
    node.into_value();
    Box::new(Node::new(4)).unbox();
    let rc = Rc::new(Node::new(5));
    rc.peek();
    rc.clone().share();
    let mut other = Node::new(6);
    Pin::new(&mut other).pinned();
    let f = Node::get;
    f(&other);
}

//~ MONO_ITEM fn Node::get
//~ MONO_ITEM fn Node::into_value
//~ MONO_ITEM fn Node::new
//~ MONO_ITEM fn Node::peek
//~ MONO_ITEM fn Node::pinned
//~ MONO_ITEM fn Node::set
//~ MONO_ITEM fn Node::share
//~ MONO_ITEM fn Node::unbox
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<Node>> - shim(Some(std::boxed::Box<Node>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::rc::Rc<Node>> - shim(Some(std::rc::Rc<Node>))
