// Typestate: states as type parameters, transitions that consume, methods that exist in one state only.
use std::marker::PhantomData;

struct Open;
struct Closed;
struct Locked<By>(PhantomData<By>);
struct Key;

struct Door<S> {
    uses: u32,
    log: Log,
    state: PhantomData<S>,
}

struct Log(Vec<u8>);

impl<S> Door<S> {
    fn to<N>(mut self) -> Door<N> {
        self.uses += 1;
        self.log.0.push(1);
        Door { uses: self.uses, log: self.log, state: PhantomData }
    }
}

impl Door<Closed> {
    fn new() -> Self {
        Door { uses: 0, log: Log(Vec::new()), state: PhantomData }
    }
    fn open(self) -> Door<Open> {
        self.to()
    }
    fn lock<K>(self, _key: &K) -> Door<Locked<K>> {
        self.to()
    }
}

impl Door<Open> {
    fn close(self) -> Door<Closed> {
        self.to()
    }
    fn walk_through(&self) -> u32 {
        self.uses
    }
}

impl<K> Door<Locked<K>> {
    fn unlock(self, _key: K) -> Door<Closed> {
        self.to()
    }
}

fn main() {
    let door = Door::new().open();
    door.walk_through();
    let key = Key;
    let locked = door.close().lock(&key);
    locked.unlock(key).open();
    let _ = Door::new().lock(&7u8);
}

//~ MONO_ITEM fn Door::<Closed>::lock::<Key>
//~ MONO_ITEM fn Door::<Closed>::lock::<u8>
//~ MONO_ITEM fn Door::<Closed>::new
//~ MONO_ITEM fn Door::<Closed>::open
//~ MONO_ITEM fn Door::<Closed>::to::<Locked<Key>>
//~ MONO_ITEM fn Door::<Closed>::to::<Locked<u8>>
//~ MONO_ITEM fn Door::<Closed>::to::<Open>
//~ MONO_ITEM fn Door::<Locked<Key>>::to::<Closed>
//~ MONO_ITEM fn Door::<Locked<Key>>::unlock
//~ MONO_ITEM fn Door::<Open>::close
//~ MONO_ITEM fn Door::<Open>::to::<Closed>
//~ MONO_ITEM fn Door::<Open>::walk_through
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<Door<Closed>> - shim(Some(Door<Closed>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Door<Locked<Key>>> - shim(Some(Door<Locked<Key>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Door<Locked<u8>>> - shim(Some(Door<Locked<u8>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Door<Open>> - shim(Some(Door<Open>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Log> - shim(Some(Log))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
