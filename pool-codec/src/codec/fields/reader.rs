//! Reading the fields of a derived type.

use core::marker::PhantomData;

use super::run::run_size;
use crate::codec::decode::Decode;
use crate::codec::decoder::Decoder;
use crate::codec::encode::{Encode, encoded_len};
use crate::codec::error::{DecodeError, DecodeErrorKind};
use crate::codec::layout::{Layout, Own};

/// Reads the fields of `T`, or of its variant `V`, each of which is laid out by `L`.
///
/// Expansions call its methods on a `&mut Reader`. Each of them takes `&mut self`, so that no trait in the user's
/// scope has a method that the compiler finds first.
#[derive(Debug)]
pub struct Reader<'a, 'decoder, T, L, const V: usize> {
    decoder: &'a mut Decoder<'decoder>,
    /// The cursor where `T` begins.
    before: Decoder<'decoder>,
    of: PhantomData<fn() -> (T, L)>,
}

impl<'a, 'decoder, T: Encode<Own>, L: Layout> Reader<'a, 'decoder, T, L, 0> {
    /// Creates a reader at the first field, or at the tag of an enum.
    #[inline(always)]
    pub const fn new(decoder: &'a mut Decoder<'decoder>) -> Self {
        // Evaluates the compile-time checks of the type, which nothing else here uses if it is transparent.
        const {
            let _ = T::ENCODING;
        };
        let before = *decoder;
        Self { decoder, before, of: PhantomData }
    }

    /// Reads the tag of an enum.
    ///
    /// # Errors
    ///
    /// Returns an error if the input ends before the tag does.
    #[inline(always)]
    pub fn tag<Tag: Decode<'decoder, L>>(&mut self) -> Result<Tag::Value, DecodeError> {
        match Tag::decode_from(self.decoder) {
            Ok(tag) => Ok(tag),
            Err(error) => Err(error.in_message(T::ENCODING)),
        }
    }

    /// Creates the error for a tag that does not belong to any variant.
    #[inline(always)]
    #[must_use]
    pub fn unknown_tag(&mut self, tag: impl Into<u64>) -> DecodeError {
        let kind = DecodeErrorKind::UnknownTag { tag: tag.into() };
        self.before.error(kind).in_message(T::ENCODING)
    }

    /// Reads the fields of the variant `V` with `read`.
    ///
    /// Each variant has its own function, because without optimization one function for many variants would keep
    /// the locals of all of them on its stack.
    ///
    /// # Errors
    ///
    /// The errors are those of `read`.
    #[inline]
    pub fn variant<const V: usize, R>(
        &mut self,
        read: impl FnOnce(&mut Reader<'_, 'decoder, T, L, V>) -> Result<R, DecodeError>,
    ) -> Result<R, DecodeError> {
        read(&mut Reader { decoder: self.decoder, before: self.before, of: self.of })
    }

    /// Moves back to the start of `T` and calls `read` there.
    #[inline]
    pub fn again<R>(&mut self, read: impl FnOnce(&mut Decoder<'decoder>) -> R) -> R {
        *self.decoder = self.before;
        read(self.decoder)
    }

    /// Reads the only field of a transparent type, which errors do not name.
    ///
    /// # Errors
    ///
    /// The errors are those of [`Decode::decode_from`].
    #[inline(always)]
    pub fn get_transparent<F: Decode<'decoder, L>>(&mut self) -> Result<F::Value, DecodeError> {
        F::decode_from(self.decoder)
    }

    /// Reads the only field of a transparent type into `value`.
    ///
    /// # Errors
    ///
    /// The errors are those of [`Decode::decode_from`].
    #[inline(always)]
    pub fn refill_transparent<F: Decode<'decoder, L>>(
        &mut self,
        value: &mut F::Value,
    ) -> Result<(), DecodeError> {
        F::refill_from(value, self.decoder)
    }

    /// Refuses the only field of a transparent type unless `valid` is true.
    ///
    /// # Errors
    ///
    /// Returns [`InvalidValue`](DecodeErrorKind::InvalidValue) with the reason.
    #[inline]
    pub fn check_transparent(
        &mut self,
        valid: bool,
        _offset: usize,
        reason: &'static str,
    ) -> Result<(), DecodeError> {
        self.check_valid(if valid { Ok(()) } else { Err(reason) })
    }
}

