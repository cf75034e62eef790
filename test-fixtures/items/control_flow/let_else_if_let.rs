//@ edition: 2024
// if let chains, while let, let else with divergence of each kind, and nested options.
struct Queue<T, const N: usize> {
    items: [Option<T>; N],
    next: usize,
}

impl<T, const N: usize> Queue<T, N> {
    fn pop(&mut self) -> Option<T> {
        let at = self.next;
        if at >= N {
            return None;
        }
        self.next += 1;
        self.items[at].take()
    }
}

fn stop() -> ! {
    loop {}
}

fn parse(text: &str) -> Option<u8> {
    let [first, ..] = text.as_bytes() else {
        return None;
    };
    let digit = checked(*first)?;
    Some(digit)
}

fn checked(byte: u8) -> Option<u8> {
    byte.checked_sub(b'0')
}

fn chain(a: Option<u8>, b: Result<u8, ()>) -> u8 {
    if let Some(n) = a
        && n > 3
        && let Ok(m) = b
    {
        m
    } else if let Some(0) = a {
        twice(1)
    } else {
        0
    }
}

fn twice<T: Copy + std::ops::Add<Output = T>>(t: T) -> T {
    t + t
}

fn main() {
    let mut queue = Queue { items: [Some("1"), Some(""), Some("x")], next: 0 };
    let mut seen = 0u64;
    while let Some(text) = queue.pop() {
        let Some(n) = parse(text) else {
            continue;
        };
        seen += n as u64;
    }
    if seen > 1000 {
        stop();
    }
    chain(Some(4), Ok(1));
    let value = if let Ok(n) = Err::<i32, _>(twice(1.5)) { n } else { 0 };
    let _ = value;
}

//~ MONO_ITEM fn Queue::<&str, 3>::pop
//~ MONO_ITEM fn chain
//~ MONO_ITEM fn checked
//~ MONO_ITEM fn main
//~ MONO_ITEM fn parse
//~ MONO_ITEM fn stop
//~ MONO_ITEM fn twice::<f64>
//~ MONO_ITEM fn twice::<u8>
