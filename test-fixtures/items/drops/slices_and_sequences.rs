// Glue of sequences: boxed slices, arrays by value in a loop, vectors of tuples, shared slices, drained vectors.
use std::rc::Rc;

struct Bead(u8);

impl Drop for Bead {
    fn drop(&mut self) {
        self.0 = 0;
    }
}

struct Necklace {
    beads: Box<[Bead]>,
    spare: Option<Box<[Bead; 2]>>,
}

fn string(n: u8) -> Vec<(u8, Bead)> {
    let mut beads = Vec::new();
    for i in 0..n {
        beads.push((i, Bead(i)));
    }
    beads
}

fn shared() -> Rc<[Bead]> {
    Rc::from(vec![Bead(1)])
}

fn take_first(mut beads: Vec<Bead>) -> Option<Bead> {
    let first = beads.drain(..).next();
    first
}

fn main() {
    let necklace = Necklace { beads: vec![Bead(1), Bead(2)].into_boxed_slice(), spare: None };
    let _ = necklace.beads.len() + necklace.spare.iter().count();
    for bead in [Bead(3), Bead(4)] {
        let _ = bead.0;
    }
    for (i, bead) in string(2) {
        if i == bead.0 {
            break;
        }
    }
    let _ = shared().len();
    let _ = take_first(vec![Bead(5)]).is_some();
    let mut grid: [[Option<Bead>; 2]; 1] = [[None, Some(Bead(6))]];
    grid[0][0] = grid[0][1].take();
    let slice: &mut [Bead] = &mut [Bead(7)];
    slice[0] = Bead(8);
}

//~ MONO_ITEM fn <Bead as std::ops::Drop>::drop
//~ MONO_ITEM fn main
//~ MONO_ITEM fn shared
//~ MONO_ITEM fn std::ptr::drop_in_place::<(u8, Bead)> - shim(Some((u8, Bead)))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Bead> - shim(Some(Bead))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Necklace> - shim(Some(Necklace))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[(u8, Bead)]> - shim(Some([(u8, Bead)]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[Bead; 1]> - shim(Some([Bead; 1]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[Bead; 2]> - shim(Some([Bead; 2]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[Bead]> - shim(Some([Bead]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[[std::option::Option<Bead>; 2]; 1]> - shim(Some([[std::option::Option<Bead>; 2]; 1]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[std::option::Option<Bead>; 2]> - shim(Some([std::option::Option<Bead>; 2]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::array::IntoIter<Bead, 2>> - shim(Some(std::array::IntoIter<Bead, 2>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<[Bead; 2]>> - shim(Some(std::boxed::Box<[Bead; 2]>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<[Bead]>> - shim(Some(std::boxed::Box<[Bead]>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<Bead>> - shim(Some(std::option::Option<Bead>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<std::boxed::Box<[Bead; 2]>>> - shim(Some(std::option::Option<std::boxed::Box<[Bead; 2]>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::rc::Rc<[Bead]>> - shim(Some(std::rc::Rc<[Bead]>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Drain<'_, Bead>> - shim(Some(std::vec::Drain<'_, Bead>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::IntoIter<(u8, Bead)>> - shim(Some(std::vec::IntoIter<(u8, Bead)>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<(u8, Bead)>> - shim(Some(std::vec::Vec<(u8, Bead)>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<Bead>> - shim(Some(std::vec::Vec<Bead>))
//~ MONO_ITEM fn string
//~ MONO_ITEM fn take_first
