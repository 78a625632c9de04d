//! Frames out of a byte stream and into it, without any I/O.

mod advance;
mod channel;
mod decoder;
mod encode_frame;
mod encoder;
mod error;
mod frame_methods;
mod held;
#[cfg(feature = "std")]
mod held_in_window;
#[cfg(feature = "arena")]
mod in_arena;
#[cfg(feature = "compio")]
mod lend;
mod limits;
mod mapped;
mod next_held;
#[cfg(feature = "std")]
mod one_frame;
mod pooled;
mod recorder;
mod scan;
pub(crate) mod sealed;
mod slots;
#[cfg(feature = "std")]
mod stream_decoder;
#[cfg(feature = "std")]
mod stream_encoder;
mod traffic;
mod undecoded;
mod view;

pub use decoder::FrameDecoder;
#[cfg(feature = "tokio")]
pub(crate) use encode_frame::{header_of, write_payload};
pub use encoder::FrameEncoder;
pub use error::{FrameError, HoldError, SendError};
pub use held::{Held, HeldMessage};
#[cfg(any(feature = "tokio", feature = "service"))]
pub(crate) use limits::DeclaredIds;
#[cfg(feature = "tokio")]
pub(crate) use limits::Limits;
pub use limits::UnknownFrames;
pub use mapped::MappedHeld;
#[cfg(feature = "std")]
pub(crate) use one_frame::OneFrameDecoder;
pub use pooled::PooledFrame;
#[cfg(feature = "tokio")]
pub(crate) use scan::{Scan, SkippedFrame, missing, scan, verify};
#[cfg(feature = "std")]
pub use stream_decoder::StreamDecoder;
#[cfg(feature = "std")]
pub use stream_encoder::StreamEncoder;
pub use traffic::{Rejected, Traffic, TrafficStats};
pub use undecoded::UndecodedError;
pub use view::FrameView;
