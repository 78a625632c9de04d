//! Frames out of a byte stream and into it.

mod decoder;
mod encoder;
mod error;
mod held;
mod view;
pub(crate) mod window;

pub use decoder::{FrameDecoder, UnknownFrames};
pub use encoder::encode_frame;
#[cfg(feature = "std")]
pub(crate) use encoder::{header_of, write_payload};
pub use error::{FrameError, HoldError, SendError};
pub use held::Held;
pub use view::FrameView;
