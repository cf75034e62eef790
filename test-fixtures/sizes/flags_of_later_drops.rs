//@ crate-type: lib
// A drop clears the flag of what it drops, also one that only a drop further down asks for.
pub enum Error {
    Assert { message: String, name: u8 },
    Listed { value: Box<Token>, name: String },
    Io(String),
}
#[derive(Clone, Copy)]
pub struct Token(pub usize);
pub enum ConstError {
    Assert { message: String, name: u8 },
    Listed { value: Token, name: String },
}

#[inline(never)]
pub fn unwrap_const(error: Error) -> ConstError {
    match error {
        Error::Assert { message, name } => ConstError::Assert { message, name },
        Error::Listed { value, name } => ConstError::Listed { value: *value, name },
        other => show(&other),
    }
}

#[inline(never)]
pub fn show(_: &Error) -> ! {
    loop {}
}

//~ SIZE 2 show
//~ SIZE 43 unwrap_const
//~ GLUE 8 std::boxed::Box<Token>
//~ GLUE 9 Error
