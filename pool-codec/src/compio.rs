//! Frames over completion-based I/O: the streams of compio, on io_uring, IOCP or its poll driver.
//!
//! [`FrameReader`] and [`FrameWriter`] are those of [`pool_codec::tokio`](crate::tokio) over the traits of `compio-io`. The
//! module needs no runtime of its own. Import these types by name: `use pool_codec::*` would hide the crate `compio`.
//!
//! ```
//! # #[cfg(feature = "derive")] {
//! use pool_codec::compio::{FrameReader, FrameWriter};
//! use pool_codec::{Frame, FrameSet, Pool, TlvHeader};
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
//! # futures::executor::block_on(async {
//! let mut writer = FrameWriter::<_, TlvHeader>::new(Vec::new(), &POOL);
//! writer.send(&Tick { price: 1 }).await?;
//! writer.shutdown().await?;
//! let bytes = writer.into_inner().expect("no write is in flight");
//!
//! let mut reader = FrameReader::<_, Market>::new(std::io::Cursor::new(bytes), &POOL);
//! assert_eq!(reader.read_message::<Tick>().await?, Some(Tick { price: 1 }));
//! assert!(reader.read().await?.is_none());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! # }).unwrap();
//! # }
//! ```
//!
//! # Operations in flight
//!
//! An operation of completion-based I/O owns its buffer until the kernel has finished with it. The reader therefore gives
//! its window away, or the slot of a large payload, and takes it back with the bytes that were read. The writer does the
//! same with its batch. Nothing is copied.
//!
//! The operation belongs to the reader or the writer, not to the future of the call:
//!
//! | cancelled | effect |
//! |---|---|
//! | [`FrameReader::read`], [`read_message`](FrameReader::read_message), [`read_held`](FrameReader::read_held) | none: the read stays in flight, and the next call gets its bytes |
//! | [`FrameWriter::send`] | the frame is not accepted, and no byte of it is sent |
//! | [`FrameWriter::flush`], [`shutdown`](FrameWriter::shutdown) | the operation stays in flight, and the next call continues behind it |
//!
//! While an operation is in flight, the stream is in it, so `get_ref` returns `None`. Dropping the reader or the writer
//! cancels it; the runtime releases the buffer when the kernel has confirmed that.
//!
//! # Memory
//!
//! The first operation of a reader or a writer allocates two blocks: a future that owns the stream while an operation
//! runs, and the place where it takes its buffers from. Later operations use the same two. Runtimes allocate for each
//! operation: compio 0.19 allocates one block. A [`MemoryBill`](crate::MemoryBill) does not count these blocks.
//!
//! **A reader that waits for its peer holds its window**, unlike one over tokio, because the read in flight owns it. A
//! thousand idle connections hold a thousand windows. Give a pool as many slots of the window's class as connections:
//! [`MemoryBill::pool_config`](crate::MemoryBill::pool_config) makes such a pool. Under [`Overflow::Heap`](crate::Overflow::Heap) further windows
//! are heap blocks, which the statistics count. Under [`Overflow::Wait`](crate::Overflow::Wait) a connection without a
//! window waits until another one ends, or receives a large payload.
//!
//! Otherwise slots are used, waited for and released as over [tokio](crate::tokio#exhausted-pools).

mod operation;
mod reader;
mod source;
mod unsent;
mod writer;

pub use reader::FrameReader;
pub use writer::FrameWriter;
