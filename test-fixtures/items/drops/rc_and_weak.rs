// Shared ownership: the glue of what is shared comes with the pointer's.
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use std::sync::Arc;

struct Node {
    parent: RefCell<Weak<Node>>,
    children: RefCell<Vec<Rc<Node>>>,
    name: String,
}

impl Drop for Node {
    fn drop(&mut self) {}
}

struct Config(u8);

fn main() {
    let leaf = Rc::new(Node {
        parent: RefCell::new(Weak::new()),
        children: RefCell::new(Vec::new()),
        name: String::new(),
    });
    let _ = leaf.name.len() + leaf.children.borrow().len();
    let up = leaf.parent.borrow().upgrade();
    drop(up);
    let config: Arc<Config> = Arc::new(Config(1));
    let other = Arc::clone(&config);
    let _ = other.0;
}

//~ MONO_ITEM fn <Node as std::ops::Drop>::drop
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<Node> - shim(Some(Node))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[std::rc::Rc<Node>]> - shim(Some([std::rc::Rc<Node>]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::cell::Ref<'_, std::rc::Weak<Node>>> - shim(Some(std::cell::Ref<'_, std::rc::Weak<Node>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::cell::Ref<'_, std::vec::Vec<std::rc::Rc<Node>>>> - shim(Some(std::cell::Ref<'_, std::vec::Vec<std::rc::Rc<Node>>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::cell::RefCell<std::rc::Weak<Node>>> - shim(Some(std::cell::RefCell<std::rc::Weak<Node>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::cell::RefCell<std::vec::Vec<std::rc::Rc<Node>>>> - shim(Some(std::cell::RefCell<std::vec::Vec<std::rc::Rc<Node>>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::cell::UnsafeCell<std::rc::Weak<Node>>> - shim(Some(std::cell::UnsafeCell<std::rc::Weak<Node>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::cell::UnsafeCell<std::vec::Vec<std::rc::Rc<Node>>>> - shim(Some(std::cell::UnsafeCell<std::vec::Vec<std::rc::Rc<Node>>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<std::rc::Rc<Node>>> - shim(Some(std::option::Option<std::rc::Rc<Node>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::rc::Rc<Node>> - shim(Some(std::rc::Rc<Node>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::rc::Weak<Node>> - shim(Some(std::rc::Weak<Node>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::sync::Arc<Config>> - shim(Some(std::sync::Arc<Config>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<std::rc::Rc<Node>>> - shim(Some(std::vec::Vec<std::rc::Rc<Node>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
