//! The exported macros: those written as rules, and declarations of those that the compiler expands itself.
//!
//! std writes attribute and derive macros as `pub macro`, which tree-sitter-rust does not know: here they are
//! `macro_rules!` too, re-exported where std has them. The derives stand beside their traits.

#[macro_export]
#[rustc_builtin_macro(core_panic)]
#[allow_internal_unstable(edition_panic)]
macro_rules! panic {
    ($($arg:tt)*) => {};
}

#[macro_export]
macro_rules! assert_eq {
    ($left:expr, $right:expr $(,)?) => {
        match (&$left, &$right) {
            (left_val, right_val) => {
                if !(*left_val == *right_val) {
                    let kind = $crate::panicking::AssertKind::Eq;
                    $crate::panicking::assert_failed(kind, &*left_val, &*right_val, $crate::option::Option::None);
                }
            }
        }
    };
    ($left:expr, $right:expr, $($arg:tt)+) => {
        match (&$left, &$right) {
            (left_val, right_val) => {
                if !(*left_val == *right_val) {
                    let kind = $crate::panicking::AssertKind::Eq;
                    $crate::panicking::assert_failed(
                        kind,
                        &*left_val,
                        &*right_val,
                        $crate::option::Option::Some($crate::format_args!($($arg)+)),
                    );
                }
            }
        }
    };
}

#[macro_export]
macro_rules! assert_ne {
    ($left:expr, $right:expr $(,)?) => {
        match (&$left, &$right) {
            (left_val, right_val) => {
                if *left_val == *right_val {
                    let kind = $crate::panicking::AssertKind::Ne;
                    $crate::panicking::assert_failed(kind, &*left_val, &*right_val, $crate::option::Option::None);
                }
            }
        }
    };
    ($left:expr, $right:expr, $($arg:tt)+) => {
        match (&($left), &($right)) {
            (left_val, right_val) => {
                if *left_val == *right_val {
                    let kind = $crate::panicking::AssertKind::Ne;
                    $crate::panicking::assert_failed(
                        kind,
                        &*left_val,
                        &*right_val,
                        $crate::option::Option::Some($crate::format_args!($($arg)+)),
                    );
                }
            }
        }
    };
}

#[macro_export]
macro_rules! debug_assert {
    ($($arg:tt)*) => {
        if $crate::cfg!(debug_assertions) {
            $crate::assert!($($arg)*);
        }
    };
}

#[macro_export]
macro_rules! debug_assert_eq {
    ($($arg:tt)*) => {
        if $crate::cfg!(debug_assertions) {
            $crate::assert_eq!($($arg)*);
        }
    };
}

#[macro_export]
macro_rules! debug_assert_ne {
    ($($arg:tt)*) => {
        if $crate::cfg!(debug_assertions) {
            $crate::assert_ne!($($arg)*);
        }
    };
}

#[macro_export]
macro_rules! matches {
    ($expression:expr, $pattern:pat $(if $guard:expr)? $(,)?) => {
        match $expression {
            $pattern $(if $guard)? => true,
            _ => false,
        }
    };
}

#[macro_export]
macro_rules! r#try {
    ($expr:expr $(,)?) => {
        match $expr {
            $crate::result::Result::Ok(val) => val,
            $crate::result::Result::Err(err) => {
                return $crate::result::Result::Err($crate::convert::From::from(err));
            }
        }
    };
}

#[macro_export]
macro_rules! write {
    ($dst:expr, $($arg:tt)*) => {
        $dst.write_fmt($crate::format_args!($($arg)*))
    };
}

#[macro_export]
#[allow_internal_unstable(format_args_nl)]
macro_rules! writeln {
    ($dst:expr $(,)?) => {
        $crate::write!($dst, "\n")
    };
    ($dst:expr, $($arg:tt)*) => {
        $dst.write_fmt($crate::format_args_nl!($($arg)*))
    };
}

#[macro_export]
#[rustc_builtin_macro(unreachable)]
#[allow_internal_unstable(edition_panic)]
macro_rules! unreachable {
    ($($arg:tt)*) => {};
}

#[macro_export]
macro_rules! unimplemented {
    () => {
        $crate::panicking::panic("not implemented")
    };
    ($($arg:tt)+) => {
        $crate::panic!("not implemented: {}", $crate::format_args!($($arg)+))
    };
}

#[macro_export]
macro_rules! todo {
    () => {
        $crate::panicking::panic("not yet implemented")
    };
    ($($arg:tt)+) => {
        $crate::panic!("not yet implemented: {}", $crate::format_args!($($arg)+))
    };
}

// `panic!` and `unreachable!` expand to one of these by the edition of the calling crate.

#[macro_export]
#[doc(hidden)]
#[allow_internal_unstable(const_format_args)]
macro_rules! panic_2015 {
    () => (
        $crate::panicking::panic("explicit panic")
    );
    ($msg:literal $(,)?) => (
        $crate::panicking::panic($msg)
    );
    ($msg:expr $(,)?) => ({
        $crate::panicking::panic_str_2015($msg);
    });
    ("{}", $arg:expr $(,)?) => ({
        $crate::panicking::panic_display(&$arg);
    });
    ($fmt:expr, $($arg:tt)+) => ({
        $crate::panicking::panic_fmt($crate::const_format_args!($fmt, $($arg)+));
    });
}

#[macro_export]
#[doc(hidden)]
#[allow_internal_unstable(const_format_args)]
macro_rules! panic_2021 {
    () => (
        $crate::panicking::panic("explicit panic")
    );
    ("{}", $arg:expr $(,)?) => ({
        $crate::panicking::panic_display(&$arg);
    });
    ($($t:tt)+) => ({
        $crate::panicking::panic_fmt($crate::const_format_args!($($t)+));
    });
}

