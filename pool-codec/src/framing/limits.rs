//! What a header may announce: decided before any memory is taken for its payload.

use alloc::sync::Arc;

use crate::frame::FrameSet;
use crate::frame::header::Header;
use crate::framing::error::FrameError;

/// What to do with frames whose id is no message of the set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum UnknownFrames {
    /// [`FrameError::UnknownId`], then go on with the next frame.
    Reject,
    /// Drop them silently, however long they are: a call goes on until the frame behind them comes.
    Skip,
    /// Deliver them; a set decodes them to its `#[frame(other)]` variant. They may be as long as the longest
    /// message. Messages of the set that are [not among the declared ones](crate::FrameDecoder::only) are rejected:
    /// they would decode to their own variant.
    Keep,
}

/// The ids that are declared, sorted; all of them, if none is.
#[derive(Debug, Clone, Default)]
pub(crate) struct Declared(Option<Arc<[u32]>>);

impl Declared {
    pub(crate) fn only(ids: &[u32]) -> Self {
        let mut ids: Arc<[u32]> = ids.into();
        if let Some(ids) = Arc::get_mut(&mut ids) {
            ids.sort_unstable();
        }
        Self(Some(ids))
    }

    /// Whether the id is one of them.
    #[inline]
    pub(crate) fn has(&self, id: u32) -> bool {
        self.0.is_none() || self.finds(id)
    }

    #[inline(never)]
    fn finds(&self, id: u32) -> bool {
        self.0.as_ref().is_some_and(|ids| ids.binary_search(&id).is_ok())
    }
}

/// The rules of one stream.
#[derive(Debug, Clone)]
pub(crate) struct Limits {
    unknown: UnknownFrames,
    declared: Declared,
    /// Bytes of the longest payload of those.
    longest: usize,
}

/// What happens to a frame that breaks no rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    Deliver,
    Skip,
}

impl Limits {
    pub(crate) fn of<S: FrameSet>() -> Self {
        let unknown = if S::KEEPS_UNKNOWN { UnknownFrames::Keep } else { UnknownFrames::Reject };
        Self { unknown, declared: Declared::default(), longest: S::MAX_SIZE }
    }

    pub(crate) fn set_unknown(&mut self, unknown: UnknownFrames) {
        self.unknown = unknown;
    }

    pub(crate) fn set_declared<S: FrameSet>(&mut self, declared: Declared) {
        let longest = |id: &u32| S::message(*id).map_or(0, |message| message.max_size);
        self.longest = match &declared.0 {
            Some(ids) => ids.iter().map(longest).max().unwrap_or(0),
            None => S::MAX_SIZE,
        };
        self.declared = declared;
    }

    /// Whether the frame is one of a message that is known, and not too long: the usual case.
    #[inline]
    pub(crate) fn deliver<S: FrameSet>(&self, header: &S::Header) -> bool {
        self.declared.has(header.id())
            && S::message(header.id())
                .is_some_and(|message| header.payload_len() <= message.max_size)
    }

    /// What to do with the frame that `header`, at `offset` of the stream, announces.
    pub(crate) fn judge<S: FrameSet>(
        &self,
        header: &S::Header,
        offset: u64,
    ) -> Result<Verdict, FrameError> {
        let (id, len) = (header.id(), header.payload_len());
        let message = S::message(id);
        let (name, max) = match (message, self.unknown) {
            (Some(message), _) if self.declared.has(id) => (Some(message.name), message.max_size),
            (_, UnknownFrames::Skip) => return Ok(Verdict::Skip),
            (None, UnknownFrames::Keep) => (None, self.longest),
            (message, _) => {
                let name = message.map(|message| message.name);
                return Err(FrameError::UnknownId { id, name, len, offset });
            }
        };
        if len > max {
            return Err(FrameError::TooLarge { id, name, len, max, offset });
        }
        Ok(Verdict::Deliver)
    }
}
