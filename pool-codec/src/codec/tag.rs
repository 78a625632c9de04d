//! Tags of enums whose width the layout sets.

use crate::codec::decode::Decode;
use crate::codec::decoder::Decoder;
use crate::codec::encode::Encode;
use crate::codec::error::{DecodeError, DecodeErrorKind, EncodeErrorKind};
use crate::codec::layout::Layout;
use crate::codec::schema::{Kind, Schema, Variant};
use crate::codec::sink::Sink;

/// Returns the schema of an enum whose tag has the width that the layout sets.
///
/// # Panics
///
/// Panics at compile time if a tag does not fit, or if [`Schema::enumeration`] panics.
#[track_caller]
pub const fn enumeration<L: Layout>(
    name: &'static str,
    variants: &'static [Variant],
    other: Option<&'static Variant>,
) -> Schema {
    let mut rest = variants;
    while let [variant, tail @ ..] = rest {
        assert!(
            variant.tag <= largest::<L>() as u64,
            "a tag does not fit into the tags of the layout: set a wider `tag` on the enum"
        );
        rest = tail;
    }
    Schema::enumeration(name, L::TAG_WIDTH, variants, other)
}

/// The largest tag of the layout.
const fn largest<L: Layout>() -> u32 {
    match L::TAG_WIDTH {
        1 => 0xFF,
        2 => 0xFFFF,
        4 => u32::MAX,
        _ => panic!("a tag must be 1, 2 or 4 bytes wide"),
    }
}

/// The codec of a tag that the layout sets. The derive uses it for enums with `layout` and without `tag`.
#[derive(Debug)]
pub struct LayoutTag;

impl<L: Layout> Encode<L> for LayoutTag {
    type Value = u32;
    const ENCODING: &'static Schema = &Schema::new(
        Kind::Uint { size: L::TAG_WIDTH, big_endian: false },
        L::TAG_WIDTH,
        L::TAG_WIDTH,
    );

    #[inline(always)]
    fn encode_to<S: Sink>(tag: &u32, sink: &mut S) -> Result<(), S::Error> {
        write_tag::<L, S>(*tag, sink)
    }
}

impl<'decoder, L: Layout> Decode<'decoder, L> for LayoutTag {
    #[inline(always)]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<u32, DecodeError> {
        read_tag::<L>(decoder)
    }
}

/// Reads a tag of the layout.
#[inline(always)]
pub(crate) fn read_tag<L: Layout>(decoder: &mut Decoder<'_>) -> Result<u32, DecodeError> {
    Ok(match const { L::TAG_WIDTH } {
        1 => u32::from(decoder.take_array::<1>()?[0]),
        2 => u32::from(u16::from_le_bytes(*decoder.take_array()?)),
        _ => u32::from_le_bytes(*decoder.take_array()?),
    })
}

/// Writes a tag of the layout. One that does not fit is refused.
#[inline(always)]
pub(crate) fn write_tag<L: Layout, S: Sink>(tag: u32, sink: &mut S) -> Result<(), S::Error> {
    let reason = "the tag does not fit into the tags of the layout";
    sink.check(|| {
        (tag > const { largest::<L>() }).then_some(EncodeErrorKind::InvalidValue { reason })
    })?;
    let [a, b, c, d] = tag.to_le_bytes();
    match const { L::TAG_WIDTH } {
        1 => sink.put_array(&[a]),
        2 => sink.put_array(&[a, b]),
        _ => sink.put_array(&[a, b, c, d]),
    }
}

/// The error for a tag at `start` that belongs to no variant.
#[cold]
pub(crate) fn unknown_tag(start: &Decoder<'_>, tag: u32) -> DecodeError {
    start.error(DecodeErrorKind::UnknownTag { tag: tag.into() })
}
