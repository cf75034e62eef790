mod below {
    #[path = "detour_below.rs"]
    pub mod inner;
}

pub fn run() {
    crate::twice(|n| n + below::inner::add());
}
