//! The rules that a declaration can violate.

use pool_core::SizeClass;
use pool_service::DeclaredMessage;

/// A rule that a declaration violates.
#[derive(Clone, Copy)]
pub(super) enum Violation<'c> {
    /// The set has no such message.
    UnknownMessage(&'c DeclaredMessage),
    /// The message is declared twice.
    DuplicateMessage(&'c DeclaredMessage),
    /// The capacity is zero, or exceeds the `most` buffers that the message can have.
    Capacity { message: &'c DeclaredMessage, capacity: usize, most: usize },
    /// The program's pool has no class for the longest payload, and does not leave it to the heap.
    NoClass { message: &'static str, longest: usize, largest: Option<SizeClass> },
    /// The service falls back to the heap, but the program's pool does not.
    LoosensOverflow,
    /// The service has no pool, so the limits of the program or its own cannot hold.
    NoPool,
}
