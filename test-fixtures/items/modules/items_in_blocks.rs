// Items nested in function bodies, with the scopes that they see; two inner functions of one name.
fn outer(flag: bool) -> i32 {
    const STEP: i32 = 10;

    fn helper(x: i32) -> i32 {
        x + STEP
    }

    struct Local(i32);

    impl Local {
        fn bump(self) -> i32 {
            helper(self.0)
        }
    }

    if flag {
        fn helper(x: i32) -> i32 {
            x - STEP
        }
        helper(1)
    } else {
        Local(5).bump()
    }
}

fn generic<T: Default>() -> T {
    // An inner item does not see the outer parameter: one copy, whatever T is.
    fn inner() -> usize {
        42
    }
    fn own<T: Default>() -> T {
        T::default()
    }
    let _ = inner();
    let _: u8 = own();
    own::<T>()
}

fn main() {
    outer(true);
    outer(false);
    let _: i64 = generic();
    let _: bool = generic();
}

//~ MONO_ITEM fn generic::<bool>
//~ MONO_ITEM fn generic::<i64>
//~ MONO_ITEM fn generic::inner
//~ MONO_ITEM fn generic::own::<bool>
//~ MONO_ITEM fn generic::own::<i64>
//~ MONO_ITEM fn generic::own::<u8>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn outer
//~ MONO_ITEM fn outer::Local::bump
//~ MONO_ITEM fn outer::helper
