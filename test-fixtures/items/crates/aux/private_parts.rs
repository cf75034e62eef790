//@ edition: 2021
// Functions that are visible under another name than where they stand.
mod inner {
    pub async fn run() -> u8 {
        3
    }
    pub async fn generic<T>(value: T) -> T {
        value
    }
    pub fn plain() -> impl Fn() -> u8 {
        || 4
    }
}
pub use inner::{generic, plain, run};
