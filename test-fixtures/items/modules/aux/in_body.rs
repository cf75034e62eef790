// A module file that is part of the fixture `files_in_bodies`.
pub struct Lazy<T>(pub T);

impl<T: Clone> Lazy<T> {
    pub fn get(&self) -> T {
        self.0.clone()
    }
}
