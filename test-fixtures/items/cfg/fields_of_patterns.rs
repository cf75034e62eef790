//@ edition: 2021
// Fields that a `cfg` takes away, or leaves, in patterns.
struct Call<'a, T> {
    #[cfg(not(missing))]
    namespace: &'a T,
    #[cfg(missing)]
    other: u8,
    name: T,
}

enum Event<T> {
    Key { code: T, #[cfg(missing)] modifiers: u8 },
    Mouse { x: T, y: T },
}

fn use_it<T>(_: T) {}

fn by_let<T: Copy>(call: &Call<'_, T>) {
    let Call {
        #[cfg(not(missing))]
        namespace,
        #[cfg(missing)]
        other,
        name,
        ..
    } = call;
    use_it(*namespace);
    use_it(name);
}

fn by_param<T>(Call { #[cfg(not(missing))] #[allow(unused)] namespace: n, name: ref m, .. }: Call<'_, T>) {
    use_it(n);
    use_it(m);
}

fn by_match<T: Copy>(event: &Event<T>) {
    match event {
        Event::Key { code, #[cfg(missing)] modifiers } => use_it(*code),
        #[cfg(missing)]
        Event::Mouse { x, .. } => use_it((1, *x)),
        #[cfg(not(missing))]
        Event::Mouse { #[cfg(missing)] x: x, #[cfg(not(missing))] y: x, .. } => use_it((*x, *x)),
    }
}

macro_rules! closures {
    ($($f:ident)*) => { |Call { #[cfg(not(missing))] $($f,)* .. }: Call<'static, u64>| { $(use_it($f);)* } };
}

fn main() {
    by_let(&Call { #[cfg(not(missing))] namespace: &1u8, #[cfg(missing)] other: 1, name: 2u8 });
    by_param(Call { namespace: &1u16, name: 2u16 });
    by_match(&Event::Key { code: 1u32 });
    by_match(&Event::Mouse { x: 1i8, y: 2 });
    closures!(name)(Call { namespace: &1, name: 2 });
}

//~ MONO_ITEM fn by_let::<u8>
//~ MONO_ITEM fn by_match::<i8>
//~ MONO_ITEM fn by_match::<u32>
//~ MONO_ITEM fn by_param::<u16>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn use_it::<&u16>
//~ MONO_ITEM fn use_it::<&u8>
//~ MONO_ITEM fn use_it::<(i8, i8)>
//~ MONO_ITEM fn use_it::<(u32, u32)>
//~ MONO_ITEM fn use_it::<i8>
//~ MONO_ITEM fn use_it::<u32>
//~ MONO_ITEM fn use_it::<u64>
