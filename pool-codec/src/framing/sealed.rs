//! Frames on a stream that is encrypted.
//!
//! A cipher seals bytes in blocks. A sealed block is as long as the plain one, and its MAC follows it. On the wire, a frame
//! is its sealed header, then its payload in sealed blocks:
//!
//! ```text
//!  header | MAC | block 0 | MAC | block 1 | MAC ..        one block if the payload has at most MAX_BLOCK bytes
//! ```
//!
//! Blocks are opened and sealed where they lie, in the slots of the pool:
//!
//! * A small frame is opened in the window, and its header moves over the MAC, to the front of the payload.
//! * A large payload is read into its slot block by block. Each block is read over the MAC of the one before it, so the
//!   payload is contiguous without a copy. The slot is as long as the payload with its MACs.
//! * A large payload is encoded into its slot in one piece. Its MACs lie behind it, and the encoder returns blocks and
//!   MACs in the order of the wire.

mod advance;
mod blocks;
mod decoder;
mod encoder;
mod large_frame;
mod plain;

pub use blocks::{Blocks, CipherError, Open, Seal, pool_config};
pub(crate) use blocks::{sealed_header, sealed_len};
pub use decoder::SealedDecoder;
pub use encoder::SealedEncoder;
