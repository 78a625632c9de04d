//! The derives, and the traits whose methods and constants every user calls.
//!
//! Import them with `use pool_codec::prelude::*;`.
//!
//! ```
//! use pool_codec::prelude::*;
//!
//! assert_eq!(u32::MAX_SIZE, 4);
//! assert_eq!(u16::decode(&[1, 0]).unwrap(), 1);
//! ```

pub use crate::{Decodable, Encodable, Frame, FrameSet, Wire, ZeroCopy};
