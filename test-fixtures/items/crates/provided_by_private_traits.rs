//@ crate-type: lib
// What a private trait provides is compiled by others, if the trait has an impl: what it calls is a root, though all of
// it is written anew in the impl.
trait Lock {
    fn lock(&self) -> u8 {
        unsupported(1)
    }

    fn unlock(&self, n: u8) -> u8 {
        n
    }
}

fn unsupported(n: u8) -> u8 {
    n
}

pub struct File(u8);

impl Lock for File {
    fn lock(&self) -> u8 {
        self.0
    }

    fn unlock(&self, n: u8) -> u8 {
        n + 1
    }
}

trait NoImpl {
    fn provided(&self) -> u8 {
        not_reached(2)
    }
}

fn not_reached(n: u8) -> u8 {
    n
}

//~ MONO_ITEM fn <File as Lock>::lock
//~ MONO_ITEM fn <File as Lock>::unlock
//~ MONO_ITEM fn unsupported
