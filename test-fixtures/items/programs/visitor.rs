// Visitors: a trait with provided walks, two visitors over one tree, static and dynamic dispatch.
enum Node {
    Text(&'static str),
    Element { name: &'static str, children: Vec<Node> },
}

trait Visitor {
    type Output;
    fn text(&mut self, text: &str);
    fn enter(&mut self, _name: &str) {}
    fn leave(&mut self, _name: &str) {}
    fn finish(self) -> Self::Output;
}

struct Depth {
    now: usize,
    max: usize,
}

struct Words<'a> {
    count: &'a mut usize,
}

impl Visitor for Depth {
    type Output = usize;
    fn text(&mut self, _: &str) {}
    fn enter(&mut self, _: &str) {
        self.now += 1;
        if self.now > self.max {
            self.max = self.now;
        }
    }
    fn leave(&mut self, _: &str) {
        self.now -= 1;
    }
    fn finish(self) -> usize {
        self.max
    }
}

impl<'a> Visitor for Words<'a> {
    type Output = ();
    fn text(&mut self, text: &str) {
        *self.count += text.split(' ').count();
    }
    fn finish(self) {}
}

impl Node {
    fn walk<V: Visitor>(&self, visitor: &mut V) {
        match self {
            Node::Text(text) => visitor.text(text),
            Node::Element { name, children } => {
                visitor.enter(name);
                for child in children {
                    child.walk(visitor);
                }
                visitor.leave(name);
            }
        }
    }

    fn visit<V: Visitor>(&self, mut visitor: V) -> V::Output {
        self.walk(&mut visitor);
        visitor.finish()
    }
}

fn main() {
    let tree = Node::Element {
        name: "p",
        children: vec![Node::Text("one two"), Node::Element { name: "b", children: Vec::new() }],
    };
    tree.visit(Depth { now: 0, max: 0 });
    let mut count = 0;
    tree.visit(Words { count: &mut count });
}

//~ MONO_ITEM fn <Depth as Visitor>::enter
//~ MONO_ITEM fn <Depth as Visitor>::finish
//~ MONO_ITEM fn <Depth as Visitor>::leave
//~ MONO_ITEM fn <Depth as Visitor>::text
//~ MONO_ITEM fn <Words<'_> as Visitor>::enter
//~ MONO_ITEM fn <Words<'_> as Visitor>::finish
//~ MONO_ITEM fn <Words<'_> as Visitor>::leave
//~ MONO_ITEM fn <Words<'_> as Visitor>::text
//~ MONO_ITEM fn Node::visit::<Depth>
//~ MONO_ITEM fn Node::visit::<Words<'_>>
//~ MONO_ITEM fn Node::walk::<Depth>
//~ MONO_ITEM fn Node::walk::<Words<'_>>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<Node> - shim(Some(Node))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[Node]> - shim(Some([Node]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<std::mem::MaybeUninit<[Node; 2]>>> - shim(Some(std::boxed::Box<std::mem::MaybeUninit<[Node; 2]>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<Node>> - shim(Some(std::vec::Vec<Node>))
