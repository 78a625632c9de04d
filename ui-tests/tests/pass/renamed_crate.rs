//! The library has another name, in a nested module.

mod deep {
    pub(crate) mod er {
        pub(crate) use pool_codec as renamed;
    }
}

/// Shadows the name of the library.
mod pool_codec {}

use deep::er::renamed as codec;

include!("../../shapes/shapes.rs");

/// A path with more than one segment.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(crate = crate::deep::er::renamed, borrow)]
struct Foo {
    #[frame(max_len = 3)]
    parts: Vec<Part>,
}

fn main() {}