impl<'decoder, T: Encode<Own>, L: Layout, const V: usize> Reader<'_, 'decoder, T, L, V> {
    /// Reads the field `I`.
    ///
    /// # Errors
    ///
    /// Returns an error if the bytes at the cursor are not an encoding of the field, or if the input ends within
    /// the run of fixed-size fields that begins there.
    #[inline(always)]
    pub fn get<F: Decode<'decoder, L>, const I: usize>(&mut self) -> Result<F::Value, DecodeError> {
        self.check_run::<I>()?;
        match F::decode_from(self.decoder) {
            Ok(value) => Ok(value),
            Err(error) => Err(error.labelled(T::ENCODING, V, I)),
        }
    }

    /// Reads the field `I`, or calls `default` if the input ends before it.
    ///
    /// # Errors
    ///
    /// The errors are those of [`get`](Self::get), and [`TooLarge`](DecodeErrorKind::TooLarge) if the default exceeds the
    /// bound of the field.
    #[inline(always)]
    pub fn get_or<F: Decode<'decoder, L>, const I: usize>(
        &mut self,
        default: impl FnOnce() -> F::Value,
    ) -> Result<F::Value, DecodeError> {
        if self.decoder.rest().is_empty() {
            let value = default();
            self.check_default::<F, I>(&value)?;
            return Ok(value);
        }
        self.get::<F, I>()
    }

    /// Refuses the default of the field `I` if it exceeds the bound of the field. Such a value could not be encoded.
    #[inline]
    fn check_default<F: Decode<'decoder, L>, const I: usize>(
        &mut self,
        value: &F::Value,
    ) -> Result<(), DecodeError> {
        if F::ENCODING.fixed_size().is_some() {
            return Ok(());
        }
        let (size, max) = (encoded_len::<F, L>(value), F::ENCODING.max_size());
        if size <= max {
            return Ok(());
        }
        let error = self.decoder.error(DecodeErrorKind::TooLarge { size, max });
        Err(error.labelled(T::ENCODING, V, I))
    }

    /// Sets `value` to the default of the field `I`, unless that exceeds the bound of the field.
    #[inline]
    fn refill_default<F: Decode<'decoder, L>, const I: usize>(
        &mut self,
        value: &mut F::Value,
        default: impl FnOnce() -> F::Value,
    ) -> Result<(), DecodeError> {
        let new = default();
        self.check_default::<F, I>(&new)?;
        *value = new;
        Ok(())
    }

    /// Reads the field `I`, which has `count` bytes or elements.
    ///
    /// # Errors
    ///
    /// The errors are those of `decode_counted`.
    #[inline(always)]
    pub fn get_counted<P, const I: usize>(
        &mut self,
        count: u64,
        decode: impl FnOnce(u64, &mut Decoder<'decoder>) -> Result<P, DecodeError>,
    ) -> Result<P, DecodeError> {
        match decode(count, self.decoder) {
            Ok(value) => Ok(value),
            Err(error) => Err(error.labelled(T::ENCODING, V, I)),
        }
    }

    /// Reads the field `I` if it is present.
    ///
    /// # Errors
    ///
    /// The errors are those of [`get`](Self::get).
    #[inline(always)]
    pub fn get_when<F, P, const I: usize>(
        &mut self,
        present: bool,
    ) -> Result<Option<P>, DecodeError>
    where
        F: Decode<'decoder, L> + Encode<L, Value = Option<P>>,
    {
        if present { self.get::<F, I>() } else { Ok(None) }
    }

    /// Reads the field `I` into `value` if it is present, and clears `value` otherwise.
    ///
    /// # Errors
    ///
    /// The errors are those of [`get`](Self::get).
    #[inline(always)]
    pub fn refill_when<F, P, const I: usize>(
        &mut self,
        value: &mut Option<P>,
        present: bool,
    ) -> Result<(), DecodeError>
    where
        F: Decode<'decoder, L> + Encode<L, Value = Option<P>>,
    {
        if present {
            return self.refill::<F, I>(value);
        }
        *value = None;
        Ok(())
    }

    /// Reads the field `I` into `value`.
    ///
    /// # Errors
    ///
    /// The errors are those of [`get`](Self::get).
    #[inline(always)]
    pub fn refill<F: Decode<'decoder, L>, const I: usize>(
        &mut self,
        value: &mut F::Value,
    ) -> Result<(), DecodeError> {
        self.check_run::<I>()?;
        match F::refill_from(value, self.decoder) {
            Ok(()) => Ok(()),
            Err(error) => Err(error.labelled(T::ENCODING, V, I)),
        }
    }

    /// Reads the field `I` into `value`, or calls `default` if the input ends before it.
    ///
    /// # Errors
    ///
    /// The errors are those of [`get`](Self::get).
    #[inline(always)]
    pub fn refill_or<F: Decode<'decoder, L>, const I: usize>(
        &mut self,
        value: &mut F::Value,
        default: impl FnOnce() -> F::Value,
    ) -> Result<(), DecodeError> {
        if self.decoder.rest().is_empty() {
            // A large value of fixed size does not pass through the stack of this function.
            if F::ENCODING.fixed_size().is_none() {
                return self.refill_default::<F, I>(value, default);
            }
            *value = default();
            return Ok(());
        }
        self.refill::<F, I>(value)
    }

    /// Checks once that a run of fixed-size fields is complete, so that the compiler can drop the check of each
    /// field.
    #[inline(always)]
    fn check_run<const I: usize>(&self) -> Result<(), DecodeError> {
        if self.decoder.rest().len() >= const { run_size(T::ENCODING.fields_of(V), I) } {
            return Ok(());
        }
        let (offset, available) = (self.decoder.offset(), self.decoder.rest().len());
        Err(DecodeError::short_run(offset, available, T::ENCODING, V, I))
    }

    /// Returns the number of bytes before the cursor.
    #[inline(always)]
    #[must_use]
    pub const fn offset(&mut self) -> usize {
        self.decoder.offset()
    }

    /// Refuses the field `I`, which begins at `offset`, unless `valid` is true.
    ///
    /// # Errors
    ///
    /// Returns [`InvalidValue`](DecodeErrorKind::InvalidValue) with the reason.
    #[inline(always)]
    pub fn check<const I: usize>(
        &mut self,
        valid: bool,
        offset: usize,
        reason: &'static str,
    ) -> Result<(), DecodeError> {
        if valid {
            return Ok(());
        }
        let error = DecodeError::new(DecodeErrorKind::InvalidValue { reason }, offset);
        Err(error.labelled(T::ENCODING, V, I))
    }

    /// Creates the error for bits that are no value of their field.
    #[cold]
    #[must_use]
    pub fn bits_error(&mut self, reason: &'static str) -> DecodeError {
        self.before.error(DecodeErrorKind::InvalidValue { reason })
    }

    /// Refuses an encoding that is longer than the `max_size` of the message.
    ///
    /// # Errors
    ///
    /// Returns [`TooLarge`](DecodeErrorKind::TooLarge) if it is longer.
    #[inline]
    pub fn check_size(&mut self) -> Result<(), DecodeError> {
        let size = self.decoder.offset().saturating_sub(self.before.offset());
        let max = T::ENCODING.max_size();
        if size <= max {
            return Ok(());
        }
        let kind = DecodeErrorKind::TooLarge { size, max };
        Err(self.before.error(kind).in_message(T::ENCODING))
    }

    /// Refuses a value that the `validate` function of the message rejects.
    ///
    /// # Errors
    ///
    /// Returns [`InvalidValue`](DecodeErrorKind::InvalidValue) with the reason of the function.
    #[inline]
    pub fn check_valid(&mut self, verdict: Result<(), &'static str>) -> Result<(), DecodeError> {
        let Err(reason) = verdict else { return Ok(()) };
        let kind = DecodeErrorKind::InvalidValue { reason };
        Err(self.before.error(kind).in_message(T::ENCODING))
    }
}
