//@ compile-flags: --cfg feature="extra" --cfg fast
// cfg on items, statements, expressions, fields, arms, impls and modules; cfg_attr and cfg!().
#[cfg(feature = "extra")]
fn extra() -> u32 {
    used_by_extra()
}

#[cfg(not(feature = "extra"))]
fn extra() -> u32 {
    missing_function()
}

fn used_by_extra() -> u32 {
    1
}

#[cfg(unix)]
mod platform {
    pub fn name() -> &'static str {
        "unix"
    }
}

#[cfg(not(unix))]
mod platform {
    pub fn name() -> &'static str {
        "other"
    }
}

#[cfg_attr(fast, derive(Clone))]
#[cfg_attr(slow, derive(Debug))]
struct Item {
    #[cfg(fast)]
    speed: u32,
    #[cfg(not(fast))]
    pace: u64,
}

impl Item {
    #[cfg(all(fast, feature = "extra"))]
    fn go(&self) -> u32 {
        self.speed
    }

    #[cfg(any(slow, feature = "none"))]
    fn go(&self) -> u64 {
        self.pace
    }
}

fn choose(n: u32) -> u32 {
    match n {
        #[cfg(fast)]
        0 => arm::<u8>(),
        #[cfg(slow)]
        1 => arm::<u16>(),
        _ => arm::<u32>(),
    }
}

fn arm<T>() -> u32 {
    std::mem::size_of::<T>() as u32
}

fn statement<T>(_: T) {}

fn main() {
    extra();
    platform::name();
    let item = Item {
        #[cfg(fast)]
        speed: 1,
        #[cfg(not(fast))]
        pace: 1,
    };
    item.clone().go();
    choose(0);
    #[cfg(fast)]
    statement("fast");
    #[cfg(not(fast))]
    statement('s');
    if cfg!(slow) {
        statement(1u8);
    }
    #[cfg(debug_assertions)]
    {
        statement(2.5);
    }
}

//~ MONO_ITEM fn <Item as std::clone::Clone>::clone
//~ MONO_ITEM fn Item::go
//~ MONO_ITEM fn arm::<u32>
//~ MONO_ITEM fn arm::<u8>
//~ MONO_ITEM fn choose
//~ MONO_ITEM fn extra
//~ MONO_ITEM fn main
//~ MONO_ITEM fn platform::name
//~ MONO_ITEM fn statement::<&str>
//~ MONO_ITEM fn statement::<f64>
//~ MONO_ITEM fn used_by_extra
