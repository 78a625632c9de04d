//! Rules about the ids of a set, checked when the program is built.

use crate::codec::const_fmt::{Decimal, fail};
use crate::frame::message_info::MessageInfo;

/// Fails the build if two messages have the same id. `#[derive(FrameSet)]` calls it.
#[doc(hidden)]
#[track_caller]
pub const fn check_ids(set: &str, messages: &[MessageInfo]) {
    let mut rest = messages;
    while let [first, tail @ ..] = rest {
        let mut others = tail;
        while let [other, more @ ..] = others {
            if first.id == other.id {
                fail(&[
                    "`",
                    first.name,
                    "` and `",
                    other.name,
                    "` have the same frame id in `",
                    set,
                    "`\nhelp: give each message of a set its own `#[frame(id = ..)]`",
                ]);
            }
            others = more;
        }
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
