//! Another target: it makes its own instances.

use shapes::{largest_by, Circle};

fn main() {
    let circles = [Circle { radius: 3.0 }, Circle { radius: 0.5 }];
    let smallest = largest_by(&circles, |circle| -circle.radius);
    println!("{smallest:?}");
}