#[macro_export]
#[doc(hidden)]
macro_rules! unreachable_2015 {
    () => (
        $crate::panicking::panic("internal error: entered unreachable code")
    );
    ($msg:expr $(,)?) => ({
        $crate::panicking::unreachable_display(&$msg);
    });
    ($fmt:expr, $($arg:tt)*) => (
        $crate::panic!($crate::concat!("internal error: entered unreachable code: ", $fmt), $($arg)*)
    );
}

#[macro_export]
#[doc(hidden)]
macro_rules! unreachable_2021 {
    () => (
        $crate::panicking::panic("internal error: entered unreachable code")
    );
    ($($t:tt)+) => (
        $crate::panic!("internal error: entered unreachable code: {}", $crate::format_args!($($t)+))
    );
}

/// Macros whose expansion is written in the compiler; their rules only say what they accept.
pub(crate) mod builtin {
    #[rustc_builtin_macro]
    #[macro_export]
    macro_rules! compile_error {
        ($msg:expr $(,)?) => {{}};
    }

    #[rustc_builtin_macro]
    #[macro_export]
    #[allow_internal_unstable(fmt_internals, fmt_arguments_from_str)]
    macro_rules! format_args {
        ($fmt:expr) => {{}};
        ($fmt:expr, $($args:tt)*) => {{}};
    }

    #[rustc_builtin_macro]
    #[macro_export]
    #[allow_internal_unstable(fmt_internals, const_fmt_arguments_new)]
    macro_rules! const_format_args {
        ($fmt:expr) => {{}};
        ($fmt:expr, $($args:tt)*) => {{}};
    }

    #[rustc_builtin_macro]
    #[macro_export]
    #[allow_internal_unstable(fmt_internals)]
    macro_rules! format_args_nl {
        ($fmt:expr) => {{}};
        ($fmt:expr, $($args:tt)*) => {{}};
    }

    #[rustc_builtin_macro]
    #[macro_export]
    macro_rules! env {
        ($name:expr $(,)?) => {{}};
        ($name:expr, $error_msg:expr $(,)?) => {{}};
    }

    #[rustc_builtin_macro]
    #[macro_export]
    macro_rules! option_env {
        ($name:expr $(,)?) => {{}};
    }

    #[rustc_builtin_macro]
    #[macro_export]
    macro_rules! concat_bytes {
        ($($e:literal),+ $(,)?) => {{}};
    }

    #[rustc_builtin_macro]
    #[macro_export]
    macro_rules! pattern_type {
        ($($arg:tt)*) => {{}};
    }

    #[rustc_builtin_macro]
    #[macro_export]
    macro_rules! concat {
        ($($e:expr),* $(,)?) => {{}};
    }

    #[rustc_builtin_macro]
    #[macro_export]
    macro_rules! line {
        () => {};
    }

    #[rustc_builtin_macro]
    #[macro_export]
    macro_rules! column {
        () => {};
    }

    #[rustc_builtin_macro]
    #[macro_export]
    macro_rules! file {
        () => {};
    }

    #[rustc_builtin_macro]
    #[macro_export]
    macro_rules! stringify {
        ($($t:tt)*) => {};
    }

    #[rustc_builtin_macro]
    #[macro_export]
    macro_rules! include_str {
        ($file:expr $(,)?) => {{}};
    }

    #[rustc_builtin_macro]
    #[macro_export]
    macro_rules! include_bytes {
        ($file:expr $(,)?) => {{}};
    }

    #[rustc_builtin_macro]
    #[macro_export]
    macro_rules! module_path {
        () => {};
    }

    #[rustc_builtin_macro]
    #[macro_export]
    macro_rules! cfg {
        ($($cfg:tt)*) => {};
    }

    #[rustc_builtin_macro]
    #[macro_export]
    macro_rules! include {
        ($file:expr $(,)?) => {{}};
    }

    #[rustc_builtin_macro]
    #[macro_export]
    #[allow_internal_unstable(core_intrinsics, panic_internals, edition_panic, generic_assert_internals)]
    macro_rules! assert {
        ($cond:expr $(,)?) => {{}};
        ($cond:expr, $($arg:tt)+) => {{}};
    }

    #[rustc_builtin_macro]
    #[macro_export]
    #[doc(hidden)]
    macro_rules! derive {
        ($item:item) => {};
    }

    #[rustc_builtin_macro]
    #[macro_export]
    #[doc(hidden)]
    macro_rules! test {
        ($item:item) => {};
    }

    #[rustc_builtin_macro]
    #[macro_export]
    #[doc(hidden)]
    macro_rules! bench {
        ($item:item) => {};
    }

    #[rustc_builtin_macro]
    #[macro_export]
    #[doc(hidden)]
    macro_rules! test_case {
        ($item:item) => {};
    }

    #[rustc_builtin_macro]
    #[macro_export]
    #[doc(hidden)]
    macro_rules! global_allocator {
        ($item:item) => {};
    }

    #[rustc_builtin_macro]
    #[macro_export]
    #[doc(hidden)]
    macro_rules! alloc_error_handler {
        ($item:item) => {};
    }

    #[rustc_builtin_macro]
    #[macro_export]
    #[doc(hidden)]
    macro_rules! cfg_accessible {
        ($item:item) => {};
    }

    #[rustc_builtin_macro]
    #[macro_export]
    #[doc(hidden)]
    macro_rules! cfg_eval {
        ($($tt:tt)*) => {};
    }

    pub use crate::{
        alloc_error_handler, bench, cfg_accessible, cfg_eval, derive, global_allocator, test, test_case,
    };
}
