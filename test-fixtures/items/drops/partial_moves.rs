// Moves out of fields leave the others to be dropped one by one, without the glue of the whole.
struct Left(u8);
struct Right(u8);
struct Deep(u8);

macro_rules! noisy {
    ($($name:ident),+ $(,)?) => {
        $(
            impl Drop for $name {
                fn drop(&mut self) {
                    self.0 = 0;
                }
            }
        )+
    };
}

noisy!(Left, Right, Deep,);

struct Pair {
    left: Left,
    right: Right,
}

struct Whole {
    pair: Pair,
    deep: Deep,
}

fn keep<T>(t: T) {
    std::mem::forget(t);
}

fn tuple() {
    let t = (Left(1), Right(2), 3u8);
    keep(t.0);
    let _ = t.2;
}

fn field() {
    let whole = Whole { pair: Pair { left: Left(1), right: Right(2) }, deep: Deep(3) };
    keep(whole.pair.left);
}

fn pattern() {
    let pair = Pair { left: Left(1), right: Right(2) };
    let Pair { left, .. } = pair;
    keep(left);
}

fn boxed() {
    let b = Box::new(Pair { left: Left(1), right: Right(2) });
    keep(b.right);
}

fn option(o: Option<Pair>) {
    if let Some(Pair { right, .. }) = o {
        keep(right);
    }
}

fn main() {
    tuple();
    field();
    pattern();
    boxed();
    option(None);
}

//~ MONO_ITEM fn <Deep as std::ops::Drop>::drop
//~ MONO_ITEM fn <Left as std::ops::Drop>::drop
//~ MONO_ITEM fn <Right as std::ops::Drop>::drop
//~ MONO_ITEM fn boxed
//~ MONO_ITEM fn field
//~ MONO_ITEM fn keep::<Left>
//~ MONO_ITEM fn keep::<Right>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn option
//~ MONO_ITEM fn pattern
//~ MONO_ITEM fn std::ptr::drop_in_place::<Deep> - shim(Some(Deep))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Left> - shim(Some(Left))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Right> - shim(Some(Right))
//~ MONO_ITEM fn tuple
