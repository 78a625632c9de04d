//! Writing the fields of a derived type.

use core::marker::PhantomData;

use super::run::run_size;
use crate::codec::encode::{Encode, encoded_len};
use crate::codec::error::EncodeErrorKind;
use crate::codec::layout::{Layout, Own};
use crate::codec::sink::Sink;

/// Writes the fields of `T`, or of its variant `V`, each of which is laid out by `L`. Each method takes `&mut self`, as
/// those of [`Reader`](super::Reader) do.
#[derive(Debug)]
pub struct Writer<'a, S, T, L, const V: usize> {
    sink: &'a mut S,
    of: PhantomData<fn() -> (T, L)>,
}

impl<'a, S: Sink, T: Encode<Own>, L: Layout> Writer<'a, S, T, L, 0> {
    /// Creates a writer at the first field, or at the tag of an enum.
    #[inline(always)]
    pub const fn new(sink: &'a mut S) -> Self {
        // Evaluates the compile-time checks of the type, which nothing else here uses if it has no field or is
        // transparent.
        const {
            let _ = T::ENCODING;
        };
        Self { sink, of: PhantomData }
    }

    /// Writes the tag of a variant.
    ///
    /// # Errors
    ///
    /// Returns an error if the tag does not fit.
    #[inline(always)]
    pub fn tag<Tag: Encode<L>>(&mut self, tag: Tag::Value) -> Result<(), S::Error> {
        match Tag::encode_to(&tag, self.sink) {
            Ok(()) => Ok(()),
            Err(error) => Err(S::label(error, |error| error.in_message(T::ENCODING))),
        }
    }

    /// Writes the tag of the variant `V`, and its fields with `write`.
    ///
    /// Each variant has its own function, for the same reason as in [`Reader::variant`](super::Reader::variant).
    ///
    /// # Errors
    ///
    /// Returns an error if the tag does not fit. The other errors are those of `write`.
    #[inline]
    pub fn variant<Tag: Encode<L>, const V: usize>(
        &mut self,
        tag: Tag::Value,
        write: impl FnOnce(&mut Writer<'_, S, T, L, V>) -> Result<(), S::Error>,
    ) -> Result<(), S::Error> {
        self.tag::<Tag>(tag)?;
        write(&mut Writer { sink: self.sink, of: self.of })
    }

    /// Writes the only field of a transparent type, which errors do not name.
    ///
    /// # Errors
    ///
    /// The errors are those of [`Encode::encode_to`].
    #[inline(always)]
    pub fn put_transparent<F: Encode<L>>(&mut self, value: &F::Value) -> Result<(), S::Error> {
        F::encode_to(value, self.sink)
    }

    /// Refuses the value of a transparent type unless `valid` returns true.
    ///
    /// # Errors
    ///
    /// Returns [`InvalidValue`](EncodeErrorKind::InvalidValue) with the reason.
    #[inline(always)]
    pub fn check_transparent(
        &mut self,
        valid: impl FnOnce() -> bool,
        reason: &'static str,
    ) -> Result<(), S::Error> {
        self.sink.check(|| (!valid()).then_some(EncodeErrorKind::InvalidValue { reason }))
    }

    /// Refuses a value whose bits do not fit.
    ///
    /// # Errors
    ///
    /// Returns [`InvalidValue`](EncodeErrorKind::InvalidValue) with the reason.
    #[inline(always)]
    pub fn check_bits(&mut self, fits: bool, reason: &'static str) -> Result<(), S::Error> {
        self.sink.check(|| (!fits).then_some(EncodeErrorKind::InvalidValue { reason }))
    }

    /// Refuses a value that is longer than the `max_size` of the message.
    ///
    /// # Errors
    ///
    /// Returns [`TooLarge`](EncodeErrorKind::TooLarge) if it is longer.
    #[inline]
    pub fn check_size(&mut self, value: &T::Value) -> Result<(), S::Error> {
        let fault = || {
            let (size, max) = (encoded_len::<T, Own>(value), T::ENCODING.max_size());
            (size > max).then_some(EncodeErrorKind::TooLarge { size, max })
        };
        self.sink
            .check(fault)
            .map_err(|error| S::label(error, |error| error.in_message(T::ENCODING)))
    }

    /// Refuses the tag of the variant for unknown tags if it is one of the `known` tags.
    ///
    /// # Errors
    ///
    /// Returns [`InvalidValue`](EncodeErrorKind::InvalidValue) if the tag is known.
    #[inline]
    pub fn check_other<Tag: PartialEq>(
        &mut self,
        tag: &Tag,
        known: &[Tag],
    ) -> Result<(), S::Error> {
        let reason = "the tag belongs to another variant";
        let fault = || known.contains(tag).then_some(EncodeErrorKind::InvalidValue { reason });
        self.sink
            .check(fault)
            .map_err(|error| S::label(error, |error| error.in_message(T::ENCODING)))
    }
}

impl<S: Sink, T: Encode<Own>, L: Layout, const V: usize> Writer<'_, S, T, L, V> {
    /// Writes the field `I`.
    ///
    /// # Errors
    ///
    /// The errors are those of [`Encode::encode_to`].
    #[inline(always)]
    pub fn put<F: Encode<L>, const I: usize>(&mut self, value: &F::Value) -> Result<(), S::Error> {
        let run = const { run_size(T::ENCODING.fields_of(V), I) };
        self.sink.check_run(run, T::ENCODING)?;
        match F::encode_to(value, self.sink) {
            Ok(()) => Ok(()),
            Err(error) => Err(S::label(error, |error| error.labelled(T::ENCODING, V, I))),
        }
    }

    /// Refuses the field `I` unless `valid` returns true.
    ///
    /// # Errors
    ///
    /// Returns [`InvalidValue`](EncodeErrorKind::InvalidValue) with the reason.
    #[inline(always)]
    pub fn check<const I: usize>(
        &mut self,
        valid: impl FnOnce() -> bool,
        reason: &'static str,
    ) -> Result<(), S::Error> {
        let fault = || (!valid()).then_some(EncodeErrorKind::InvalidValue { reason });
        match self.sink.check(fault) {
            Ok(()) => Ok(()),
            Err(error) => Err(S::label(error, |error| error.labelled(T::ENCODING, V, I))),
        }
    }
}
