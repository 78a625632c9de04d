//! What expansions of the derives name. Not public API: it changes without notice.

pub use core::clone::Clone;
pub use core::cmp::PartialEq;
pub use core::convert::From;
pub use core::fmt::Debug;
pub use core::marker::{Copy, PhantomData};
pub use core::option::Option::{self, None, Some};
pub use core::result::Result::{self, Err, Ok};

pub use crate::decode::{Decodable, Decoder, run_size};
pub use crate::encode::{Encodable, Encoder};
pub use crate::error::{DecodeError, EncodeError};
pub use crate::fields::{FieldVisitor, Fields};
pub use crate::frame::{
    DecodeFrame, EncodeFrame, Frame, FrameSet, MessageInfo, check_ids, unknown_id,
};
pub use crate::header::Header;
pub use crate::raw::{RawFrame, RawFrameRef};
pub use crate::schema::{Field, Schema};
pub use crate::sizes::{
    all, check_decoded_len, check_encoded_len, check_size, max, sum, tightened, unknown_tag,
};
pub use crate::wire::{Bounded, BoundedDecode, BoundedValue, Covariant, MaxLen, Wire, ZeroCopy};
pub use crate::wire::{bytes_to_vec, seq_to_vec, str_to_string};

/// Element types of arrays whose borrowed form is an array of borrowed forms: all but `u8`.
pub trait ArrayElement {}
