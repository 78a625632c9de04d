//! Bytes to values: the [`Decodable`] trait and its cursor.

use alloc::vec::Vec;

use crate::codec::error::{DecodeError, DecodeErrorKind};
use crate::codec::schema::Field;
use crate::codec::sizes::fields_of;
use crate::wire::Wire;

/// A value that can be read from bytes. `'decoder` is the lifetime of the input; owned forms
/// implement the trait for every `'decoder`.
///
/// Derived by `#[derive(Frame)]` for both forms of a message. Callers use [`decode`](Self::decode),
/// [`decode_prefix`](Self::decode_prefix) and [`decode_into`](Self::decode_into); implementors write
/// [`decode_from`](Self::decode_from).
///
/// ```
/// use pool_codec::{Decodable, U24};
///
/// assert_eq!(U24::decode(&[1, 0, 0]).unwrap(), U24::from(1_u8));
/// let (first, rest) = u16::decode_prefix(&[1, 2, 3]).unwrap();
/// assert_eq!((first, rest), (0x0201, &[3][..]));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be decoded",
    label = "not decodable",
    note = "use a bounded type such as `Str<N>`, `Bytes<N>` or `Seq<T, N>`",
    note = "or bound a `String` or `Vec<T>` field with `#[frame(max_len = N)]`",
    note = "or derive `Frame` for your own type"
)]
pub trait Decodable<'decoder>: Wire + Sized {
    /// Reads a value at the cursor.
    ///
    /// # Errors
    ///
    /// If the bytes at the cursor are not an encoding of this type.
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError>;

    /// Reads a value at the cursor into `self`, reusing the heap blocks that `self` has.
    ///
    /// # Errors
    ///
    /// As [`decode_from`](Self::decode_from). Fields before the one that failed are already replaced.
    #[inline]
    fn refill_from(&mut self, decoder: &mut Decoder<'decoder>) -> Result<(), DecodeError> {
        *self = Self::decode_from(decoder)?;
        Ok(())
    }

    /// Decodes `bytes`, all of them; up to [`MAX_TRAILING`](Wire::MAX_TRAILING) bytes behind the value are
    /// ignored.
    ///
    /// # Errors
    ///
    /// If `bytes` are not an encoding of this type, or longer than it
    /// ([`TrailingBytes`](DecodeErrorKind::TrailingBytes)).
    #[inline]
    fn decode(bytes: &'decoder [u8]) -> Result<Self, DecodeError> {
        let mut decoder = Decoder::new(bytes);
        let value = Self::decode_from(&mut decoder)?;
        match decoder.finish_within(Self::MAX_TRAILING) {
            Ok(()) => Ok(value),
            Err(error) => Err(error.in_message(Self::SCHEMA)),
        }
    }

    /// Decodes the front of `bytes` and returns the rest, where extensions may follow.
    ///
    /// # Errors
    ///
    /// If `bytes` do not begin with an encoding of this type.
    #[inline]
    fn decode_prefix(bytes: &'decoder [u8]) -> Result<(Self, &'decoder [u8]), DecodeError> {
        let mut decoder = Decoder::new(bytes);
        let value = Self::decode_from(&mut decoder)?;
        Ok((value, decoder.rest()))
    }

    /// Decodes `bytes`, all of them, into `self`, reusing the heap blocks that `self` has: a loop
    /// that refills one value allocates nothing in steady state. A block that would be left mostly
    /// empty is given back, so that a value never holds much more than its present content needs.
    ///
    /// # Errors
    ///
    /// As [`decode`](Self::decode). After an error some fields may be new and others old, and the rules of
    /// the type (`range`, `validate`) may not hold: replace the value or refill it before it is used.
    #[inline]
    fn decode_into(&mut self, bytes: &'decoder [u8]) -> Result<(), DecodeError> {
        let mut decoder = Decoder::new(bytes);
        self.refill_from(&mut decoder)?;
        match decoder.finish_within(Self::MAX_TRAILING) {
            Ok(()) => Ok(()),
            Err(error) => Err(error.in_message(Self::SCHEMA)),
        }
    }

    /// Appends `count` values to `values`. The bulk form, which integers override.
    #[doc(hidden)]
    #[inline]
    fn decode_items(
        decoder: &mut Decoder<'decoder>,
        count: usize,
        values: &mut Vec<Self>,
    ) -> Result<(), DecodeError> {
        for _ in 0..count {
            values.push(Self::decode_from(decoder)?);
        }
        Ok(())
    }

    /// Appends `count` arrays of `N` values to `arrays`. The bulk form, which `u8` overrides.
    #[doc(hidden)]
    #[inline]
    fn decode_arrays<const N: usize>(
        decoder: &mut Decoder<'decoder>,
        count: usize,
        arrays: &mut Vec<[Self; N]>,
    ) -> Result<(), DecodeError> {
        for _ in 0..count {
            arrays.push(Self::decode_array(decoder)?);
        }
        Ok(())
    }

    /// Reads `N` values. The bulk form, which `u8` overrides.
    #[doc(hidden)]
    #[inline]
    fn decode_array<const N: usize>(
        decoder: &mut Decoder<'decoder>,
    ) -> Result<[Self; N], DecodeError> {
        array_of(decoder, Self::MIN_SIZE, Self::decode_from)
    }
}

/// Reads `N` values of at least `min_size` bytes each.
#[inline]
pub(crate) fn array_of<'decoder, T, const N: usize>(
    decoder: &mut Decoder<'decoder>,
    min_size: usize,
    decode: impl Fn(&mut Decoder<'decoder>) -> Result<T, DecodeError>,
) -> Result<[T; N], DecodeError> {
    const { assert!(N as u64 <= u32::MAX as u64, "an array has at most 2^32 - 1 elements") };
    let mut values = arrayvec::ArrayVec::<T, N>::new();
    while !values.is_full() {
        values.push(decode(decoder)?);
    }
    // Full, so this cannot fail; the error keeps the function free of panics.
    values.into_inner().map_err(|_| decoder.unexpected_end(min_size))
}

