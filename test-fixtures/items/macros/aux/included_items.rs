pub static TABLE: [fn(u32) -> u32; 2] = [double, |x| x + 1];
fn double(x: u32) -> u32 { x * 2 }
pub fn run() -> u32 { super::take(|x| x * TABLE[1](x)) }
