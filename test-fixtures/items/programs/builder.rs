// A builder by value with optional parts, closures as settings, and a validated result.
#[derive(Default)]
struct RequestBuilder {
    url: Option<String>,
    headers: Vec<(String, String)>,
    retries: u8,
    check: Option<Box<dyn Fn(&str) -> bool>>,
}

struct Request {
    url: String,
    headers: Vec<(String, String)>,
    retries: u8,
}

#[derive(Debug)]
enum BuildError {
    MissingUrl,
    Rejected(String),
}

impl RequestBuilder {
    fn new() -> Self {
        Self::default()
    }
    fn url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }
    fn header<K: ToString, V: ToString>(mut self, key: K, value: V) -> Self {
        self.headers.push((key.to_string(), value.to_string()));
        self
    }
    fn retries(self, retries: u8) -> Self {
        Self { retries, ..self }
    }
    fn check<F: Fn(&str) -> bool + 'static>(mut self, f: F) -> Self {
        self.check = Some(Box::new(f));
        self
    }
    fn build(self) -> Result<Request, BuildError> {
        let url = self.url.ok_or(BuildError::MissingUrl)?;
        if let Some(check) = &self.check {
            if !check(&url) {
                return Err(BuildError::Rejected(url));
            }
        }
        Ok(Request { url, headers: self.headers, retries: self.retries })
    }
}

fn main() {
    let request = RequestBuilder::new()
        .url("http://localhost")
        .header("a", 1)
        .header(String::from("b"), 'c')
        .retries(3)
        .check(|url| url.starts_with("http"))
        .build()
        .unwrap();
    let _ = request.url.len() + request.headers.len() + request.retries as usize;
    let _ = RequestBuilder::new().url(String::new()).build().is_err();
}

//~ MONO_ITEM fn <BuildError as std::fmt::Debug>::fmt
//~ MONO_ITEM fn <RequestBuilder as std::default::Default>::default
//~ MONO_ITEM fn <{closure@builder.rs:58:16: 58:21} as std::ops::FnOnce<(&str,)>>::call_once - shim
//~ MONO_ITEM fn <{closure@builder.rs:58:16: 58:21} as std::ops::FnOnce<(&str,)>>::call_once - shim(vtable)
//~ MONO_ITEM fn RequestBuilder::build
//~ MONO_ITEM fn RequestBuilder::check::<{closure@builder.rs:58:16: 58:21}>
//~ MONO_ITEM fn RequestBuilder::header::<&str, i32>
//~ MONO_ITEM fn RequestBuilder::header::<std::string::String, char>
//~ MONO_ITEM fn RequestBuilder::new
//~ MONO_ITEM fn RequestBuilder::retries
//~ MONO_ITEM fn RequestBuilder::url::<&str>
//~ MONO_ITEM fn RequestBuilder::url::<std::string::String>
//~ MONO_ITEM fn main
//~ MONO_ITEM fn main::{closure#0}
//~ MONO_ITEM fn std::ptr::drop_in_place::<(std::string::String, std::string::String)> - shim(Some((std::string::String, std::string::String)))
//~ MONO_ITEM fn std::ptr::drop_in_place::<BuildError> - shim(Some(BuildError))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Request> - shim(Some(Request))
//~ MONO_ITEM fn std::ptr::drop_in_place::<RequestBuilder> - shim(Some(RequestBuilder))
//~ MONO_ITEM fn std::ptr::drop_in_place::<[(std::string::String, std::string::String)]> - shim(Some([(std::string::String, std::string::String)]))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn for<'a> std::ops::Fn(&'a str) -> bool> - shim(Some(dyn for<'a> std::ops::Fn(&'a str) -> bool))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn for<'a> std::ops::Fn(&'a str) -> bool>> - shim(Some(std::boxed::Box<dyn for<'a> std::ops::Fn(&'a str) -> bool>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<std::boxed::Box<dyn for<'a> std::ops::Fn(&'a str) -> bool>>> - shim(Some(std::option::Option<std::boxed::Box<dyn for<'a> std::ops::Fn(&'a str) -> bool>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<std::string::String>> - shim(Some(std::option::Option<std::string::String>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::result::Result<Request, BuildError>> - shim(Some(std::result::Result<Request, BuildError>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<(std::string::String, std::string::String)>> - shim(Some(std::vec::Vec<(std::string::String, std::string::String)>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
