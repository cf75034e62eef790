// A module whose own file says that it is hidden.
#[path = "hidden_inside.rs"]
pub mod first;

pub mod second {
    pub use crate::first::made;
}
