#![doc = include_str!("../README.md")]
#![no_std]
// docs.rs labels items with the features that they need.
#![cfg_attr(docsrs, feature(doc_cfg))]
// The docs link to items that need `std`. The build with all features checks the links.
#![cfg_attr(not(feature = "std"), allow(rustdoc::broken_intra_doc_links, reason = "needs `std`"))]

extern crate alloc;
#[cfg(any(test, feature = "std"))]
extern crate std;

#[cfg(feature = "arena")]
mod arena;
mod buf;
#[cfg(feature = "bytes")]
mod bytes;
mod cell;
#[cfg(any(feature = "arena", feature = "slab"))]
mod chunk;
#[cfg(feature = "compio")]
mod compio;
mod config;
mod copy;
#[cfg(not(feature = "metrics"))]
mod disabled_features;
mod error;
#[cfg(feature = "std")]
mod future;
mod heap;
mod human;
#[cfg(all(feature = "interner", not(loom)))]
mod interner;
#[cfg(any(feature = "arena", feature = "slab"))]
mod poison;
mod policy;
mod pool;
mod size_class;
#[cfg(all(feature = "slab", not(loom)))]
mod slab;
mod slot;
mod storage;
mod sync;
mod text;

#[cfg(all(test, loom))]
mod tests;

#[cfg(feature = "arena")]
pub use arena::{Arena, ArenaError};
pub use buf::PooledBuf;
#[cfg(feature = "bytes")]
pub use bytes::BufView;
pub use config::PoolConfig;
pub use error::AcquireError;
#[cfg(feature = "std")]
pub use future::Acquire;
#[cfg(all(feature = "interner", not(loom)))]
pub use interner::{InternError, Interned, Interner};
pub use policy::{Clear, Overflow};
pub use pool::Pool;
pub use pool::stats::{ClassStats, PoolStats};
pub use size_class::{Ladder, SizeClass};
#[cfg(all(feature = "slab", not(loom)))]
pub use slab::{Slab, SlabError, SlabKey};

/// The parts that `pool-codec` is made of. They are not public: they change in any release.
#[doc(hidden)]
pub mod __private {
    pub use crate::cell::{ByteCell, KEPT, StrCell, keeps};
    pub use crate::copy::copy_short;
    #[cfg(not(feature = "metrics"))]
    pub use crate::disabled_features::Metrics;
    pub use crate::text::Text;
}
