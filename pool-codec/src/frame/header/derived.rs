//! Headers whose fields `#[derive(Frame)]` encodes and `#[derive(Header)]` explains.

use crate::codec::HeaderNumber;
use crate::codec::const_fmt::fail;
use crate::codec::error::{DecodeError, DecodeErrorKind};
use crate::codec::schema::{Kind, Schema};
use crate::frame::header::fields::HeaderFields;
#[cfg(doc)]
use crate::frame::header::format::Header;
use crate::frame::header::format::{HeaderError, WRONG_SIZE};

/// The part of a [`Header`] that `#[derive(Header)]` implements.
#[doc(hidden)]
pub trait DerivedHeader: HeaderFields {
    /// The type of the id. `()` if there is none.
    type Id: HeaderNumber;

    /// The type of the length.
    type Len: HeaderNumber;

    /// The number of bits of the id and of the length, where the fields are bits of an integer.
    const BITS: [Option<u32>; 2] = [None; 2];

    /// The number of bytes before the payload that the length counts.
    const COUNTED: usize = 0;

    /// The longest payload that the protocol allows, in bytes.
    const LONGEST: usize = usize::MAX;

    /// The reasons of errors: an id that is too large, a length that is too short, and one that is too long.
    const REASONS: [&'static str; 3];

    /// Creates a header.
    fn from_parts(id: Self::Id, len: Self::Len) -> Self;

    /// Returns the id and the length.
    fn parts(&self) -> (Self::Id, Self::Len);

    /// Checks the other fields of a header that has arrived.
    ///
    /// # Errors
    ///
    /// Fails if a version is not supported.
    #[inline(always)]
    fn check(&self) -> Result<(), HeaderError> {
        Ok(())
    }

    /// See [`Header::seal`].
    #[inline(always)]
    fn seal_fields(&mut self, payload: &[u8]) {
        let _ = payload;
    }

    /// See [`Header::verify`].
    ///
    /// # Errors
    ///
    /// Fails if the checksum is not that of the payload.
    #[inline(always)]
    fn verify_fields(&self, payload: &[u8]) -> Result<(), HeaderError> {
        let _ = payload;
        Ok(())
    }

    /// See [`Header::reply_to`].
    #[inline(always)]
    fn repeat_fields(&mut self, request: &Self) {
        let _ = request;
    }
}

/// Implements [`Header`] for a type with [`DerivedHeader`]. It is not an impl for all such types, because errors about types
/// that are not headers would name that trait.
#[doc(hidden)]
#[macro_export]
macro_rules! __derived_header {
    ($name:ident) => {
        #[automatically_derived]
        impl $crate::__private::Header for $name {
            const SIZE: usize = $crate::__private::derived::sizes::<Self>()[1];
            const SHORTEST: usize = $crate::__private::derived::sizes::<Self>()[0];
            const MAX_ID: u32 = $crate::__private::derived::max_id::<Self>();
            const MAX_PAYLOAD: usize = $crate::__private::derived::max_payload::<Self>();

            #[inline]
            fn new(id: u32, payload_len: usize) -> $crate::__private::Option<Self> {
                $crate::__private::derived::new(id, payload_len)
            }

            #[inline(always)]
            fn decode(
                bytes: &[u8],
            ) -> $crate::__private::Result<Self, $crate::__private::HeaderError> {
                $crate::__private::derived::decode(bytes)
            }

            #[inline(always)]
            fn decode_prefix(
                bytes: &[u8],
            ) -> $crate::__private::Result<
                $crate::__private::Option<(Self, usize)>,
                $crate::__private::HeaderError,
            > {
                $crate::__private::derived::decode_prefix(bytes)
            }

            #[inline]
            fn encode(&self, out: &mut [u8]) {
                $crate::__private::derived::encode(self, out);
            }

            #[inline]
            fn size(&self) -> usize {
                $crate::__private::derived::size(self)
            }

            #[inline]
            fn id(&self) -> u32 {
                $crate::__private::derived::id(self)
            }

            #[inline]
            fn payload_len(&self) -> usize {
                $crate::__private::derived::payload_len(self)
            }

            #[inline]
            fn is_valid(&self) -> bool {
                $crate::__private::derived::is_valid(self)
            }

            #[inline]
            fn seal(&mut self, payload: &[u8]) {
                $crate::__private::derived::seal(self, payload);
            }

            #[inline]
            fn verify(
                &self,
                payload: &[u8],
            ) -> $crate::__private::Result<(), $crate::__private::HeaderError> {
                $crate::__private::derived::verify(self, payload)
            }

            #[inline]
            fn reply_to(&mut self, request: &Self) {
                $crate::__private::derived::reply_to(self, request);
            }
        }
    };
}

const NOT_ENCODABLE: HeaderError =
    HeaderError { reason: "a field has a value that cannot be encoded again" };

/// The lengths of the shortest and of the longest header, in bytes.
#[must_use]
pub const fn sizes<H: DerivedHeader>() -> [usize; 2] {
    H::SIZES
}

/// See [`Header::MAX_ID`].
#[must_use]
pub const fn max_id<H: DerivedHeader>() -> u32 {
    as_id(max_number::<H::Id>(H::BITS[0]))
}

/// See [`Header::MAX_PAYLOAD`].
#[must_use]
pub const fn max_payload<H: DerivedHeader>() -> usize {
    let longest = as_len(max_number::<H::Len>(H::BITS[1])).saturating_sub(H::COUNTED);
    if longest < H::LONGEST { longest } else { H::LONGEST }
}

/// See [`Header::new`].
#[inline]
#[must_use]
pub fn new<H: DerivedHeader>(id: u32, payload_len: usize) -> Option<H> {
    if id > const { max_id::<H>() } || payload_len > const { max_payload::<H>() } {
        return None;
    }
    let len = payload_len.checked_add(H::COUNTED)?;
    let id = H::Id::from_number(id.into())?;
    let header = H::from_parts(id, H::Len::from_number(len as u64)?);
    is_valid(&header).then_some(header)
}

/// See [`Header::decode`].
///
/// # Errors
///
/// Fails if the bytes are not a header, or not the whole of one.
#[inline(always)]
pub fn decode<H: DerivedHeader>(bytes: &[u8]) -> Result<H, HeaderError> {
    match decode_prefix::<H>(bytes) {
        Ok(Some((header, size))) if size == bytes.len() => Ok(header),
        Ok(_) => Err(WRONG_SIZE),
        Err(error) => Err(error),
    }
}

/// See [`Header::decode_prefix`].
///
/// # Errors
///
/// Fails if the bytes do not begin with a header.
#[inline(always)]
pub fn decode_prefix<H: DerivedHeader>(bytes: &[u8]) -> Result<Option<(H, usize)>, HeaderError> {
    let [shortest, longest] = const { sizes::<H>() };
    if bytes.len() < shortest {
        return Ok(None);
    }
    let (header, size) = match H::read_fields(bytes) {
        Ok(read) => read,
        Err(error) => return not_decoded(bytes.len() < longest, error),
    };
    header.check()?;
    let [id_too_large, len_too_short, len_too_long] = H::REASONS;
    let (id, len) = header.parts();
    if id.number() > const { max_id::<H>() }.into() {
        return Err(HeaderError { reason: id_too_large });
    }
    match len.number().checked_sub(H::COUNTED as u64) {
        Some(len) if len <= const { max_payload::<H>() } as u64 => {}
        Some(_) => return Err(HeaderError { reason: len_too_long }),
        None => return Err(HeaderError { reason: len_too_short }),
    }
    // A frame that is kept has its header encoded again.
    if !is_valid(&header) {
        return Err(NOT_ENCODABLE);
    }
    Ok(Some((header, size)))
}

/// See [`Header::encode`].
///
/// # Panics
///
/// Panics if `out` has another length, or the header is not valid.
#[inline]
#[track_caller]
pub fn encode<H: DerivedHeader>(header: &H, out: &mut [u8]) {
    let written = header.write_fields(out);
    assert!(written == Ok(out.len()), "the header is not valid, or of another length");
}

/// See [`Header::size`].
#[inline]
pub fn size<H: DerivedHeader>(header: &H) -> usize {
    header.fields_len()
}

/// See [`Header::id`].
#[inline]
pub fn id<H: DerivedHeader>(header: &H) -> u32 {
    as_id(header.parts().0.number())
}

/// See [`Header::payload_len`].
#[inline]
pub fn payload_len<H: DerivedHeader>(header: &H) -> usize {
    as_len(header.parts().1.number()).saturating_sub(H::COUNTED)
}

/// See [`Header::is_valid`].
#[inline]
pub fn is_valid<H: DerivedHeader>(header: &H) -> bool {
    header.can_be_written()
}

/// See [`Header::seal`].
#[inline]
pub fn seal<H: DerivedHeader>(header: &mut H, payload: &[u8]) {
    header.seal_fields(payload);
}

/// See [`Header::verify`].
///
/// # Errors
///
/// Fails if the checksum is not that of the payload.
#[inline]
pub fn verify<H: DerivedHeader>(header: &H, payload: &[u8]) -> Result<(), HeaderError> {
    header.verify_fields(payload)
}

/// See [`Header::reply_to`].
#[inline]
pub fn reply_to<H: DerivedHeader>(header: &mut H, request: &H) {
    header.repeat_fields(request);
}

/// The result for bytes that do not decode. `None` means that more bytes are needed.
#[cold]
fn not_decoded<H>(incomplete: bool, error: DecodeError) -> Result<Option<(H, usize)>, HeaderError> {
    let reason = match error.kind() {
        DecodeErrorKind::UnexpectedEnd { .. } if incomplete => return Ok(None),
        DecodeErrorKind::InvalidValue { reason } => reason,
        DecodeErrorKind::InvalidBool { .. } => "a bool is neither 0 nor 1",
        DecodeErrorKind::UnknownTag { .. } => "no variant has the tag",
        DecodeErrorKind::InvalidUtf8 => "a text is not UTF-8",
        _ => "a field does not decode",
    };
    Err(HeaderError { reason })
}

/// The largest number of a field of type `T`, which has that many bits if it is a part of an integer.
const fn max_number<T: HeaderNumber>(bits: Option<u32>) -> u64 {
    match bits {
        Some(bits @ 0..64) if (1_u64 << bits) <= T::MAX => (1_u64 << bits).wrapping_sub(1),
        _ => T::MAX,
    }
}

/// The id that a number is. Larger ones are rejected before.
const fn as_id(number: u64) -> u32 {
    if number > u32::MAX as u64 { u32::MAX } else { number as u32 }
}

/// The length that a number is. Larger ones are rejected before.
const fn as_len(number: u64) -> usize {
    if number > usize::MAX as u64 { usize::MAX } else { number as usize }
}

/// The number of bytes of the header `H` that its length counts: those of the whole header, or those after the field
/// `label`.
#[doc(hidden)]
#[must_use]
#[track_caller]
pub const fn bytes_counted<H: HeaderFields>(header: &str, label: Option<&str>) -> usize {
    let Some(label) = label else { return fixed(H::FIELDS, header) };
    // Otherwise the fields are bits of one integer.
    let Kind::Struct { fields, .. } = H::FIELDS.kind() else { return 0 };
    let (mut rest, mut counted, mut found) = (*fields, 0_usize, false);
    while let [field, tail @ ..] = rest {
        if found {
            counted = counted.saturating_add(fixed(field.schema(), header));
        }
        found = found || same(field.label(), label);
        rest = tail;
    }
    counted
}

#[track_caller]
const fn fixed(schema: &Schema, header: &str) -> usize {
    match schema.fixed_size() {
        Some(size) => size,
        None => fail(&[
            "the length of `",
            header,
            "` counts fields of the header that have no fixed size",
            "\nhelp: only a length that counts the payload alone can be in such a header",
        ]),
    }
}

const fn same(left: &str, right: &str) -> bool {
    let (mut left, mut right) = (left.as_bytes(), right.as_bytes());
    loop {
        match (left, right) {
            ([], []) => return true,
            ([a, left_rest @ ..], [b, right_rest @ ..]) if *a == *b => {
                (left, right) = (left_rest, right_rest);
            }
            _ => return false,
        }
    }
}
