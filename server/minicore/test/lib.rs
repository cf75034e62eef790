//! What the tests of `rustc --test` are run with: the closure of each test hands on here what the test has returned.

use std::process::{ExitCode, Termination};

pub fn assert_test_result<T: Termination>(result: T) -> Result<(), String> {
    if result.report().to_i32() == ExitCode::SUCCESS.to_i32() {
        Ok(())
    } else {
        Err(String::from("the test has failed"))
    }
}
