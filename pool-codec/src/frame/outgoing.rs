//! The frames that a writer may send.

use crate::frame::header::Header;
use crate::frame::message_info::MessageInfo;

/// The type by which a writer is typed: a set of messages, or a header.
///
/// A writer of a set sends the messages of the set, and the compiler refuses all others. A writer of a header sends
/// frames of any set: use it in proxies, which forward frames that they do not know.
///
/// `#[derive(FrameSet)]` implements the trait for sets. All headers have it.
///
/// ```compile_fail,E0277
/// use pool_codec::{Frame, FrameSet, FrameWriter, Pool, TlvHeader};
///
/// #[derive(Frame)]
/// #[frame(id = 1)]
/// struct Ask { symbol: u32 }
///
/// #[derive(Frame)]
/// #[frame(id = 2)]
/// struct Price { cents: u64 }
///
/// #[derive(FrameSet)]
/// #[frames(header = TlvHeader)]
/// enum Replies { Price(Price) }
///
/// static POOL: Pool = Pool::new(&Replies::POOL_CONFIG);
/// let mut writer = FrameWriter::<_, Replies>::new(Vec::new(), &POOL);
/// writer.send(&Price { cents: 5 }).unwrap();
/// writer.send(&Ask { symbol: 7 }).unwrap(); // `Ask` is not a message of `Replies`
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither a set of messages nor a frame header",
    label = "not a set",
    note = "a writer is typed by the set of messages that it sends, or in a proxy by the header alone"
)]
pub trait Outgoing {
    /// The header before each payload.
    type FrameHeader: Header;

    /// The name of the set, and its messages. `None` for a header.
    #[doc(hidden)]
    const SET: Option<(&'static str, &'static [MessageInfo])> = None;
}

#[diagnostic::do_not_recommend]
impl<H: Header> Outgoing for H {
    type FrameHeader = H;
}

/// A set, or a header, whose writers may send `M`: the [`Message`](crate::EncodeFrame::Message) of the frame.
///
/// `#[derive(FrameSet)]` implements it for each message of the set and for the set itself.
#[diagnostic::on_unimplemented(
    message = "`{M}` is not a message of `{Self}`",
    label = "the peer's set has no such message",
    note = "add a variant for it to the set",
    note = "in a proxy, which forwards frames of any set, type the writer by the header, as in `FrameWriter::<_, TlvHeader>`"
)]
pub trait Carries<M: ?Sized>: Outgoing {}

#[diagnostic::do_not_recommend]
impl<H: Header, M: ?Sized> Carries<M> for H {}
