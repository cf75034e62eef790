use shapes::Registry;

#[test]
fn finds_what_was_added() {
    let mut registry = Registry::new();
    registry.add("one", 1_i64).add("two", 2);
    assert_eq!(registry.find("two"), Some(&2));
    assert_eq!(registry.find("three"), None);
}

#[test]
fn starts_empty() {
    assert!(Registry::<String>::new().is_empty());
}
