// Comments between the words of attributes, with commas and delimiters in them.
#[cfg(all(
    unix,
    not(slow) // not slow, (never)
))]
fn chosen() -> u8 {
    1
}

#[cfg(any(not(unix), slow /* , unix */))]
fn chosen() -> u16 {
    2
}

#[derive(
    Clone,     // for `twice`, and others
    PartialEq, // ) and this
    /* Debug, */
)]
struct Item(String);

#[cfg_attr(unix, /* always, */ inline)]
fn twice(item: &Item) -> bool {
    item.clone() == *item
}

fn main() {
    chosen();
    twice(&Item(String::new()));
}

//~ MONO_ITEM fn <Item as std::clone::Clone>::clone
//~ MONO_ITEM fn <Item as std::cmp::PartialEq>::eq
//~ MONO_ITEM fn chosen
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<Item> - shim(Some(Item))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
//~ MONO_ITEM fn twice
