//! The library goes by another name, deep in a module.

mod deep {
    pub(crate) mod er {
        pub(crate) use pool_codec as renamed;
    }
}

/// Shadows the library's own name.
mod pool_codec {}

use deep::er::renamed as codec;

include!("../../shapes/shapes.rs");

/// A path of more than one segment.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(crate = crate::deep::er::renamed, borrow)]
struct Foo {
    #[frame(max_len = 3)]
    parts: Vec<Part>,
}

fn main() {}
