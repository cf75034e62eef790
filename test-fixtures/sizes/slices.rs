//@ crate-type: bin
// The length of a slice is read off a pointer to it: off the one that there is, where it may be copied.
fn read(slots: &[u32], index: usize) -> u32 {
    slots[index]
}
fn write(slots: &mut [u32], index: usize) {
    slots[index] = 1;
}
fn write_boxed(slots: &mut Box<[u32]>, index: usize) {
    slots[index] = 1;
}
fn ends(slots: &mut [u32]) -> u32 {
    match slots {
        [first, .., last] => *first + *last,
        [] => 1,
        _ => 0,
    }
}

fn main() {
    let mut slots = [1];
    read(&slots, 0);
    write(&mut slots, 0);
    let mut boxed: Box<[u32]> = Box::new([1]);
    write_boxed(&mut boxed, 0);
    ends(&mut slots);
}

//~ SIZE 19 main
//~ SIZE 21 ends
//~ SIZE 5 read
//~ SIZE 6 write
//~ SIZE 9 write_boxed
