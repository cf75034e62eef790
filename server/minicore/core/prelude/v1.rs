//! What the preludes of all editions share.

pub use crate::clone::Clone;
pub use crate::cmp::{Eq, Ord, PartialEq, PartialOrd};
pub use crate::convert::{AsMut, AsRef, From, Into};
pub use crate::default::Default;
pub use crate::iter::{DoubleEndedIterator, ExactSizeIterator, Extend, IntoIterator, Iterator};
pub use crate::marker::{Copy, Send, Sized, Sync, Unpin};
pub use crate::mem::drop;
pub use crate::mem::{align_of, align_of_val, size_of, size_of_val};
pub use crate::ops::{AsyncFn, AsyncFnMut, AsyncFnOnce};
pub use crate::ops::{Drop, Fn, FnMut, FnOnce};
pub use crate::option::Option::{self, None, Some};
pub use crate::result::Result::{self, Err, Ok};

pub use crate::fmt::macros::Debug;
pub use crate::hash::macros::Hash;

pub use crate::{
    assert, assert_eq, assert_ne, cfg, column, compile_error, concat, debug_assert, debug_assert_eq,
    debug_assert_ne, file, format_args, include, include_bytes, include_str, line, matches, module_path,
    option_env, stringify, todo, r#try, unimplemented, unreachable, write, writeln,
};

// A local `env!` or `panic!` that comes in by a glob must not be ambiguous with these: rustc knows both names.
mod ambiguous_macros_only {
    mod env {}
    mod panic {}
    pub use crate::*;
}
pub use self::ambiguous_macros_only::{env, panic};

pub use crate::concat_bytes;
pub use crate::const_format_args;

pub use crate::macros::builtin::{
    alloc_error_handler, bench, cfg_accessible, cfg_eval, derive, global_allocator, test, test_case,
};
