//! What expansions of the derives name. Not public API: it changes without notice.

pub use core::clone::Clone;
pub use core::cmp::PartialEq;
pub use core::convert::From;
pub use core::default::Default;
pub use core::fmt::{Debug, Formatter, Result as FmtResult};
pub use core::hash::Hash;
pub use core::marker::{Copy, PhantomData};
pub use core::ops::{Deref, RangeBounds};
pub use core::option::Option::{self, None, Some};
pub use core::result::Result::{self, Err, Ok};

pub use crate::codec::decode::{Decodable, Decoder, Run, run_size};
pub use crate::codec::encode::{Encodable, Encoder};
pub use crate::codec::error::{DecodeError, EncodeError};
pub use crate::codec::schema::{Field, Schema, Variant};
pub use crate::codec::sizes::{
    all, check_decoded_len, check_encoded_len, check_type, checked_size, fields_of, invalid_decode,
    invalid_encode, max, min, rate_of_optional, sum, tightened, trailing_room, unknown_tag,
};
pub use crate::fields::{FieldVisitor, Fields};
pub use crate::frame::header::Header;
pub use crate::frame::{
    DecodeFrame, EncodeFrame, Frame, FrameSet, MessageInfo, check_ids, check_reserved, unknown_id,
};
pub use crate::frame::{RawFrame, RawFrameRef};
pub use crate::layout::Adapter;
pub use crate::layout::{
    BorrowAs, Coded, DecodeAs, EncodeAs, Layout, LenPrefix, MaxBytes, MaxLen, Own, OwnLayout,
    Prefixed, Smallest, WireAs, With,
};
pub use crate::wire::{Covariant, Lend, Wire, ZeroCopy};

/// What `service_config!` names besides.
#[cfg(feature = "service")]
mod service {
    pub use alloc::borrow::Cow;
    pub use core::{concat, env, include_bytes};

    pub use pool_core::Overflow;
    pub use pool_service::{DeclaredMessage, Place};

    pub use crate::service::{ServiceConfig, SetFacts, built_from, check_declared};
}
#[cfg(feature = "service")]
pub use service::*;

/// Element types of arrays whose borrowed form is an array of borrowed forms: all but `u8`.
pub trait ArrayElement {}
