// Blocks that a macro takes as expressions and writes as statements, one after the other.

fn put<T>(_: T) {}

macro_rules! join {
    ($iter:ident, $item:ident $(, first $first:expr)?, join $join:expr, do $do:expr $(, last $last:expr)?) => {
        if let Some($item) = $iter.next() {
            $($first)?
            $do

            for $item in $iter {
                $join
                $do
            }

            $($last)?
        }
    };
}

fn main() {
    let mut numbers = [1u8, 2].iter();
    join!(
        numbers,
        n,
        first {
            put("(");
        },
        join {
            put(',');
        },
        do {
            put(*n);
        },
        last {
            put(1.5f32);
        }
    );
    let mut words = ["a"].iter();
    join!(words, w, join { put(2i64) }, do unsafe { put(w.as_bytes().get_unchecked(0)) });
}

//~ MONO_ITEM fn main
//~ MONO_ITEM fn put::<&str>
//~ MONO_ITEM fn put::<&u8>
//~ MONO_ITEM fn put::<char>
//~ MONO_ITEM fn put::<f32>
//~ MONO_ITEM fn put::<i64>
//~ MONO_ITEM fn put::<u8>
