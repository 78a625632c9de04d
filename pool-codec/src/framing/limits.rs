//! The frames that a stream may carry. The limits apply before memory is allocated for a payload.

use alloc::boxed::Box;
use alloc::sync::Arc;

use pool_core::PoolConfig;

use crate::frame::{FrameSet, Header, MessageInfo, PoolMismatch};
use crate::framing::error::FrameError;
use crate::framing::sealed::{Blocks, sealed_len};

/// The treatment of frames whose id belongs to no message of the set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum UnknownFrames {
    /// Return [`FrameError::UnknownId`], then continue with the next frame.
    Reject,
    /// Drop them silently, however long they are. A call continues until the next known frame arrives.
    Skip,
    /// Deliver them; a set decodes them to its `#[frame(other)]` variant. An unknown frame may be as long as
    /// the longest message. Messages of the set that are
    /// [not declared](crate::FrameDecoder::with_declared_ids) are rejected, because they would decode to their
    /// own variant.
    Keep,
}

/// The ids that are declared. Without a declaration every id counts as declared.
#[derive(Debug, Clone, Default)]
pub(crate) struct DeclaredIds(Option<Arc<Declaration>>);

#[derive(Debug)]
struct Declaration {
    /// Sorted.
    ids: Box<[u32]>,
    /// The service that declares them.
    service: Option<Box<str>>,
}

impl DeclaredIds {
    pub(crate) fn new(ids: &[u32]) -> Self {
        Self::of(ids, None)
    }

    #[cfg(feature = "service")]
    pub(crate) fn of_service(service: &str, ids: &[u32]) -> Self {
        Self::of(ids, Some(service.into()))
    }

    fn of(ids: &[u32], service: Option<Box<str>>) -> Self {
        let mut ids: Box<[u32]> = ids.into();
        ids.sort_unstable();
        Self(Some(Arc::new(Declaration { ids, service })))
    }

    /// Returns the name of the service that declares the ids.
    pub(crate) fn service(&self) -> Option<&str> {
        self.0.as_ref()?.service.as_deref()
    }

    /// Returns the length of the longest payload of those `messages` that are declared, in bytes.
    pub(crate) fn longest(&self, messages: &[MessageInfo]) -> usize {
        let declared = messages.iter().filter(|message| self.contains(message.id));
        declared.map(|message| message.max_size).max().unwrap_or(0)
    }

    #[inline]
    pub(crate) fn contains(&self, id: u32) -> bool {
        self.0.is_none() || self.search(id)
    }

    #[inline(never)]
    fn search(&self, id: u32) -> bool {
        self.0.as_ref().is_some_and(|declared| declared.ids.binary_search(&id).is_ok())
    }
}

/// The limits of one stream.
#[derive(Debug, Clone)]
pub(crate) struct Limits {
    unknown: UnknownFrames,
    declared: DeclaredIds,
    /// The length of the longest declared payload, in bytes.
    longest: usize,
}

/// The treatment of a frame that violates no limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Disposition {
    Deliver,
    Skip,
}

impl Limits {
    /// The limits of `S`: unknown frames are kept if the set has a variant for them, otherwise rejected.
    pub(crate) fn of<S: FrameSet>() -> Self {
        let unknown = if S::KEEPS_UNKNOWN { UnknownFrames::Keep } else { UnknownFrames::Reject };
        Self { unknown, declared: DeclaredIds::default(), longest: S::MAX_SIZE }
    }

    /// Fails if a pool of `config` is not made for the declared messages.
    pub(crate) fn check_pool<S: FrameSet>(&self, config: &PoolConfig) -> Result<(), PoolMismatch> {
        PoolMismatch::check(S::NAME, self.longest, config)
    }

    /// Fails if a pool of `config` is not made for the declared messages when a cipher seals them.
    pub(crate) fn check_sealed_pool<S: FrameSet, C: Blocks>(
        &self,
        config: &PoolConfig,
    ) -> Result<(), PoolMismatch> {
        PoolMismatch::check_sealed(S::NAME, sealed_len::<C>(self.longest), config)
    }

    pub(crate) fn set_unknown(&mut self, unknown: UnknownFrames) {
        self.unknown = unknown;
    }

    pub(crate) fn set_declared<S: FrameSet>(&mut self, declared: DeclaredIds) {
        self.longest = declared.longest(S::MESSAGES);
        self.declared = declared;
    }

    /// Whether the header announces a declared message of the set that is not too long: the usual case.
    #[inline]
    pub(crate) fn admits<S: FrameSet>(&self, header: &S::Header) -> bool {
        self.declared.contains(header.id())
            && S::message(header.id())
                .is_some_and(|message| header.payload_len() <= message.max_size)
    }

    /// Decides about the frame that `header`, at `offset` of the stream, announces.
    pub(crate) fn disposition<S: FrameSet>(
        &self,
        header: &S::Header,
        offset: u64,
    ) -> Result<Disposition, FrameError> {
        let (id, len) = (header.id(), header.payload_len());
        let message = S::message(id);
        let (name, max) = match (message, self.unknown) {
            (Some(message), _) if self.declared.contains(id) => {
                (Some(message.name), message.max_size)
            }
            (_, UnknownFrames::Skip) => return Ok(Disposition::Skip),
            (None, UnknownFrames::Keep) => (None, self.longest),
            (message, _) => {
                let name = message.map(|message| message.name);
                return Err(FrameError::UnknownId { id, name, len, offset });
            }
        };
        if len > max {
            return Err(FrameError::TooLarge { id, name, len, max, offset });
        }
        Ok(Disposition::Deliver)
    }
}
