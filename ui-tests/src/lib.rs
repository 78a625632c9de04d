//! This crate is empty: see `tests/ui.rs`. With the feature `large`, it holds types as large as protocols get.

#[cfg(feature = "large")]
#[allow(dead_code, reason = "the test is that they compile")]
mod large {
    use pool_codec::prelude::*;
    use pool_codec::{Bytes, Seq, Str, TlvHeader};

    include!(concat!(env!("OUT_DIR"), "/large.rs"));
}
