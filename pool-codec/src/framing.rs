//! Frames out of a byte stream and into it.

mod decoder;
mod encoder;
mod error;
mod held;
mod limits;
#[cfg(feature = "std")]
mod one_frame;
mod pooled;
mod slots;
mod view;

pub use decoder::FrameDecoder;
pub use encoder::FrameEncoder;
#[cfg(feature = "tokio")]
pub(crate) use encoder::{header_of, write_payload};
pub use error::{FrameError, HoldError, SendError};
pub use held::Held;
#[cfg(any(feature = "tokio", feature = "service"))]
pub(crate) use limits::Declared;
pub use limits::UnknownFrames;
#[cfg(feature = "tokio")]
pub(crate) use limits::{Limits, Verdict};
#[cfg(feature = "std")]
pub(crate) use one_frame::OneFrame;
pub use pooled::PooledFrame;
pub(crate) use slots::{window_for, window_len};
pub use view::FrameView;
