#[macro_export]
macro_rules! __impl_names {
    ($provider:ty) => {
        impl $provider {
            pub const NAMES: &'static [&'static str] = &["a", "b"];

            pub fn first() -> &'static str {
                Self::NAMES[0]
            }
        }

        impl Provider<u8> for $provider {
            fn load(&self) -> u8 {
                1
            }
        }
    };
}
pub use __impl_names as impl_names;
