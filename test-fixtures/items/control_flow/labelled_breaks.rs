// Labelled loops and blocks with values; code after a diverging expression; constant conditions.
fn visit<T>(_: T) {}

fn search(grid: &[[u8; 3]; 3], wanted: u8) -> Option<(usize, usize)> {
    'rows: for r in 0..3 {
        for c in 0..3 {
            if grid[r][c] == wanted {
                visit(r);
                break 'rows;
            }
            if grid[r][c] == 0 {
                continue 'rows;
            }
        }
        visit(r as u8);
    }
    None
}

fn number(kind: u8) -> i32 {
    let n = 'block: {
        if kind == 0 {
            break 'block 1;
        }
        if kind == 1 {
            break 'block compute(kind as i32);
        }
        3
    };
    let doubled = loop {
        if n > 2 {
            break n * 2;
        } else {
            break compute(n);
        }
    };
    doubled
}

fn compute(n: i32) -> i32 {
    n
}

fn only_after_return(flag: bool) -> u32 {
    if flag {
        return 1;
    }
    visit("reached");
    2
}

fn unreachable_tail() -> u32 {
    loop {
        visit(1.5f32);
        if compute(1) == 1 {
            return 4;
        }
    }
}

fn constant_condition() {
    if false {
        visit('n');
    }
    if cfg!(target_os = "none") {
        visit(1u128);
    }
    const DEBUG: bool = 1 + 1 == 3;
    if DEBUG {
        visit(());
    }
}

fn main() {
    search(&[[1, 2, 3], [4, 5, 6], [7, 8, 9]], 5);
    number(1);
    only_after_return(false);
    unreachable_tail();
    constant_condition();
}

//~ MONO_ITEM fn compute
//~ MONO_ITEM fn constant_condition
//~ MONO_ITEM fn main
//~ MONO_ITEM fn number
//~ MONO_ITEM fn only_after_return
//~ MONO_ITEM fn search
//~ MONO_ITEM fn unreachable_tail
//~ MONO_ITEM fn visit::<&str>
//~ MONO_ITEM fn visit::<f32>
//~ MONO_ITEM fn visit::<u8>
//~ MONO_ITEM fn visit::<usize>
