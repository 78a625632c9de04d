//! Tags of enums whose width the layout sets.

use core::marker::PhantomData;

use crate::codec::const_fmt::{Decimal, fail};
use crate::codec::decode::Decode;
use crate::codec::decoder::Decoder;
use crate::codec::encode::Encode;
use crate::codec::error::{DecodeError, DecodeErrorKind, EncodeErrorKind};
use crate::codec::integers;
use crate::codec::layout::{Layout, Own};
use crate::codec::schema::{IntEncoding, Kind, Schema, Tag, Variant};
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
    Schema::tagged(name, tag::<L>(), variants, other)
}

/// Returns the schema of an enum with tags of the type `T`, in the layout `L`.
///
/// # Panics
///
/// Panics at compile time if [`Schema::enumeration`] panics.
#[track_caller]
pub const fn tagged<T: Encode<L>, L: Layout>(
    name: &'static str,
    variants: &'static [Variant],
    other: Option<&'static Variant>,
) -> Schema {
    let (min, max) = (T::ENCODING.min_size(), T::ENCODING.max_size());
    // A tag of one byte has the same encoding in all layouts.
    let encoding = match L::NUMBERS {
        Some(varint) if min != max => IntEncoding::Varint { varint, lenient: L::LENIENT },
        _ => IntEncoding::fixed(L::BIG_ENDIAN),
    };
    Schema::tagged(name, Tag { min, max, encoding }, variants, other)
}

/// The tags of the layout.
const fn tag<L: Layout>() -> Tag {
    match L::TAGS {
        Some(varint) => {
            let (min, max) = (varint.len(0), varint.len(largest::<L>() as u128));
            Tag { min, max, encoding: IntEncoding::Varint { varint, lenient: L::LENIENT } }
        }
        None => {
            let encoding = IntEncoding::fixed(L::BIG_ENDIAN);
            Tag { min: L::TAG_WIDTH, max: L::TAG_WIDTH, encoding }
        }
    }
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
    const ENCODING: &'static Schema = &{
        let tag = tag::<L>();
        Schema::new(Kind::Opaque, tag.min, tag.max)
    };

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

/// Returns the schema of an enum without a tag, whose variant is known by its size.
///
/// # Panics
///
/// Panics at compile time if two variants have the same size, or if [`Schema::enumeration`] panics.
#[track_caller]
pub const fn by_size(name: &'static str, variants: &'static [Variant]) -> Schema {
    let mut rest = variants;
    while let [variant, tail @ ..] = rest {
        let mut others = tail;
        while let [other, tail @ ..] = others {
            if variant.tag == other.tag {
                fail(&[
                    "the variants `",
                    variant.name,
                    "` and `",
                    other.name,
                    "` of `",
                    name,
                    "` have the same size, ",
                    Decimal::new(variant.tag as usize).as_str(),
                    " bytes\nhelp: an enum without a tag needs variants of different sizes; give it a tag, or put them into \
                     one variant",
                ]);
            }
            others = tail;
        }
        rest = tail;
    }
    Schema::tagged(name, Tag { min: 0, max: 0, encoding: IntEncoding::Remaining }, variants, None)
}

/// The codec of the tag of `T`, an enum without a tag: the index of the variant that has as many bytes as are left. It
/// writes nothing.
#[derive(Debug)]
pub struct BySize<T>(PhantomData<fn() -> T>);

impl<T: Encode<Own>, L: Layout> Encode<L> for BySize<T> {
    type Value = u32;
    const ENCODING: &'static Schema = &Schema::new(Kind::Opaque, 0, 0);

    #[inline(always)]
    fn encode_to<S: Sink>(_: &u32, _: &mut S) -> Result<(), S::Error> {
        Ok(())
    }
}

impl<'decoder, T: Encode<Own>, L: Layout> Decode<'decoder, L> for BySize<T> {
    #[inline(always)]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<u32, DecodeError> {
        let left = decoder.rest().len() as u64;
        match T::ENCODING.variants().iter().position(|variant| variant.tag == left) {
            Some(index) => Ok(index as u32),
            None => Err(no_variant_fits(decoder)),
        }
    }
}

/// The error for bytes from `start` that are as many as no variant has.
#[cold]
pub(crate) fn no_variant_fits(start: &Decoder<'_>) -> DecodeError {
    let reason = "no variant has as many bytes as are left";
    start.error(DecodeErrorKind::InvalidValue { reason })
}

/// Reads a tag of the layout.
#[inline(always)]
pub(crate) fn read_tag<L: Layout>(decoder: &mut Decoder<'_>) -> Result<u32, DecodeError> {
    if let Some(varint) = const { L::TAGS } {
        let tag = integers::read(varint, const { largest::<L>() as u128 }, L::LENIENT, decoder)?;
        return Ok(u32::try_from(tag).unwrap_or(u32::MAX));
    }
    Ok(match const { (L::TAG_WIDTH, L::BIG_ENDIAN) } {
        (1, _) => u32::from(decoder.take_array::<1>()?[0]),
        (2, false) => u32::from(u16::from_le_bytes(*decoder.take_array()?)),
        (2, true) => u32::from(u16::from_be_bytes(*decoder.take_array()?)),
        (_, false) => u32::from_le_bytes(*decoder.take_array()?),
        (_, true) => u32::from_be_bytes(*decoder.take_array()?),
    })
}

/// Writes a tag of the layout. One that does not fit is refused.
#[inline(always)]
pub(crate) fn write_tag<L: Layout, S: Sink>(tag: u32, sink: &mut S) -> Result<(), S::Error> {
    let reason = "the tag does not fit into the tags of the layout";
    sink.check(|| {
        (tag > const { largest::<L>() }).then_some(EncodeErrorKind::InvalidValue { reason })
    })?;
    if let Some(varint) = const { L::TAGS } {
        return integers::write(varint, tag.into(), sink);
    }
    let [a, b, c, d] = tag.to_le_bytes();
    match const { (L::TAG_WIDTH, L::BIG_ENDIAN) } {
        (1, _) => sink.put_array(&[a]),
        (2, false) => sink.put_array(&[a, b]),
        (2, true) => sink.put_array(&[b, a]),
        (_, false) => sink.put_array(&[a, b, c, d]),
        (_, true) => sink.put_array(&[d, c, b, a]),
    }
}

/// The error for a tag at `start` that belongs to no variant.
#[cold]
pub(crate) fn unknown_tag(start: &Decoder<'_>, tag: u32) -> DecodeError {
    start.error(DecodeErrorKind::UnknownTag { tag: tag.into() })
}
