//@ edition: 2021
// What an argument says of a lifetime in an associated type constrains nothing: where the return type has it, it is a
// parameter like any other.
trait Query {
    type State;
    type Fetch<'w>;
    type Item<'w>;

    fn fetch<'w, 's>(state: &'s Self::State, fetch: &mut Self::Fetch<'w>) -> Self::Item<'w>;
}

struct Whole(u8);

impl Query for Whole {
    type State = u8;
    type Fetch<'w> = Option<&'w Whole>;
    type Item<'w> = &'w Whole;

    fn fetch<'w, 's>(_: &'s u8, fetch: &mut Self::Fetch<'w>) -> &'w Whole {
        fetch.take().unwrap()
    }
}

trait Input {
    type Inner<'i>;
}

impl Input for u8 {
    type Inner<'i> = &'i u8;
}

trait From<In: Input> {
    fn from<'i>(inner: In::Inner<'i>) -> In::Inner<'i>;
    fn both<'i>(inner: In::Inner<'i>, other: &'i u8) -> In::Inner<'i>;
}

impl<In: Input> From<In> for In {
    fn from<'i>(inner: In::Inner<'i>) -> In::Inner<'i> {
        inner
    }

    fn both<'i>(inner: In::Inner<'i>, _: &'i u8) -> In::Inner<'i> {
        inner
    }
}

fn query<Q: Query>(state: &Q::State, mut fetch: Q::Fetch<'_>) {
    Q::fetch(state, &mut fetch);
}

fn free<'i, In: Input>(inner: In::Inner<'i>) -> In::Inner<'i> {
    <In as From<In>>::from(inner)
}

fn main() {
    query::<Whole>(&1, Some(&Whole(1)));
    free::<u8>(&2);
    <u8 as From<u8>>::both(&1, &2);
}

//~ MONO_ITEM fn <Whole as Query>::fetch::<'_>
//~ MONO_ITEM fn <u8 as From<u8>>::both
//~ MONO_ITEM fn <u8 as From<u8>>::from::<'_>
//~ MONO_ITEM fn free::<'_, u8>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn query::<Whole>