/// A read cursor over an input. Cheap to copy: to look ahead, copy it.
///
/// ```
/// use pool_codec::Decoder;
///
/// let mut decoder = Decoder::new(&[1, 2, 3]);
/// assert_eq!(decoder.take(2).unwrap(), &[1, 2]);
/// assert_eq!((decoder.offset(), decoder.rest()), (2, &[3][..]));
/// assert!(decoder.take(2).is_err());
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Decoder<'decoder> {
    rest: &'decoder [u8],
    /// Length of the whole input.
    len: usize,
}

impl<'decoder> Decoder<'decoder> {
    /// A cursor at the start of `input`.
    #[inline]
    #[must_use]
    pub const fn new(input: &'decoder [u8]) -> Self {
        Self { rest: input, len: input.len() }
    }

    /// Bytes read so far.
    #[inline]
    #[must_use]
    pub const fn offset(&self) -> usize {
        self.len.saturating_sub(self.rest.len())
    }

    /// The bytes not read yet.
    #[inline]
    #[must_use]
    pub const fn rest(&self) -> &'decoder [u8] {
        self.rest
    }

    /// Reads `count` bytes.
    ///
    /// # Errors
    ///
    /// [`UnexpectedEnd`](DecodeErrorKind::UnexpectedEnd) if fewer are left; the cursor stays.
    #[inline]
    pub fn take(&mut self, count: usize) -> Result<&'decoder [u8], DecodeError> {
        match self.rest.split_at_checked(count) {
            Some((taken, rest)) => {
                self.rest = rest;
                Ok(taken)
            }
            None => Err(self.unexpected_end(count)),
        }
    }

    /// Reads `N` bytes.
    ///
    /// # Errors
    ///
    /// [`UnexpectedEnd`](DecodeErrorKind::UnexpectedEnd) if fewer are left; the cursor stays.
    #[inline]
    pub fn take_array<const N: usize>(&mut self) -> Result<&'decoder [u8; N], DecodeError> {
        match self.rest.split_first_chunk::<N>() {
            Some((taken, rest)) => {
                self.rest = rest;
                Ok(taken)
            }
            None => Err(self.unexpected_end(N)),
        }
    }

    /// Fails unless the input is used up.
    ///
    /// # Errors
    ///
    /// [`TrailingBytes`](DecodeErrorKind::TrailingBytes) if bytes are left.
    #[inline]
    pub const fn finish(&self) -> Result<(), DecodeError> {
        self.finish_within(0)
    }

    /// Fails if more than `max_trailing` bytes are left.
    #[inline]
    pub(crate) const fn finish_within(&self, max_trailing: usize) -> Result<(), DecodeError> {
        if self.rest.len() <= max_trailing {
            return Ok(());
        }
        Err(self.error(DecodeErrorKind::TrailingBytes { count: self.rest.len() }))
    }

    /// An error at the cursor.
    #[cold]
    #[must_use]
    pub const fn error(&self, kind: DecodeErrorKind) -> DecodeError {
        DecodeError::new(kind, self.offset())
    }

    pub(crate) const fn unexpected_end(&self, needed: usize) -> DecodeError {
        unexpected_end(self.offset(), needed, self.rest.len())
    }

    /// Checks once that a run of fixed-size fields is there, so that the compiler drops the check of each
    /// field. `size` is the run's length in bytes.
    #[doc(hidden)]
    #[inline(always)]
    pub fn check_run(&self, size: usize, run: &'static Run) -> Result<(), DecodeError> {
        if self.rest.len() >= size {
            return Ok(());
        }
        Err(short_run(self.offset(), self.rest.len(), run))
    }
}

/// The fields of a message or of one of its variants from some place on. Only expansions name it.
#[derive(Debug, Clone, Copy)]
pub struct Run {
    /// The message.
    pub schema: &'static crate::Schema,
    /// Which of its variants, in an enum.
    pub variant: usize,
    /// The names of all fields there, as errors give them.
    pub labels: &'static [&'static str],
    /// The first field of the run.
    pub index: usize,
}

#[cold]
#[inline(never)]
const fn unexpected_end(offset: usize, needed: usize, available: usize) -> DecodeError {
    DecodeError::new(DecodeErrorKind::UnexpectedEnd { needed, available }, offset)
}

/// The field of a short run that does not fit any more: what checking each field alone would say.
#[cold]
#[inline(never)]
fn short_run(offset: usize, available: usize, run: &'static Run) -> DecodeError {
    let (mut offset, mut available) = (offset, available);
    let fields = fields_of(run.schema, run.variant).iter().zip(run.labels).skip(run.index);
    for (Field { min_size, .. }, label) in fields {
        if *min_size > available {
            return unexpected_end(offset, *min_size, available).in_field(label, run.schema);
        }
        offset = offset.saturating_add(*min_size);
        available = available.saturating_sub(*min_size);
    }
    unexpected_end(offset, 1, available).in_message(run.schema)
}

/// The length of the run of fixed-size fields that begins at `fields[index]`, in bytes.
#[doc(hidden)]
#[must_use]
pub const fn run_size(fields: &[Field], index: usize) -> usize {
    let (mut index, mut size) = (index, 0_usize);
    while index < fields.len() {
        #[expect(
            clippy::indexing_slicing,
            reason = "the loop condition bounds it; `get` is not const"
        )]
        let field = &fields[index];
        if field.min_size != field.max_size {
            break;
        }
        size = size.saturating_add(field.min_size);
        index = index.saturating_add(1);
    }
    size
}
