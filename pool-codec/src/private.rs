//! The names that the expansions of the derives use. This module is not public API and changes without notice.

pub use alloc::boxed::Box;
pub use core::array::from_fn as array_from_fn;
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

pub use crate::__derived_header as derived_header;
pub use crate::codec::borrow::ArrayElement;
pub use crate::codec::fields::{
    BitField, Reader, Writer, check_widths, copied, pack, shift, unpack,
};
pub use crate::codec::tag::{BySize, LayoutTag, by_size, enumeration, tagged};
pub use crate::codec::{
    Blank, Borrow, Condition, Covariant, Decodable, Decode, DecodeError, Decoder, Encodable,
    Encode, EncodeError, Facts, Field, Layout, Own, Schema, Sink, Variant, Wire, ZeroCopy,
};
pub use crate::frame::header::{DerivedHeader, HeaderFields, derived};
pub use crate::frame::{
    Carries, DecodeFrame, EncodeFrame, Frame, FrameSet, Header, HeaderError, MessageInfo, Outgoing,
    RawFrame, RawFrameRef, check_ids, check_reserved, decode_variant, encode_other, unknown_id,
};
pub use crate::layout::{
    Count, DecodeCounted, MaxBytes, MaxLen, When, With, checksum, magic_bits, magic_len, padding,
};
pub use crate::wire::{BoxedArray, Switch, boxed_array};

/// The additional names that the expansions of `service_config!` use.
#[cfg(feature = "service")]
mod service {
    pub use alloc::borrow::Cow;
    pub use core::{concat, env, include_bytes};

    pub use pool_core::Overflow;
    pub use pool_service::{DeclaredMessage, Place};

    pub use crate::service::ServiceConfig;
    pub use crate::service::checked::{built_from, check_declared};
    pub use crate::service::set_facts::SetFacts;
}
#[cfg(feature = "service")]
pub use service::*;

#[cfg(not(feature = "bytes"))]
pub use crate::disabled_features::bytes::Bytes as BytesFeature;
#[cfg(not(feature = "metrics"))]
pub use crate::disabled_features::metrics::Metrics as MetricsFeature;
#[cfg(all(feature = "service", not(feature = "tokio")))]
pub use crate::disabled_features::tokio::Tokio as TokioFeature;
