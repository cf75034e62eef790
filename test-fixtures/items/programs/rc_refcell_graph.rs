// A tree with parents by Weak and children by Rc<RefCell>, mutation through borrows, and drops.
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

struct Node {
    name: &'static str,
    parent: RefCell<Weak<Node>>,
    children: RefCell<Vec<Rc<Node>>>,
    visits: Cell<u32>,
}

impl Node {
    fn new(name: &'static str) -> Rc<Node> {
        Rc::new(Node {
            name,
            parent: RefCell::new(Weak::new()),
            children: RefCell::new(vec![]),
            visits: Cell::new(0),
        })
    }

    fn adopt(parent: &Rc<Node>, child: Rc<Node>) {
        *child.parent.borrow_mut() = Rc::downgrade(parent);
        parent.children.borrow_mut().push(child);
    }

    fn depth(&self) -> usize {
        self.visits.set(self.visits.get() + 1);
        match self.parent.borrow().upgrade() {
            Some(parent) => parent.depth() + 1,
            None => 0,
        }
    }
}

struct Shared<T> {
    value: Rc<RefCell<T>>,
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Shared { value: Rc::clone(&self.value) }
    }
}

impl<T: Copy> Shared<T> {
    fn update(&self, f: impl FnOnce(T) -> T) {
        let old = *self.value.borrow();
        *self.value.borrow_mut() = f(old);
    }
}

fn main() {
    let root = Node::new("root");
    let leaf = Node::new("leaf");
    Node::adopt(&root, leaf.clone());
    let _ = leaf.depth() + root.children.borrow().len() + leaf.name.len();
    let counter = Shared { value: Rc::new(RefCell::new(1u8)) };
    let other = counter.clone();
    other.update(|n| n + 1);
    let _ = Rc::strong_count(&counter.value);
}

//~ MONO_ITEM fn <Shared<u8> as std::clone::Clone>::clone
//~ MONO_ITEM fn Node::adopt
//~ MONO_ITEM fn Node::depth
//~ MONO_ITEM fn Node::new
//~ MONO_ITEM fn Shared::<u8>::update::<{closure@rc_refcell_graph.rs:60:18: 60:21}>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn std::ptr::drop_in_place::<Node> - shim(Some(Node))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Shared<u8>> - shim(Some(Shared<u8>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[std::rc::Rc<Node>]> - shim(Some([std::rc::Rc<Node>]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::cell::Ref<'_, std::rc::Weak<Node>>> - shim(Some(std::cell::Ref<'_, std::rc::Weak<Node>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::cell::Ref<'_, std::vec::Vec<std::rc::Rc<Node>>>> - shim(Some(std::cell::Ref<'_, std::vec::Vec<std::rc::Rc<Node>>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::cell::Ref<'_, u8>> - shim(Some(std::cell::Ref<'_, u8>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::cell::RefCell<std::rc::Weak<Node>>> - shim(Some(std::cell::RefCell<std::rc::Weak<Node>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::cell::RefCell<std::vec::Vec<std::rc::Rc<Node>>>> - shim(Some(std::cell::RefCell<std::vec::Vec<std::rc::Rc<Node>>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::cell::RefMut<'_, std::rc::Weak<Node>>> - shim(Some(std::cell::RefMut<'_, std::rc::Weak<Node>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::cell::RefMut<'_, std::vec::Vec<std::rc::Rc<Node>>>> - shim(Some(std::cell::RefMut<'_, std::vec::Vec<std::rc::Rc<Node>>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::cell::RefMut<'_, u8>> - shim(Some(std::cell::RefMut<'_, u8>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::cell::UnsafeCell<std::rc::Weak<Node>>> - shim(Some(std::cell::UnsafeCell<std::rc::Weak<Node>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::cell::UnsafeCell<std::vec::Vec<std::rc::Rc<Node>>>> - shim(Some(std::cell::UnsafeCell<std::vec::Vec<std::rc::Rc<Node>>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::rc::Rc<Node>> - shim(Some(std::rc::Rc<Node>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::rc::Rc<std::cell::RefCell<u8>>> - shim(Some(std::rc::Rc<std::cell::RefCell<u8>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::rc::Weak<Node>> - shim(Some(std::rc::Weak<Node>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<std::rc::Rc<Node>>> - shim(Some(std::vec::Vec<std::rc::Rc<Node>>))
