//@ crate-type: bin
// What is left of a box whose contents may have been moved out: its allocation, and what allocated it.
#![feature(allocator_api)]
use std::alloc::Allocator;

fn contents<T, A: Allocator>(owned: Box<T, A>) -> T {
    *owned
}
fn contents_or_all<T, A: Allocator>(owned: Box<T, A>, takes: bool) {
    if takes {
        let _contents = *owned;
    }
    done()
}
fn box_or_contents(owned: Box<String>, whole: bool, part: bool) {
    if whole {
        drop(owned)
    } else if part {
        let contents = *owned;
        drop(contents)
    }
    done()
}
fn done() {}

fn main() {
    contents(Box::new(1u8));
    contents_or_all(Box::new(1u8), true);
    box_or_contents(Box::new(String::new()), true, false);
}

//~ SIZE 1 done
//~ SIZE 21 contents
//~ SIZE 39 contents_or_all
//~ SIZE 49 box_or_contents
//~ SIZE 8 main
