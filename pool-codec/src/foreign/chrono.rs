//! Times of `chrono`, for the adapters of Unix time.

use chrono::{DateTime, Utc};

use crate::layout::NANOS_PER_SEC;
use crate::layout::UnixTime;

impl UnixTime for DateTime<Utc> {
    fn to_unix_nanos(&self) -> i128 {
        let secs = i128::from(self.timestamp()).saturating_mul(NANOS_PER_SEC);
        secs.saturating_add(self.timestamp_subsec_nanos().into())
    }

    fn from_unix_nanos(nanos: i128) -> Option<Self> {
        let secs = i64::try_from(nanos.div_euclid(NANOS_PER_SEC)).ok()?;
        Self::from_timestamp(secs, u32::try_from(nanos.rem_euclid(NANOS_PER_SEC)).ok()?)
    }
}
