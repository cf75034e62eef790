// Owned trait objects: unsizing of boxes in lets, arguments, returns and fields; drop glue of the objects.
trait Task {
    fn run(self: Box<Self>) -> i32;
    fn peek(&self) -> i32;
}

struct Add(i32, i32);
struct Chain {
    first: Box<dyn Task>,
    then: Option<Box<dyn Task>>,
}

impl Task for Add {
    fn run(self: Box<Self>) -> i32 {
        self.0 + self.1
    }
    fn peek(&self) -> i32 {
        self.0
    }
}

impl Task for Chain {
    fn run(self: Box<Self>) -> i32 {
        let Chain { first, then } = *self;
        let n = first.run();
        match then {
            Some(next) => n + next.run(),
            None => n,
        }
    }
    fn peek(&self) -> i32 {
        self.first.peek()
    }
}

fn boxed(n: i32) -> Box<dyn Task> {
    if n > 0 {
        Box::new(Add(n, n))
    } else {
        Box::new(Chain { first: Box::new(Add(0, 0)), then: None })
    }
}

fn main() {
    let task: Box<dyn Task> = Box::new(Chain { first: boxed(1), then: Some(boxed(-1)) });
    let _ = task.peek();
    task.run();
}

//~ MONO_ITEM fn <Add as Task>::peek
//~ MONO_ITEM fn <Add as Task>::run
//~ MONO_ITEM fn <Chain as Task>::peek
//~ MONO_ITEM fn <Chain as Task>::run
//~ MONO_ITEM fn boxed
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<Chain> - shim(Some(Chain))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn Task> - shim(Some(dyn Task))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<Add>> - shim(Some(std::boxed::Box<Add>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn Task>> - shim(Some(std::boxed::Box<dyn Task>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<std::boxed::Box<dyn Task>>> - shim(Some(std::option::Option<std::boxed::Box<dyn Task>>))
