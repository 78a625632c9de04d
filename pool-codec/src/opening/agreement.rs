//! The result of an opening: the messages that both peers have.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Write as _};
use core::marker::PhantomData;

use thiserror::Error;

use crate::codec::Digest;
use crate::frame::{FrameSet, MessageInfo};

/// The most messages that only the peer has which are kept to be named.
const NAMED: usize = 32;

/// The messages that both peers of a connection have, with equal encodings.
///
/// A program that needs all of them calls [`require_equal`](Self::require_equal). One that can do with fewer asks
/// [`has`](Self::has) before it sends a message.
#[derive(Debug)]
pub struct Agreement<S> {
    /// The messages of our set, by their ids.
    own: Vec<Own>,
    /// The ids of messages that only the peer has: the first few, and the number of the others.
    only_theirs: Vec<u32>,
    more: usize,
    equal: bool,
    set: PhantomData<fn() -> S>,
}

/// A message of our set.
#[derive(Debug, Clone, Copy)]
struct Own {
    message: &'static MessageInfo,
    digest: Digest,
    state: State,
}

/// What the peer has in place of one of our messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Missing,
    Differs,
    Agreed,
}

impl<S> Clone for Agreement<S> {
    fn clone(&self) -> Self {
        let (own, only_theirs) = (self.own.clone(), self.only_theirs.clone());
        Self { own, only_theirs, more: self.more, equal: self.equal, set: PhantomData }
    }
}

/// One way in which the sets of two peers differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Difference {
    /// Both have a message of this id, with different encodings.
    Encoding {
        /// The frame id.
        id: u32,
        /// The name of our message.
        name: &'static str,
    },
    /// The peer has no message of this id.
    OnlyOurs {
        /// The frame id.
        id: u32,
        /// The name of our message.
        name: &'static str,
    },
    /// Only the peer has a message of this id.
    OnlyTheirs {
        /// The frame id.
        id: u32,
    },
    /// All messages are equal, but the headers of frames have other sizes or limits.
    Header,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Encoding { id, name } => {
                write!(f, "`{name}` (id {id:#x}) has another encoding at the peer")
            }
            Self::OnlyOurs { id, name } => write!(f, "the peer has no `{name}` (id {id:#x})"),
            Self::OnlyTheirs { id } => write!(f, "only the peer has a message with the id {id:#x}"),
            Self::Header => f.write_str("the headers of frames differ"),
        }
    }
}

impl<S: FrameSet> Agreement<S> {
    pub(super) fn new() -> Self {
        let own = S::MESSAGES.iter();
        let own =
            own.map(|message| Own { message, digest: message.digest(), state: State::Missing });
        let mut own: Vec<Own> = own.collect();
        own.sort_unstable_by_key(|own| own.message.id);
        Self { own, only_theirs: Vec::new(), more: 0, equal: false, set: PhantomData }
    }

    /// Records that the peer's set has the same digest.
    pub(super) fn set_equal(&mut self) {
        self.equal = true;
        for own in &mut self.own {
            own.state = State::Agreed;
        }
    }

    /// Records a message of the peer.
    pub(super) fn compare(&mut self, id: u32, theirs: Digest) {
        let place = self.own.binary_search_by_key(&id, |own| own.message.id);
        match place.ok().and_then(|index| self.own.get_mut(index)) {
            // A peer that lists an id twice must agree both times.
            Some(own) if own.state != State::Differs && own.digest == theirs => {
                own.state = State::Agreed;
            }
            Some(own) => own.state = State::Differs,
            None if self.only_theirs.len() < NAMED => self.only_theirs.push(id),
            None => self.more = self.more.saturating_add(1),
        }
    }

    /// Returns whether both sets are equal: all messages, and the header.
    #[must_use]
    pub const fn is_equal(&self) -> bool {
        self.equal
    }

    /// Returns whether both peers have the message of this id, with equal encodings.
    #[must_use]
    pub fn has(&self, id: u32) -> bool {
        let place = self.own.binary_search_by_key(&id, |own| own.message.id);
        place
            .ok()
            .and_then(|index| self.own.get(index))
            .is_some_and(|own| own.state == State::Agreed)
    }

    /// Returns the messages that both peers have, with equal encodings.
    pub fn agreed(&self) -> impl Iterator<Item = &'static MessageInfo> {
        self.with_state(State::Agreed)
    }

    fn with_state(&self, wanted: State) -> impl Iterator<Item = &'static MessageInfo> {
        self.own.iter().filter(move |own| own.state == wanted).map(|own| own.message)
    }

    /// Returns the differences between both sets. Of the messages that only the peer has, it returns the first 32.
    pub fn differences(&self) -> impl Iterator<Item = Difference> {
        let of = |MessageInfo { id, name, .. }: &MessageInfo| (*id, *name);
        let encoding = self.with_state(State::Differs).map(move |message| {
            let (id, name) = of(message);
            Difference::Encoding { id, name }
        });
        let ours = self.with_state(State::Missing).map(move |message| {
            let (id, name) = of(message);
            Difference::OnlyOurs { id, name }
        });
        let theirs = self.only_theirs.iter().map(|id| Difference::OnlyTheirs { id: *id });
        let all_agreed = self.own.iter().all(|own| own.state == State::Agreed);
        let header = !self.equal && all_agreed && self.only_theirs.is_empty();
        encoding.chain(ours).chain(theirs).chain(header.then_some(Difference::Header))
    }

    /// Fails unless both sets are equal.
    ///
    /// # Errors
    ///
    /// Returns an error that lists the differences.
    pub fn require_equal(&self) -> Result<(), SetMismatch> {
        if self.equal {
            return Ok(());
        }
        Err(SetMismatch {
            set: S::NAME,
            differences: self.differences().collect(),
            more: self.more,
        })
    }
}

/// The error for a peer that has another set.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("the peer's messages are not those of `{set}`: {}", list(.differences, *.more))]
pub struct SetMismatch {
    /// The name of our set.
    pub set: &'static str,
    /// The differences, of which [`Agreement::differences`] says how many.
    pub differences: Vec<Difference>,
    /// The number of messages that only the peer has and that `differences` does not contain.
    pub more: usize,
}

fn list(differences: &[Difference], more: usize) -> String {
    let mut text = String::new();
    for (index, difference) in differences.iter().enumerate() {
        // Writing to a string does not fail.
        let _ = write!(text, "{}{difference}", if index == 0 { "" } else { "; " });
    }
    if more > 0 {
        let _ = write!(text, "; and {more} more messages");
    }
    text
}
