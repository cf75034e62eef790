//! Measures a few shapes and prints what it found.

mod format;
mod units;

use format::{line, Column};
use shapes::geometry::{total_perimeter, Outline};
use shapes::tally::{sum_all, Tally};
use shapes::{agree, count_columns, largest_by, numbered, Circle, Rect, Registry, Shape};
use units::{Feet, Length, Metres};

fn main() {
    let circles = [Circle { radius: 1.0 }, Circle { radius: 2.5 }];
    let rects = [Rect { width: 2.0, height: 2.0 }, Rect { width: 3.0, height: 0.5 }];

    // Two closures, two types: two copies of `largest_by`.
    if let Some(circle) = largest_by(&circles, |circle| circle.area()) {
        line("circle", circle.describe());
    }
    if let Some(rect) = largest_by(&rects, |rect| rect.area()) {
        line("rect", rect.describe());
    }

    // Copies that differ in an unused parameter alone.
    line("metres", agree::<u32, Metres>(3, 3).unwrap_or_default());
    line("feet", agree::<u32, Feet>(3, 4).unwrap_or_default());

    line("circles", numbered::<Circle>(2));
    line("rects", numbered::<Rect>(2));

    // Trait objects: their tables keep the methods and the drop glue of both types alive.
    let outlines: Vec<Box<dyn Outline>> = vec![Box::new(circles[0]), Box::new(rects[0])];
    line("perimeter", total_perimeter(&outlines));

    let mut lengths = Registry::new();
    lengths.add("door", Length::<Metres>::new(2.1)).add("desk", Length::new(0.7));
    lengths.for_each(|name, length| line(name, length.value()));

    let mut names: Registry<String> = Registry::default();
    names.add("first", "circle".to_string());
    if let Some(name) = names.find("first") {
        line("found", name.as_str());
    }

    let mut tally = Tally::<3>::new();
    line("tally", count_columns!(tally; 0, 1, 1, 2));
    line("bytes", sum_all(&[1_u8, 2, 3]));
    line("floats", sum_all(&[0.5, 0.25]));

    let columns: [fn(&str) -> String; 2] = [format::left, format::right];
    for column in columns {
        println!("[{}]", column("report"));
    }
    println!("{}", Column::new(7).render());
}
