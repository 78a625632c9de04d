//! Spans and points of time: seconds and nanoseconds (WIRE.md section 11).

use core::time::Duration;
#[cfg(feature = "std")]
use std::time::SystemTime;

use crate::codec::borrow::{ArrayElement, own_borrowed_form};
use crate::codec::{
    Blank, Decode, DecodeError, Decoder, Encode, Facts, Field, Layout, Schema, Sink,
};
use crate::wire::parts::parts;

const NANOS_PER_SEC: u32 = 1_000_000_000;

fn duration((secs, nanos): (u64, u32)) -> Result<Duration, &'static str> {
    if nanos < NANOS_PER_SEC {
        Ok(Duration::new(secs, nanos))
    } else {
        Err("a second has a billion nanoseconds")
    }
}

parts!(
    Duration = "Duration" { "secs": u64, "nanos": u32 },
    Facts::CHECKED,
    Some(Blank::new(Duration::ZERO)),
    |value| Ok((value.as_secs(), value.subsec_nanos())),
    duration
);

#[cfg(feature = "std")]
parts!(
    SystemTime = "SystemTime" { "secs_since_epoch": u64, "nanos_since_epoch": u32 },
    Facts::CHECKED,
    Some(Blank::new(SystemTime::UNIX_EPOCH)),
    |value| match value.duration_since(SystemTime::UNIX_EPOCH) {
        Ok(since) => Ok((since.as_secs(), since.subsec_nanos())),
        Err(_) => Err("the time is before 1970"),
    },
    |parts| SystemTime::UNIX_EPOCH
        .checked_add(duration(parts)?)
        .ok_or("the system has no time that late")
);
