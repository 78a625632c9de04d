//! C strings whose field sets a bound: `#[frame(max_len = N)]` on `CString`. The final NUL is not on the wire.

use alloc::ffi::CString;
use alloc::vec::Vec;
use core::ffi::CStr;

use crate::codec::prefix::{prefix, write_checked_prefix};
use crate::codec::{
    Borrow, Decode, DecodeError, DecodeErrorKind, Decoder, Encode, EncodeErrorKind, Facts, Layout,
    Schema, Sink,
};
use crate::layout::MaxLen;
use crate::layout::max_bytes;

const REASON: &str = "a C string contains NUL";

/// Reads a length and that many bytes, none of which is NUL.
#[inline]
fn read<'decoder, L: Layout, const N: usize>(
    decoder: &mut Decoder<'decoder>,
) -> Result<&'decoder [u8], DecodeError> {
    let content = max_bytes::read::<L, N>(decoder)?;
    match content.iter().position(|byte| *byte == 0) {
        None => Ok(content),
        Some(at) => {
            let start = decoder.offset().saturating_sub(content.len());
            let kind = DecodeErrorKind::InvalidValue { reason: REASON };
            Err(DecodeError::new(kind, start.saturating_add(at)))
        }
    }
}

/// Adds the NUL. The content has none.
fn owned(content: &[u8]) -> CString {
    let mut bytes = Vec::with_capacity(content.len().saturating_add(1));
    bytes.extend_from_slice(content);
    CString::new(bytes).unwrap_or_default()
}

impl<L: Layout, const N: usize> Encode<L> for MaxLen<CString, N> {
    type Value = CString;
    const ENCODING: &'static Schema =
        &Schema::bytes(N, prefix::<L>(N)).with_content(N).with_blocks(1, 1, 1).replaced();

    #[inline]
    fn encode_to<S: Sink>(value: &CString, sink: &mut S) -> Result<(), S::Error> {
        let content = value.as_bytes();
        write_checked_prefix::<L, N, S>(content.len(), sink)?;
        sink.put(content)
    }
}

impl<'decoder, L: Layout, const N: usize> Decode<'decoder, L> for MaxLen<CString, N> {
    const FACTS: Facts = Facts::CHECKED.prefixed::<L>();

    #[inline]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<CString, DecodeError> {
        read::<L, N>(decoder).map(owned)
    }
}

/// The borrowed form is the bytes without the NUL, so its hash is not that of the `CString`.
impl<'decoder, L: Layout, const N: usize> Encode<L> for MaxLen<&'decoder CStr, N> {
    type Value = &'decoder [u8];
    const ENCODING: &'static Schema = &Schema::bytes(N, prefix::<L>(N));

    #[inline]
    fn encode_to<S: Sink>(value: &&'decoder [u8], sink: &mut S) -> Result<(), S::Error> {
        write_checked_prefix::<L, N, S>(value.len(), sink)?;
        let kind = EncodeErrorKind::InvalidValue { reason: REASON };
        sink.check(|| value.contains(&0).then_some(kind))?;
        sink.put(value)
    }
}

impl<'decoder, L: Layout, const N: usize> Decode<'decoder, L> for MaxLen<&'decoder CStr, N> {
    const FACTS: Facts = Facts::CHECKED.prefixed::<L>();

    #[inline]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<&'decoder [u8], DecodeError> {
        read::<L, N>(decoder)
    }
}

impl<L: Layout, const N: usize> Borrow<L> for MaxLen<CString, N> {
    type Ref<'decoder> = &'decoder [u8];

    /// Bytes from the first NUL on, which no input decodes to, are left out.
    #[inline]
    fn own(borrowed: &&[u8]) -> CString {
        owned(borrowed.split(|byte| *byte == 0).next().unwrap_or_default())
    }

    #[inline]
    fn lend(value: &CString) -> &[u8] {
        value.as_bytes()
    }
}
