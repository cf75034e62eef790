//@ edition: 2021
//@ crate-type: lib
//@ compile-flags: -Cincremental=$SCRATCH/inc
//@ check-cgus
// Other crates evaluate const functions, so what these call is exported.

pub struct Days(u32);

const fn called_by_public(x: u32) -> u32 {
    x + 1
}

const fn called_by_private(x: u32) -> u32 {
    x + 2
}

const fn called_through_crate(x: u32) -> u32 {
    x + 3
}

fn called_at_run_time(x: u32) -> u32 {
    x + 4
}

impl Days {
    pub const fn public(self) -> u32 {
        called_by_public(self.0)
    }

    const fn private(self) -> u32 {
        called_by_private(self.0)
    }

    pub(crate) const fn of_crate(self) -> u32 {
        called_through_crate(self.0)
    }

    pub const fn through_crate(self) -> u32 {
        self.of_crate()
    }

    pub fn at_run_time(self) -> u32 {
        called_at_run_time(self.private())
    }
}

//~ MONO_ITEM fn Days::at_run_time @@ library_const_fns[External]
//~ MONO_ITEM fn Days::of_crate @@ library_const_fns[External]
//~ MONO_ITEM fn Days::private @@ library_const_fns[Internal]
//~ MONO_ITEM fn Days::public @@ library_const_fns[External]
//~ MONO_ITEM fn Days::through_crate @@ library_const_fns[External]
//~ MONO_ITEM fn called_at_run_time @@ library_const_fns[Internal]
//~ MONO_ITEM fn called_by_private @@ library_const_fns[Internal]
//~ MONO_ITEM fn called_by_public @@ library_const_fns[External]
//~ MONO_ITEM fn called_through_crate @@ library_const_fns[External]
