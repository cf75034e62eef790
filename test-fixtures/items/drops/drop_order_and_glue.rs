// Glue of structs, tuples, arrays, enums and nested generics; none for types without drops.
struct Noisy(u8);

impl Drop for Noisy {
    fn drop(&mut self) {
        self.0 = 0;
    }
}

struct Plain {
    a: u32,
    b: [u8; 4],
}

struct Holder<T> {
    value: T,
    plain: Plain,
}

enum Either<L, R> {
    Left(L),
    Right(R),
    Neither,
}

struct Outer {
    first: Holder<Noisy>,
    second: (u8, Noisy),
    third: Either<Noisy, u32>,
}

impl Drop for Outer {
    fn drop(&mut self) {
        self.second.0 += 1;
    }
}

fn plain() -> Plain {
    Plain { a: 1, b: [0; 4] }
}

fn main() {
    let _outer = Outer {
        first: Holder { value: Noisy(1), plain: plain() },
        second: (2, Noisy(2)),
        third: Either::Left(Noisy(3)),
    };
    let _array = [Noisy(4), Noisy(5)];
    let _none: Either<u8, u8> = Either::Neither;
    let _maybe: Either<Plain, Holder<[Noisy; 3]>> = Either::Left(plain());
    let _right: Either<u8, Noisy> = Either::Right(Noisy(6));
    let _option = Some(Holder { value: 1u8, plain: plain() });
    let _nested = Some(Some(Noisy(7)));
    let _reference = &Noisy(8);
    let _ = _outer.first.plain.a + _outer.first.plain.b[0] as u32 + _array[0].0 as u32;
}

//~ MONO_ITEM fn <Noisy as std::ops::Drop>::drop
//~ MONO_ITEM fn <Outer as std::ops::Drop>::drop
//~ MONO_ITEM fn main
//~ MONO_ITEM fn plain
//~ MONO_ITEM fn std::ptr::drop_in_place::<(u8, Noisy)> - shim(Some((u8, Noisy)))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Either<Noisy, u32>> - shim(Some(Either<Noisy, u32>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Either<Plain, Holder<[Noisy; 3]>>> - shim(Some(Either<Plain, Holder<[Noisy; 3]>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Either<u8, Noisy>> - shim(Some(Either<u8, Noisy>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Holder<Noisy>> - shim(Some(Holder<Noisy>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Holder<[Noisy; 3]>> - shim(Some(Holder<[Noisy; 3]>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Noisy> - shim(Some(Noisy))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Outer> - shim(Some(Outer))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[Noisy; 2]> - shim(Some([Noisy; 2]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[Noisy; 3]> - shim(Some([Noisy; 3]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<Noisy>> - shim(Some(std::option::Option<Noisy>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<std::option::Option<Noisy>>> - shim(Some(std::option::Option<std::option::Option<Noisy>>))
