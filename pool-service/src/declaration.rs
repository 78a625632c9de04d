//! What a file says of one service.

use std::borrow::Cow;

use crate::place::Place;

/// What a file says of one service, free of mistakes that can be seen without its set of messages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declaration {
    /// The service's name.
    pub name: String,
    /// What it handles, in the order of the file; at least one.
    pub messages: Vec<DeclaredMessage>,
    /// Whether its frames come from a pool.
    pub buffer_pool_enabled: bool,
    /// What happens when the pool's buffers are out, if the file says it.
    pub overflow: Option<OnExhaustion>,
}

/// The values of the key `overflow`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnExhaustion {
    /// `"heap"`
    Heap,
    /// `"fail"`
    Fail,
    /// `"wait"`
    Wait,
}

impl OnExhaustion {
    /// All of them with their words.
    pub(crate) const WORDS: [(&'static str, Self); 3] =
        [("heap", Self::Heap), ("fail", Self::Fail), ("wait", Self::Wait)];
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
    /// At most so many buffers of each of the message's size classes, if its `capacity` says so.
    pub capacity: Option<usize>,
    /// Where the name stands, if it comes from a file.
    pub place: Option<Place>,
    /// Where the capacity stands, if it comes from a file.
    pub capacity_place: Option<Place>,
}

impl DeclaredMessage {
    /// A message without a capacity of its own.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self { name: Cow::Borrowed(name), capacity: None, place: None, capacity_place: None }
    }

    /// What the macro found in a file.
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
