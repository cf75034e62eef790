// Bodies, statements, arms and fields switched by cfg.
struct S {
    #[cfg(unix)]
    a: u8,
    #[cfg(not(unix))]
    b: String,
}
fn on<T>(_: T) {}
fn off() {}
#[cfg(debug_assertions)]
fn dbg() {
    on("debug")
}
#[cfg(not(debug_assertions))]
fn dbg() {
    off()
}
fn main() {
    #[cfg(unix)]
    on(1u8);
    #[cfg(not(unix))]
    off();
    let s = S {
        #[cfg(unix)]
        a: 1,
        #[cfg(not(unix))]
        b: String::new(),
    };
    match s.a {
        #[cfg(windows)]
        0 => off(),
        #[cfg(not(windows))]
        0 => on('c'),
        _ => on(2u16),
    }
    if cfg!(windows) {
        off()
    }
    dbg();
    let v = [
        #[cfg(windows)]
        1,
        2,
    ];
    on(v);
}

//~ MONO_ITEM fn dbg
//~ MONO_ITEM fn main
//~ MONO_ITEM fn on::<&str>
//~ MONO_ITEM fn on::<[i32; 1]>
//~ MONO_ITEM fn on::<char>
//~ MONO_ITEM fn on::<u16>
//~ MONO_ITEM fn on::<u8>
