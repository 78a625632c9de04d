//! Frames over `std::io`, around [`FrameDecoder`](crate::FrameDecoder) and [`FrameEncoder`](crate::FrameEncoder), and
//! the parts that the readers and writers over tokio and compio share with them.

mod error;
mod frames;
pub(crate) mod fuse;
mod one_shot;
mod open;
#[cfg(any(feature = "tokio", feature = "compio"))]
pub(crate) mod pending;
pub(crate) mod progress;
mod reader;
pub(crate) mod reader_methods;
pub(crate) mod sink;
#[cfg(any(feature = "tokio", feature = "compio"))]
pub(crate) mod slot_waiter;
pub(crate) mod source;
pub(crate) mod take;
mod writer;
pub(crate) mod writer_methods;

pub use error::{OpenError, ReadError, WriteError};
pub use frames::{HeldFrames, Messages};
pub use one_shot::read_frame_pooled;
pub use open::open;
pub use reader::FrameReader;
pub use writer::FrameWriter;
