//! Frames over `std::io`: thin adapters around [`FrameDecoder`](crate::FrameDecoder) and
//! [`FrameEncoder`](crate::FrameEncoder).

pub(crate) mod error;
mod frames;
pub(crate) mod next;
mod one_shot;
mod reader;
mod writer;

pub use error::{ReadError, WriteError};
pub use frames::{HeldFrames, Messages};
pub use one_shot::read_frame_pooled;
pub use reader::FrameReader;
pub use writer::FrameWriter;
