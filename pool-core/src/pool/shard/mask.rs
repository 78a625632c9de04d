//! The bits of a remote mask, and what its operations find there.

/// The maximum number of slots in a shard: the 64 bits of a mask, without those for the marks.
pub(crate) const SLOTS: usize = 62;

/// The mark of a remote mask once the pool's last handle is gone.
pub(super) const CLOSED: u64 = 1 << 63;
/// The mark of a remote mask in which a search found no slot: see [`drained`](super::drained).
pub(super) const DRAINED: u64 = 1 << 62;

/// The bits of the free slots in a remote mask. Those in a marked mask are in use.
pub(super) const fn free(mask: u64) -> u64 {
    if mask < DRAINED { mask } else { 0 }
}

/// What a release found in the remote mask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub(crate) enum RemoteRelease {
    /// No mark: the release is over.
    Free,
    /// The caller has to reopen the shard and to subtract the slot from the outstanding count.
    Drained,
    /// The caller has to subtract the slot from the outstanding count.
    Closed,
}

/// Whether a shard has been marked as drained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Drained {
    /// By this call.
    Now,
    /// By an earlier one.
    Before,
    /// A slot is in the mask.
    No,
}
