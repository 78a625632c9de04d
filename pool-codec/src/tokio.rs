//! Frames over tokio: `AsyncRead`, `AsyncWrite`, `Framed`.
//!
//! [`FrameReader`] and [`FrameWriter`] are those of the crate's root with `.await`; they are what to use for a
//! connection. [`FrameCodec`] serves programs that are built on tokio-util's `Framed`, and [`read_frame_pooled`] takes
//! one frame out of a stream that somebody else reads on. Import them by name: `use pool_codec::*` would hide the crate
//! `tokio`.
//!
//! # What a cancelled call loses
//!
//! A future is cancelled when it is dropped before it is ready: by `select!`, by a time-out. All state of a stream
//! is in the reader or the writer, none in the futures:
//!
//! | cancelled | effect |
//! |---|---|
//! | [`FrameReader::read`], [`read_message`](FrameReader::read_message), [`read_held`](FrameReader::read_held), the stream's `next` | none: the next call goes on where this one was |
//! | [`FrameWriter::send`] | the frame is not taken over, nothing of it is sent: send it again or do not |
//! | [`FrameWriter::flush`], [`shutdown`](FrameWriter::shutdown) | what is not written yet stays for the next call |
//! | [`read_frame_pooled`] | **what was read of the frame is lost**, and with it the place in the stream |
//!
//! # When the pool is exhausted
//!
//! Under [`Overflow::Wait`](crate::Overflow::Wait) reading and sending wait for a slot, in turn with everybody else
//! who waits for its class, and read nothing from the stream meanwhile: the peer is slowed down. A call that is
//! cancelled while it waits keeps its place until it is made again, or another call does without. Under the other
//! policies nothing waits.
//!
//! What one connection takes at a time, of which class:
//!
//! | who | slots |
//! |---|---|
//! | a reader whose stream has nothing to read, or has ended between frames; a writer that is flushed | none |
//! | a reader with a part of a frame, or with frames that were not asked for yet | its window |
//! | after `read`, while the frame is looked at | its window, or the frame's own slot |
//! | after `read_message`, `read_held` | its window if more frames are in it, else none |
//! | a frame too large for the window, on its way in or out | one of its size, besides the window or the batch |
//! | a message that is held | one of its size, or the window if that is of the same class and nothing else is in it |
//! | a writer with unwritten frames | its batch, of the window's class |
//!
//! So a task that answers frames may take two slots of the window's class at once, and wait for tasks that do the same.
//! **Give readers one pool and writers another, and flush before a read that may wait**: then whoever has a slot gets
//! on, as long as its peer does. Or have as many slots of a class as [`Overflow::Wait`](crate::Overflow::Wait) says
//! (with [`MemoryBill::pool_config`](crate::MemoryBill::pool_config) nobody waits at all), or another policy for that
//! class ([`PoolConfig::overflow_of`](crate::PoolConfig::overflow_of)).
//!
//! A peer that stops in the middle of a frame keeps the window, or the frame's slot, that others may wait for. Put a
//! time-out on frames that do not come to an end; to go on later loses nothing.
//!
//! # Other runtimes
//!
//! Nothing here needs tokio's runtime. Streams of the `futures-io` traits (async-std, smol) are read and written
//! through `tokio_util::compat`:
//!
//! ```
//! # #[cfg(feature = "derive")] {
//! use pool_codec::tokio::FrameReader;
//! use pool_codec::{Frame, FrameSet, Pool, TlvHeader};
//! use tokio_util::compat::FuturesAsyncReadCompatExt;
//!
//! #[derive(Debug, PartialEq, Frame)]
//! #[frame(id = 7)]
//! struct Tick { price: u16 }
//!
//! #[derive(Debug, FrameSet)]
//! #[frames(header = TlvHeader)]
//! enum Market { Tick(Tick) }
//!
//! static POOL: Pool = Pool::new(&Market::POOL_CONFIG);
//!
//! futures::executor::block_on(async {
//!     let stream = futures::io::Cursor::new([7, 0, 2, 0, 0, 0, 1, 0]);
//!     let mut reader = FrameReader::<_, Market>::new(stream.compat(), &POOL);
//!     assert_eq!(reader.read_message::<Tick>().await?, Some(Tick { price: 1 }));
//!     assert!(reader.read().await?.is_none());
//!     Ok::<(), pool_codec::ReadError>(())
//! })?;
//! # }
//! # Ok::<(), pool_codec::ReadError>(())
//! ```

mod codec;
mod frames;
mod one_shot;
mod pending;
mod reader;
mod slot_waiter;
mod source;
mod writer;

pub use codec::FrameCodec;
pub use frames::HeldFrames;
pub use one_shot::read_frame_pooled;
pub use reader::{FrameReader, ReadFrame};
pub use writer::FrameWriter;
