// `for` over what implements IntoIterator: by value, by reference, over ranges, and a user's own iterator.
struct Deck {
    cards: [u8; 4],
}

struct DeckIter<'a> {
    deck: &'a Deck,
    at: usize,
}

impl<'a> Iterator for DeckIter<'a> {
    type Item = &'a u8;
    fn next(&mut self) -> Option<&'a u8> {
        let card = self.deck.cards.get(self.at);
        self.at += 1;
        card
    }
}

impl<'a> IntoIterator for &'a Deck {
    type Item = &'a u8;
    type IntoIter = DeckIter<'a>;
    fn into_iter(self) -> DeckIter<'a> {
        DeckIter { deck: self, at: 0 }
    }
}

struct Pairs<I: Iterator> {
    inner: I,
}

impl<I: Iterator> Iterator for Pairs<I> {
    type Item = (I::Item, I::Item);
    fn next(&mut self) -> Option<Self::Item> {
        let a = self.inner.next()?;
        let b = self.inner.next()?;
        Some((a, b))
    }
}

fn pairs<I: IntoIterator>(items: I) -> Pairs<I::IntoIter> {
    Pairs { inner: items.into_iter() }
}

fn main() {
    let deck = Deck { cards: [1, 2, 3, 4] };
    let mut sum = 0u32;
    for card in &deck {
        sum += *card as u32;
    }
    for (a, b) in pairs(&deck) {
        sum += (a * b) as u32;
    }
    for (lo, hi) in pairs(0..4u64) {
        sum += (hi - lo) as u32;
    }
    for i in (0..=2).rev() {
        sum += i;
    }
    for letter in ['a', 'b'] {
        sum += letter as u32;
    }
    let mut items = [1i8, 2, 3];
    for item in &mut items {
        *item += 1;
    }
    for _ in (DeckIter { deck: &deck, at: 2 }) {
        sum -= 1;
    }
}

//~ MONO_ITEM fn <&Deck as std::iter::IntoIterator>::into_iter
//~ MONO_ITEM fn <DeckIter<'_> as std::iter::Iterator>::next
//~ MONO_ITEM fn <Pairs<DeckIter<'_>> as std::iter::Iterator>::next
//~ MONO_ITEM fn <Pairs<std::ops::Range<u64>> as std::iter::Iterator>::next
//~ MONO_ITEM fn main
//~ MONO_ITEM fn pairs::<&Deck>
//~ MONO_ITEM fn pairs::<std::ops::Range<u64>>
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::array::IntoIter<char, 2>> - shim(Some(std::array::IntoIter<char, 2>))
