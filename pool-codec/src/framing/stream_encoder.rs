//! What a writer needs of its encoder.

use pool_core::{Pool, PooledBuf};

use crate::frame::{Carries, EncodeFrame, Outgoing};
use crate::framing::encoder::FrameEncoder;
use crate::framing::error::SendError;
use crate::framing::sealed::{Seal, SealedEncoder};

/// The encoder of a writer: a [`FrameEncoder`], or a [`SealedEncoder`] if the stream is encrypted. Other types do not
/// implement it.
pub trait StreamEncoder: Unpin + OfThisCrate {
    /// The set or the header that the writer is typed by.
    type Out: Outgoing;

    #[doc(hidden)]
    fn push<F: EncodeFrame>(&mut self, frame: &F) -> Result<bool, SendError>
    where
        Self::Out: Carries<F::Message>;

    #[doc(hidden)]
    fn push_with<F: EncodeFrame>(
        &mut self,
        frame: &F,
        amend: impl FnOnce(&mut <Self::Out as Outgoing>::FrameHeader),
    ) -> Result<bool, SendError>
    where
        Self::Out: Carries<F::Message>;

    /// The next unsent bytes. There may be more behind them.
    #[doc(hidden)]
    fn unsent(&self) -> [&[u8]; 2];

    #[doc(hidden)]
    fn unsent_len(&self) -> usize;

    #[doc(hidden)]
    fn sent(&mut self, count: usize);

    #[doc(hidden)]
    fn provide_slot(&mut self, slot: PooledBuf);

    #[doc(hidden)]
    fn pool(&self) -> &Pool;
}

/// Keeps the implementations in this crate.
#[expect(unnameable_types, reason = "keeps the implementations of `StreamEncoder` in this crate")]
pub trait OfThisCrate {}

/// Forwards the methods of the trait to those of `$encoder`.
macro_rules! forward {
    (<$($param:ident: $bound:path),*> $encoder:ty) => {
        impl<$($param: $bound),*> OfThisCrate for $encoder {}

        impl<$($param: $bound),*> StreamEncoder for $encoder {
            type Out = P;

            #[inline(always)]
            fn push<F: EncodeFrame>(&mut self, frame: &F) -> Result<bool, SendError>
            where
                P: Carries<F::Message>,
            {
                self.push(frame)
            }

            #[inline(always)]
            fn push_with<F: EncodeFrame>(
                &mut self,
                frame: &F,
                amend: impl FnOnce(&mut P::FrameHeader),
            ) -> Result<bool, SendError>
            where
                P: Carries<F::Message>,
            {
                self.push_with(frame, amend)
            }

            #[inline(always)]
            fn unsent(&self) -> [&[u8]; 2] {
                self.unsent()
            }

            #[inline(always)]
            fn unsent_len(&self) -> usize {
                self.unsent_len()
            }

            #[inline(always)]
            fn sent(&mut self, count: usize) {
                self.sent(count);
            }

            fn provide_slot(&mut self, slot: PooledBuf) {
                self.provide_slot(slot);
            }

            fn pool(&self) -> &Pool {
                self.pool()
            }
        }
    };
}

forward!(<P: Outgoing> FrameEncoder<P>);
forward!(<P: Outgoing, C: Seal> SealedEncoder<P, C>);
