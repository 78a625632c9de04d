//! Policies: what a pool does when a class has no free slot, and whether a release clears the bytes.

/// The policy for requests that find no free slot in their class.
///
/// ```
/// # use pool_core as pool_codec;
/// use pool_codec::{Overflow, PoolConfig};
///
/// const STRICT: PoolConfig = PoolConfig::new().with_overflow(Overflow::Fail);
/// assert_eq!(STRICT.overflow(), Overflow::Fail);
/// assert_eq!(PoolConfig::new().overflow(), Overflow::Heap);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Overflow {
    /// The heap serves the request, and the statistics count it.
    #[default]
    Heap,
    /// The request fails with [`AcquireError::Exhausted`](crate::AcquireError::Exhausted). So does, with
    /// [`AcquireError::NoClass`](crate::AcquireError::NoClass), a request longer than the largest class: no
    /// buffer comes from the heap.
    Fail,
    /// Like [`Fail`](Self::Fail), but [`Pool::acquire_timeout`](crate::Pool::acquire_timeout) and
    /// [`Pool::acquire_async`](crate::Pool::acquire_async) wait for a slot, in FIFO order.
    ///
    /// Tasks that wait for a slot while they hold another one of the same class can deadlock. If each of `n`
    /// tasks holds up to `k` slots of a class at once, a class of at least `n * (k - 1) + 1` slots cannot
    /// deadlock: one of the tasks always gets its last slot.
    ///
    /// All threads share the slots of such a class, so that any released slot can serve any waiter. An
    /// acquire and its release then take about 20 ns longer than with a thread's own slots.
    #[cfg(feature = "std")]
    Wait,
}

impl Overflow {
    /// Whether requests may wait.
    #[cfg(feature = "std")]
    pub(crate) const fn waits(self) -> bool {
        matches!(self, Self::Wait)
    }
}

/// Whether a release overwrites the buffer's bytes.
///
/// ```
/// # use pool_core as pool_codec;
/// use pool_codec::{Clear, PoolConfig};
///
/// const SECRETS: PoolConfig = PoolConfig::new().with_clear(Clear::OnRelease);
/// assert_eq!(SECRETS.clear(), Clear::OnRelease);
/// assert_eq!(PoolConfig::new().clear(), Clear::Never);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Clear {
    /// A new buffer may contain bytes that a previous user of its slot wrote.
    #[default]
    Never,
    /// A release overwrites the bytes of the buffer and its header room with zeroes, before any other code
    /// can get the slot or the heap block. The cost is the overwriting, and about 20 ns for the slow path of
    /// the release.
    OnRelease,
}
