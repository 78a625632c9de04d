//! The declaration of one service.

use std::borrow::Cow;

use pool_core::Overflow;

use crate::place::Place;

/// The declaration of one service. All checks that do not need the set of messages have passed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declaration {
    /// The name of the service.
    pub name: String,
    /// The messages that it handles, in the order of the file. There is at least one.
    pub messages: Vec<DeclaredMessage>,
    /// Whether its buffers come from a pool.
    pub buffer_pool_enabled: bool,
    /// The policy for an exhausted pool, if the file sets it.
    pub overflow: Option<Overflow>,
}

/// A message that a service declares.
///
/// ```
/// use pool_service::DeclaredMessage;
///
/// const SWAP: DeclaredMessage = DeclaredMessage::new("SwapEvent");
/// assert_eq!((SWAP.name, SWAP.capacity), ("SwapEvent".into(), None));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeclaredMessage {
    /// The name of the message's type.
    pub name: Cow<'static, str>,
    /// The maximum number of buffers of each of the message's size classes, if the file sets it.
    pub capacity: Option<usize>,
    /// The place of the name, if it comes from a file.
    pub place: Option<Place>,
    /// The place of the capacity, if it comes from a file.
    pub capacity_place: Option<Place>,
}

impl DeclaredMessage {
    /// Creates a declaration without a capacity.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self { name: Cow::Borrowed(name), capacity: None, place: None, capacity_place: None }
    }

    /// Creates a declaration that the macro has read from a file.
    #[doc(hidden)]
    #[must_use]
    pub const fn found(
        name: &'static str,
        place: Option<Place>,
        capacity: Option<usize>,
        capacity_place: Option<Place>,
    ) -> Self {
        Self { name: Cow::Borrowed(name), capacity, place, capacity_place }
    }
}
