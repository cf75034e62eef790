// Recursion over types that shrink: each depth is an instance.
struct Z;
struct S<N>(N);

trait Depth {
    const DEPTH: u32;
    fn depth(&self) -> u32;
}

impl Depth for Z {
    const DEPTH: u32 = 0;
    fn depth(&self) -> u32 {
        0
    }
}

impl<N: Depth> Depth for S<N> {
    const DEPTH: u32 = N::DEPTH + 1;
    fn depth(&self) -> u32 {
        1 + self.0.depth()
    }
}

fn at<N: Depth>(n: N) -> u32 {
    n.depth() + N::DEPTH
}

fn main() {
    at(S(S(S(Z))));
    at(S(Z));
}

//~ MONO_ITEM fn <S<S<S<Z>>> as Depth>::depth
//~ MONO_ITEM fn <S<S<Z>> as Depth>::depth
//~ MONO_ITEM fn <S<Z> as Depth>::depth
//~ MONO_ITEM fn <Z as Depth>::depth
//~ MONO_ITEM fn at::<S<S<S<Z>>>>
//~ MONO_ITEM fn at::<S<Z>>
//~ MONO_ITEM fn main
