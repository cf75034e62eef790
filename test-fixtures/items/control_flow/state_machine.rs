// A state machine: enum states moved through match, with a transition table by trait.
enum State {
    Idle,
    Running { speed: u32, log: Log },
    Failed(Reason),
}

struct Log {
    lines: [u8; 4],
    len: usize,
}

enum Reason {
    Heat,
    Power { volts: i32 },
}

enum Event {
    Start,
    Faster(u32),
    Measure(i32),
    Reset,
}

impl Drop for Log {
    fn drop(&mut self) {
        self.len = 0;
    }
}

impl Log {
    fn start() -> Log {
        Log { lines: [0; 4], len: 0 }
    }
    fn add(mut self, line: u8) -> Log {
        self.lines[self.len] = line;
        self.len += 1;
        self
    }
}

impl State {
    fn next(self, event: Event) -> State {
        match (self, event) {
            (State::Idle, Event::Start) => State::Running { speed: 1, log: Log::start() },
            (State::Running { speed, .. }, Event::Faster(by)) if speed + by > 100 => State::Failed(Reason::Heat),
            (State::Running { speed, log }, Event::Faster(by)) => State::Running { speed: speed + by, log: log.add(1) },
            (State::Running { .. }, Event::Measure(volts)) if volts < 0 => State::Failed(Reason::Power { volts }),
            (_, Event::Reset) => State::Idle,
            (same, _) => same,
        }
    }

    fn code(&self) -> i32 {
        match self {
            State::Idle => 0,
            State::Running { log, .. } => log.len as i32,
            State::Failed(Reason::Heat) => -1,
            State::Failed(Reason::Power { volts }) => *volts,
        }
    }
}

fn main() {
    let mut state = State::Idle;
    for event in [Event::Start, Event::Faster(3), Event::Measure(-2), Event::Reset] {
        state = state.next(event);
        state.code();
    }
}

//~ MONO_ITEM fn <Log as std::ops::Drop>::drop
//~ MONO_ITEM fn Log::add
//~ MONO_ITEM fn Log::start
//~ MONO_ITEM fn State::code
//~ MONO_ITEM fn State::next
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<Log> - shim(Some(Log))
//~ MONO_ITEM fn std::ptr::drop_in_place::<State> - shim(Some(State))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::array::IntoIter<Event, 4>> - shim(Some(std::array::IntoIter<Event, 4>))
