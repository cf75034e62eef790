// A module file that is part of the fixture `module_files`.
pub mod inner;

pub fn part<T: Default>() -> T {
    inner::count();
    T::default()
}
