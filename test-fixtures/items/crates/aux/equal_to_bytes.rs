pub struct Value(pub u8);

impl PartialEq<Value> for u8 {
    fn eq(&self, other: &Value) -> bool {
        *self == other.0
    }
}
