//! Points of time as a number since 1970: `#[frame(with = UnixMillis)]`.

#[cfg(feature = "std")]
use core::time::Duration;
#[cfg(feature = "std")]
use std::time::SystemTime;

use crate::layout::Adapter;

#[cfg(any(feature = "std", feature = "chrono"))]
pub(crate) const NANOS_PER_SEC: i128 = 1_000_000_000;

/// A point of time that [`UnixSecs`], [`UnixMillis`], [`UnixMicros`] and [`UnixNanos`] adapt.
///
/// `SystemTime` implements it; with the feature `chrono`, `DateTime<Utc>`; and with the feature `time`, `OffsetDateTime` and
/// `UtcDateTime`.
pub trait UnixTime: Sized {
    /// Returns the nanoseconds since 1970-01-01 00:00 UTC, without leap seconds. Unix time has no number for a leap second,
    /// which is the second after it.
    fn to_unix_nanos(&self) -> i128;

    /// Returns the time that many nanoseconds after 1970-01-01 00:00 UTC, if the type has it.
    fn from_unix_nanos(nanos: i128) -> Option<Self>;
}

macro_rules! units {
    ($($(#[$doc:meta])* $unit:ident = $nanos:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy)]
        pub struct $unit;

        impl<T: UnixTime> Adapter<T> for $unit {
            type Wire = i64;
            const MAX_HEAP: usize = 0;

            fn to_wire(value: &T) -> Result<i64, &'static str> {
                let number = value.to_unix_nanos().div_euclid($nanos);
                number.try_into().map_err(|_| "the time does not fit into 64 bits")
            }

            fn from_wire(wire: i64) -> Result<T, &'static str> {
                let nanos = i128::from(wire).saturating_mul($nanos);
                T::from_unix_nanos(nanos).ok_or("the type of the field has no such time")
            }
        }
    )*};
}
units! {
    /// Encodes a [`UnixTime`] as an `i64` of whole seconds since 1970. What is less than a second is cut off.
    UnixSecs = 1_000_000_000;
    /// Encodes a [`UnixTime`] as an `i64` of whole milliseconds since 1970. What is less than a millisecond is cut off.
    ///
    /// ```
    /// use std::time::{Duration, SystemTime};
    ///
    /// use pool_codec::Adapter;
    /// use pool_codec::layout::UnixMillis;
    ///
    /// let time = SystemTime::UNIX_EPOCH + Duration::from_micros(2_500);
    /// assert_eq!(UnixMillis::to_wire(&time), Ok(2));
    /// assert_eq!(UnixMillis::from_wire(2), Ok(SystemTime::UNIX_EPOCH + Duration::from_millis(2)));
    /// ```
    UnixMillis = 1_000_000;
    /// Encodes a [`UnixTime`] as an `i64` of whole microseconds since 1970. What is less than a microsecond is cut off.
    UnixMicros = 1_000;
    /// Encodes a [`UnixTime`] as an `i64` of nanoseconds since 1970, which reaches from 1677 to 2262.
    UnixNanos = 1;
}

#[cfg(feature = "std")]
impl UnixTime for SystemTime {
    fn to_unix_nanos(&self) -> i128 {
        let nanos = |span: Duration| i128::try_from(span.as_nanos()).unwrap_or(i128::MAX);
        match self.duration_since(Self::UNIX_EPOCH) {
            Ok(since) => nanos(since),
            Err(before) => nanos(before.duration()).saturating_neg(),
        }
    }

    fn from_unix_nanos(nanos: i128) -> Option<Self> {
        let span = nanos.unsigned_abs();
        let per_sec = NANOS_PER_SEC.unsigned_abs();
        let secs = u64::try_from(span.checked_div(per_sec)?).ok()?;
        let span = Duration::new(secs, u32::try_from(span.checked_rem(per_sec)?).ok()?);
        match nanos < 0 {
            true => Self::UNIX_EPOCH.checked_sub(span),
            false => Self::UNIX_EPOCH.checked_add(span),
        }
    }
}
