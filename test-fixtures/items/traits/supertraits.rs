// Supertraits: methods through a bound on the subtrait, diamond shapes, and a provided method that needs them.
trait Named {
    fn name(&self) -> i32;
}

trait Aged: Named {
    fn age(&self) -> i32;
}

trait Ranked: Named {
    fn rank(&self) -> i32 {
        self.name() * 100
    }
}

trait Member: Aged + Ranked {
    fn card(&self) -> i32 {
        self.name() + self.age() + self.rank()
    }
}

struct A(i32);
struct B;

impl Named for A {
    fn name(&self) -> i32 {
        self.0
    }
}
impl Aged for A {
    fn age(&self) -> i32 {
        30
    }
}
impl Ranked for A {}
impl Member for A {}

impl Named for B {
    fn name(&self) -> i32 {
        2
    }
}
impl Aged for B {
    fn age(&self) -> i32 {
        40
    }
}
impl Ranked for B {
    fn rank(&self) -> i32 {
        1
    }
}
impl Member for B {
    fn card(&self) -> i32 {
        self.rank()
    }
}

fn show<M: Member>(m: &M) -> i32 {
    m.card() + m.name()
}

fn main() {
    show(&A(1));
    show(&B);
}

//~ MONO_ITEM fn <A as Aged>::age
//~ MONO_ITEM fn <A as Member>::card
//~ MONO_ITEM fn <A as Named>::name
//~ MONO_ITEM fn <A as Ranked>::rank
//~ MONO_ITEM fn <B as Member>::card
//~ MONO_ITEM fn <B as Named>::name
//~ MONO_ITEM fn <B as Ranked>::rank
//~ MONO_ITEM fn main
//~ MONO_ITEM fn show::<A>
//~ MONO_ITEM fn show::<B>
