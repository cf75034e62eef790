// Code as tools print it, token by token.
# [allow (dead_code)] mod inner { # [macro_export] macro_rules ! named { ("one") => { $ crate :: inner :: show :: < u8 > (1) } ; ("two") => { $ crate :: inner :: show :: < u16 > (2) } ; }
pub fn show < T > (_ : T) -> usize { 0 }
macro_rules ! local { ($ ($ x : ident) , *) => { $ (fn $ x () -> u32 { show (1u32) as u32 }) * } ; } local ! { first , second }
pub fn both () -> u32 { macro_rules ! within { () => { show :: < i8 > (1) } ; } within ! () ; first () + second () }
pub struct S < 'a , T : 'a + ? Sized > (pub & 'a T) ; impl < 'a , T : Clone > S < 'a , T > { pub fn get (& self) -> T { self . 0 . clone () } }
}

fn steps (x : u8) -> u8 { macro_rules ! step { ($ x : ident , $ by : expr) => { 'step : { if $ x > 1 { break 'step ; } inner :: show ($ by) ; } } ; } fn last < T > (x : T) -> T { x } step ! (x , 7i16) ; last (x) }

fn main() {
    steps(1);
    named!("one");
    named!("two");
    inner::both();
    inner::S(&1u64).get();
}

//~ MONO_ITEM fn inner::S::<'_, u64>::get
//~ MONO_ITEM fn inner::both
//~ MONO_ITEM fn inner::first
//~ MONO_ITEM fn inner::second
//~ MONO_ITEM fn inner::show::<i16>
//~ MONO_ITEM fn inner::show::<i8>
//~ MONO_ITEM fn inner::show::<u16>
//~ MONO_ITEM fn inner::show::<u32>
//~ MONO_ITEM fn inner::show::<u8>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn steps
//~ MONO_ITEM fn steps::last::<u8>
