// Recursive enums: expression trees in boxes, their glue, evaluation, and rebuilding by value.
enum Expr {
    Number(f64),
    Name(Symbol),
    Binary(Box<Expr>, Op, Box<Expr>),
    Call { function: Symbol, arguments: [Option<Box<Expr>>; 2] },
}

#[derive(Clone, Copy, PartialEq)]
enum Op {
    Plus,
    Times,
}

struct Symbol(u32);

impl Drop for Symbol {
    fn drop(&mut self) {
        self.0 = u32::MAX;
    }
}

fn num(n: f64) -> Box<Expr> {
    Box::new(Expr::Number(n))
}

fn eval(e: &Expr) -> f64 {
    match e {
        Expr::Number(n) => *n,
        Expr::Name(symbol) => symbol.0 as f64,
        Expr::Binary(a, Op::Plus, b) => eval(a) + eval(b),
        Expr::Binary(a, Op::Times, b) => eval(a) * eval(b),
        Expr::Call { arguments, .. } => {
            let mut sum = 0.0;
            for argument in arguments {
                if let Some(argument) = argument {
                    sum += eval(argument);
                }
            }
            sum
        }
    }
}

fn simplify(e: Expr) -> Expr {
    match e {
        Expr::Binary(a, op, b) => match (simplify(*a), op, simplify(*b)) {
            (Expr::Number(x), Op::Plus, Expr::Number(y)) => Expr::Number(x + y),
            (a, Op::Times, Expr::Number(one)) if one == 1.0 => a,
            (a, op, b) => Expr::Binary(Box::new(a), op, Box::new(b)),
        },
        other => other,
    }
}

fn main() {
    let e = Expr::Binary(num(1.0), Op::Plus, Box::new(Expr::Name(Symbol(2))));
    let call = Expr::Call { function: Symbol(1), arguments: [Some(Box::new(e)), None] };
    eval(&simplify(call));
}

//~ MONO_ITEM fn <Symbol as std::ops::Drop>::drop
//~ MONO_ITEM fn eval
//~ MONO_ITEM fn main
//~ MONO_ITEM fn num
//~ MONO_ITEM fn simplify
//~ MONO_ITEM fn std::ptr::drop_in_place::<Expr> - shim(Some(Expr))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Symbol> - shim(Some(Symbol))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[std::option::Option<std::boxed::Box<Expr>>; 2]> - shim(Some([std::option::Option<std::boxed::Box<Expr>>; 2]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<Expr>> - shim(Some(std::boxed::Box<Expr>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<std::boxed::Box<Expr>>> - shim(Some(std::option::Option<std::boxed::Box<Expr>>))
