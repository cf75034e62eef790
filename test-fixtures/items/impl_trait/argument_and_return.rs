// `impl Trait` in argument position is a type parameter, in return position one hidden type.
trait Scorer {
    fn score(&self, n: u32) -> u32;
}

struct Linear(u32);
struct Constant;

impl Scorer for Linear {
    fn score(&self, n: u32) -> u32 {
        self.0 * n
    }
}

impl Scorer for Constant {
    fn score(&self, _: u32) -> u32 {
        1
    }
}

struct Sum<A, B>(A, B);

impl<A: Scorer, B: Scorer> Scorer for Sum<A, B> {
    fn score(&self, n: u32) -> u32 {
        self.0.score(n) + self.1.score(n)
    }
}

fn plus(a: impl Scorer, b: impl Scorer) -> impl Scorer {
    Sum(a, b)
}

fn best() -> impl Scorer + Copy {
    #[derive(Clone, Copy)]
    struct Best;
    impl Scorer for Best {
        fn score(&self, n: u32) -> u32 {
            n * n
        }
    }
    Best
}

fn total(s: &impl Scorer, up_to: u32) -> u32 {
    let mut n = 0;
    let mut sum = 0;
    while n < up_to {
        sum += s.score(n);
        n += 1;
    }
    sum
}

fn main() {
    let scorer = plus(Linear(2), plus(Constant, best()));
    total(&scorer, 4);
    total(&best(), 2);
}

//~ MONO_ITEM fn <Constant as Scorer>::score
//~ MONO_ITEM fn <Linear as Scorer>::score
//~ MONO_ITEM fn <Sum<Constant, best::Best> as Scorer>::score
//~ MONO_ITEM fn <Sum<Linear, Sum<Constant, best::Best>> as Scorer>::score
//~ MONO_ITEM fn <best::Best as Scorer>::score
//~ MONO_ITEM fn best
//~ MONO_ITEM fn main
//~ MONO_ITEM fn plus::<Constant, best::Best>
//~ MONO_ITEM fn plus::<Linear, Sum<Constant, best::Best>>
//~ MONO_ITEM fn total::<Sum<Linear, Sum<Constant, best::Best>>>
//~ MONO_ITEM fn total::<best::Best>
