//! Nothing of its own: see `tests/ui.rs`. With the feature `large`, types as large as protocols get.

#[cfg(feature = "large")]
#[allow(dead_code, reason = "that they compile is all")]
mod large {
    use pool_codec::prelude::*;
    use pool_codec::{Bytes, Seq, Str, TlvHeader};

    include!(concat!(env!("OUT_DIR"), "/large.rs"));
}
