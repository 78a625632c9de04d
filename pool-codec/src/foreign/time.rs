//! Times of `time`, for the adapters of Unix time.

use time::{OffsetDateTime, UtcDateTime};

use crate::layout::UnixTime;

/// The offset from UTC is not on the wire.
impl UnixTime for OffsetDateTime {
    fn to_unix_nanos(&self) -> i128 {
        self.unix_timestamp_nanos()
    }

    fn from_unix_nanos(nanos: i128) -> Option<Self> {
        Self::from_unix_timestamp_nanos(nanos).ok()
    }
}

impl UnixTime for UtcDateTime {
    fn to_unix_nanos(&self) -> i128 {
        self.unix_timestamp_nanos()
    }

    fn from_unix_nanos(nanos: i128) -> Option<Self> {
        Self::from_unix_timestamp_nanos(nanos).ok()
    }
}
