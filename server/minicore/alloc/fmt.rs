//! Formatting, with `format`.

pub use core::fmt::{
    Alignment, Arguments, Binary, Debug, DebugList, DebugMap, DebugSet, DebugStruct, DebugTuple, Display,
    Error, Formatter, FormattingOptions, FromFn, LowerExp, LowerHex, Octal, Pointer, Result, Sign, UpperExp,
    UpperHex, Write, from_fn, write,
};

use crate::string;

#[inline]
pub fn format(args: Arguments<'_>) -> string::String {
    fn format_inner(args: Arguments<'_>) -> string::String {
        let capacity = args.estimated_capacity();
        let mut output = string::String::with_capacity(capacity);
        output.write_fmt(args).expect("a formatting trait implementation returned an error");
        output
    }

    args.as_str().map_or_else(|| format_inner(args), crate::borrow::ToOwned::to_owned)
}
