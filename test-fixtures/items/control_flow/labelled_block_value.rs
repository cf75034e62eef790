// Blocks with labels are left early with a value; what is moved out of them is dropped elsewhere.
struct Guard(u8);

impl Drop for Guard {
    fn drop(&mut self) {}
}

fn pick<T: PartialEq>(xs: &[T], x: T) -> Option<usize> {
    'found: {
        for (i, y) in xs.iter().enumerate() {
            if *y == x {
                break 'found Some(i);
            }
        }
        None
    }
}

fn main() {
    let guard = 'made: {
        let g = Guard(1);
        if pick(&[1u8, 2], 2).is_some() {
            break 'made g;
        }
        Guard(2)
    };
    let _ = guard.0;
    pick(&["a"], "b");
}

//~ MONO_ITEM fn <Guard as std::ops::Drop>::drop
//~ MONO_ITEM fn main
//~ MONO_ITEM fn pick::<&str>
//~ MONO_ITEM fn pick::<u8>
//~ MONO_ITEM fn std::ptr::drop_in_place::<Guard> - shim(Some(Guard))
