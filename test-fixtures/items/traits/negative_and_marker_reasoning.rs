// Methods chosen by what a type does not implement: inherent impls with different bounds.
struct Get<T>(T);
impl Get<u8> {
    fn kind(&self) -> u8 {
        1
    }
}
impl Get<&str> {
    fn kind(&self) -> u16 {
        2
    }
}
impl<T> Get<Vec<T>> {
    fn kind(&self) -> u32 {
        3
    }
}
impl<T, const N: usize> Get<[T; N]> {
    fn kind(&self) -> usize {
        N
    }
}
impl<A, R> Get<fn(A) -> R> {
    fn kind(&self) -> i8 {
        4
    }
}
trait ByRef {
    fn kind(&self) -> i16;
}
impl<T: Copy> ByRef for &Get<T> {
    fn kind(&self) -> i16 {
        5
    }
}
fn f(_: u8) -> u8 {
    0
}
fn main() {
    Get(1u8).kind();
    Get("a").kind();
    Get(vec![1]).kind();
    Get([1u8; 3]).kind();
    Get(f as fn(u8) -> u8).kind();
    (&&Get('c')).kind();
}

//~ MONO_ITEM fn <&Get<char> as ByRef>::kind
//~ MONO_ITEM fn Get::<&str>::kind
//~ MONO_ITEM fn Get::<[u8; 3]>::kind
//~ MONO_ITEM fn Get::<fn(u8) -> u8>::kind
//~ MONO_ITEM fn Get::<std::vec::Vec<i32>>::kind
//~ MONO_ITEM fn Get::<u8>::kind
//~ MONO_ITEM fn f
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<Get<std::vec::Vec<i32>>> - shim(Some(Get<std::vec::Vec<i32>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<i32>> - shim(Some(std::vec::Vec<i32>))
