//! What a pool does when its slots are out, and with what they held.

/// What [`Pool::acquire`](crate::Pool::acquire) does when every slot of a class is out.
///
/// ```
/// use pool_core::{Overflow, PoolConfig};
///
/// const STRICT: PoolConfig = PoolConfig::new().with_overflow(Overflow::Fail);
/// assert_eq!(STRICT.overflow(), Overflow::Fail);
/// assert_eq!(PoolConfig::new().overflow(), Overflow::Heap);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Overflow {
    /// Serve the request from the heap, and count it.
    #[default]
    Heap,
    /// Return [`AcquireError::Exhausted`](crate::AcquireError::Exhausted).
    Fail,
    /// Like [`Fail`](Self::Fail), but [`Pool::acquire_timeout`](crate::Pool::acquire_timeout) and
    /// [`Pool::acquire_async`](crate::Pool::acquire_async) wait for a slot: first come, first served.
    ///
    /// Who waits for a slot while it has another one of the same class can wait for ever, for others that do the same.
    /// Where each of `n` tasks takes up to `k` slots of a class at once, none does if the class has at least
    /// `n * (k - 1) + 1` slots: one of the tasks then gets its last one.
    ///
    /// All threads share the slots of such a class, so that any slot given back serves whoever waits.
    /// That makes an acquire and its release about 10 ns dearer than the slots of a thread's own.
    #[cfg(feature = "std")]
    Wait,
}

impl Overflow {
    /// Whether requests may wait.
    pub(crate) const fn waits(self) -> bool {
        match self {
            Self::Heap | Self::Fail => false,
            #[cfg(feature = "std")]
            Self::Wait => true,
        }
    }
}

/// Whether a buffer's bytes are overwritten when it is given back.
///
/// ```
/// use pool_core::{Clear, PoolConfig};
///
/// const SECRETS: PoolConfig = PoolConfig::new().with_clear(Clear::OnRelease);
/// assert_eq!(SECRETS.clear(), Clear::OnRelease);
/// assert_eq!(PoolConfig::new().clear(), Clear::Never);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Clear {
    /// A buffer may show what a previous user of its slot wrote.
    #[default]
    Never,
    /// What a user wrote, header room included, is overwritten with zeroes before the slot, or the
    /// heap block, can be had by anybody else. Costs about as much as writing the bytes did.
    OnRelease,
}
