//@ edition: 2015
// `async`, `dyn` and `try` are names in the 2015 edition.
use keywords::{async, sync};
use std::fmt::Debug;

mod keywords {
    pub fn async<T>() -> Option<T> {
        None
    }
    pub fn sync<T>(_: T) {}
}

mod dyn {
    pub struct Value<T>(pub T);
    pub fn make<T>(value: T) -> Value<T> {
        Value(value)
    }
}

trait Try {
    fn try(&mut self) -> bool;
    fn run<T>(&self, _: T) {}
}

impl Try for u8 {
    fn try(&mut self) -> bool {
        let try = match Some(*self) {
            Some(value) => show(value),
            None => false,
        };
        match try {
            true => show(1u16),
            false => show(1i16),
        }
    }
}

struct Channel<A> {
    async: A,
    try: bool,
}

impl<A: Copy> Channel<A> {
    fn new(async: A, try: bool) -> Channel<A> {
        let (left, _) = if try { (async, 1) } else { (async, 2) };
        if try && keywords::async::<u64>().is_none() {
            show(1u32);
        }
        while !try {
            show(1i32);
        }
        Channel { async: left, try: try }
    }
    fn run(&self, try: bool) -> Result<A, ()> {
        try!(check(try));
        let async = self.async;
        let dyn = check(self.try);
        dyn.map(|_| async)
    }
}

fn check<T: Debug>(_: T) -> Result<u8, ()> {
    Ok(1)
}

fn show<T: Debug>(_: T) -> bool {
    true
}

fn object(value: &Debug, boxed: Box<dyn Debug + Send>, pointer: *const dyn (::std::fmt::Debug)) {
    show(value);
    show(boxed);
    sync(pointer);
}

fn main() {
    let channel: Option<u8> = async();
    show(channel);
    let pair = (async::<u16>(), 1);
    show(pair);
    sync(async::<f32>());
    let mut n = 1u8;
    if n.try() {
        n.run('x');
    }
    let value: dyn::Value<u8> = dyn::make(1);
    sync(value);
    let c = Channel::new(1.5f64, true);
    c.run(true);
    object(&1, Box::new(2), &3u8);
}

//~ MONO_ITEM fn <u8 as Try>::run::<char>
//~ MONO_ITEM fn <u8 as Try>::try
//~ MONO_ITEM fn Channel::<f64>::new
//~ MONO_ITEM fn Channel::<f64>::run
//~ MONO_ITEM fn Channel::<f64>::run::{closure#0}
//~ MONO_ITEM fn check::<bool>
//~ MONO_ITEM fn dyn::make::<u8>
//~ MONO_ITEM fn keywords::async::<f32>
//~ MONO_ITEM fn keywords::async::<u16>
//~ MONO_ITEM fn keywords::async::<u64>
//~ MONO_ITEM fn keywords::async::<u8>
//~ MONO_ITEM fn keywords::sync::<*const dyn std::fmt::Debug>
//~ MONO_ITEM fn keywords::sync::<dyn::Value<u8>>
//~ MONO_ITEM fn keywords::sync::<std::option::Option<f32>>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn show::<&dyn std::fmt::Debug>
//~ MONO_ITEM fn show::<(std::option::Option<u16>, i32)>
//~ MONO_ITEM fn show::<i16>
//~ MONO_ITEM fn show::<i32>
//~ MONO_ITEM fn show::<std::boxed::Box<dyn std::fmt::Debug + std::marker::Send>>
//~ MONO_ITEM fn show::<std::option::Option<u8>>
//~ MONO_ITEM fn show::<u16>
//~ MONO_ITEM fn show::<u32>
//~ MONO_ITEM fn show::<u8>
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn std::fmt::Debug + std::marker::Send> - shim(Some(dyn std::fmt::Debug + std::marker::Send))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn std::fmt::Debug + std::marker::Send>> - shim(Some(std::boxed::Box<dyn std::fmt::Debug + std::marker::Send>))
