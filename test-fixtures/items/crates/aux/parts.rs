//@ crate-type: rlib
// What it offers stands in a module that is not named by those who use it.
mod hidden {
    pub struct Part<T>(pub T);

    impl<T: Copy> Part<T> {
        pub fn get(&self) -> T {
            self.0
        }
    }
}

pub use hidden::Part;
