//! The keys of a connection, and the decoder and the encoder that use them.

use pool_codec::sealed::{self, SealedDecoder, SealedEncoder};
use pool_codec::{FrameSet, MemoryBill, Outgoing, Pool, PoolConfig};

use crate::cipher::{OpeningKey, SealingKey};

/// The two keys of a connection, one for each direction.
#[derive(Debug)]
pub struct Session {
    /// Seals what this side sends.
    pub seal: SealingKey,
    /// Opens what the peer sends.
    pub open: OpeningKey,
}

impl Session {
    /// Returns the decoder of what the peer sends and the encoder of what this side sends, without any I/O.
    #[must_use]
    pub fn into_halves<In: FrameSet, Out: Outgoing>(
        self,
        pool: &Pool,
    ) -> (SealedDecoder<In, OpeningKey>, SealedEncoder<Out, SealingKey>) {
        (SealedDecoder::new(pool, self.open), SealedEncoder::new(pool, self.seal))
    }

    /// Adds to `config` the class that the longest payload of `S` needs with its MACs: see
    /// [`sealed::pool_config`](pool_codec::sealed::pool_config).
    #[must_use]
    pub const fn pool_config<S: FrameSet>(config: &PoolConfig) -> PoolConfig {
        sealed::pool_config::<S, OpeningKey>(config)
    }

    /// Creates the bill of `connections` that read frames of `In` and write frames of `Out`: see
    /// [`MemoryBill::sealed`](pool_codec::MemoryBill::sealed). Nothing is allocated but what it counts.
    #[must_use]
    pub const fn bill<In: FrameSet, Out: FrameSet>(
        config: &PoolConfig,
        connections: usize,
    ) -> MemoryBill {
        MemoryBill::sealed::<In, Out, OpeningKey, SealingKey>(config, connections)
    }
}
