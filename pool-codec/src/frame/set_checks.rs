//! Rules about the ids of a set, checked when the program is built.

use crate::codec::const_fmt::{Decimal, fail};
use crate::frame::message_info::MessageInfo;

/// Fails the build if two messages have the same id. `#[derive(FrameSet)]` calls it, with `SLOTS` a power of two above
/// the number of messages.
///
/// The compiler limits the steps of a constant's evaluation, so the ids go into a hash table with linear probing
/// instead of being compared in pairs.
#[doc(hidden)]
#[track_caller]
#[expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "`SLOTS` is not zero, and slots are below it; `get` is not const"
)]
pub const fn check_ids<const SLOTS: usize>(set: &str, messages: &[MessageInfo]) {
    // The multiplier is 2^32 divided by the golden ratio, as in Knuth's multiplicative hashing (TAOCP 3, 6.4).
    const MULTIPLIER: u32 = 0x9E37_79B9;
    let mut slots: [Option<&MessageInfo>; SLOTS] = [None; SLOTS];
    let mut rest = messages;
    while let [message, tail @ ..] = rest {
        // The high bits of the product are the well mixed ones: scale them to the number of slots.
        let hash = message.id.wrapping_mul(MULTIPLIER) as u64;
        let mut slot = (hash.wrapping_mul(SLOTS as u64) >> 32) as usize;
        while let Some(other) = slots[slot] {
            if other.id == message.id {
                fail(&[
                    "`",
                    other.name,
                    "` and `",
                    message.name,
                    "` have the same frame id in `",
                    set,
                    "`\nhelp: give each message of a set its own `#[frame(id = ..)]`",
                ]);
            }
            slot = slot.wrapping_add(1) % SLOTS;
        }
        slots[slot] = Some(message);
        rest = tail;
    }
}

/// Fails the build if the id of a message lies in one of the `reserved` ranges, which include both ends.
/// `#[derive(FrameSet)]` calls it.
#[doc(hidden)]
#[track_caller]
pub const fn check_reserved(set: &str, messages: &[MessageInfo], reserved: &[(u32, u32)]) {
    let mut rest = messages;
    while let [message, tail @ ..] = rest {
        let mut ranges = reserved;
        while let [(first, last), more @ ..] = ranges {
            if *first <= message.id && message.id <= *last {
                fail(&[
                    "the id of `",
                    message.name,
                    "`, ",
                    Decimal::new(message.id as usize).as_str(),
                    ", is reserved in `",
                    set,
                    "`\nhelp: give the message another `#[frame(id = ..)]`",
                ]);
            }
            ranges = more;
        }
        rest = tail;
    }
}
