pub fn add() -> u32 {
    crate::twice(|n| n * 2)
}
