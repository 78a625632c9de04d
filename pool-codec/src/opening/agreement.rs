//! The result of an opening: the messages that both peers have.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Write as _};
use core::marker::PhantomData;

use thiserror::Error;

use crate::codec::Digest;
use crate::frame::{FrameSet, Header, MessageInfo};

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
    /// The digest of the peer's set, without those of the messages that it listed so far: at the end, that of its header.
    header: Digest,
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
        let Self { more, equal, header, .. } = *self;
        Self { own, only_theirs, more, equal, header, set: PhantomData }
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
    /// The headers of frames have other sizes or limits, so no message of the peer can be found.
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
    /// The digest of our header: that of a set without messages.
    const HEADER: Digest = MessageInfo::set_digest(
        &[],
        <S::Header as Header>::SIZE,
        <S::Header as Header>::MAX_ID,
        <S::Header as Header>::MAX_PAYLOAD,
    );

    pub(super) fn new() -> Self {
        let own = S::MESSAGES.iter();
        let own =
            own.map(|message| Own { message, digest: message.digest(), state: State::Missing });
        let mut own: Vec<Own> = own.collect();
        own.sort_unstable_by_key(|own| own.message.id);
        let header = Self::HEADER;
        Self { own, only_theirs: Vec::new(), more: 0, equal: false, header, set: PhantomData }
    }

    /// Records the digest of the peer's set.
    pub(super) fn compare_sets(&mut self, theirs: Digest) -> bool {
        self.equal = theirs == S::DIGEST;
        if self.equal {
            for own in &mut self.own {
                own.state = State::Agreed;
            }
        } else {
            self.header = theirs;
        }
        self.equal
    }

    /// Records a message of the peer.
    pub(super) fn compare(&mut self, id: u32, theirs: Digest) {
        self.header = self.header.without(theirs);
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

    /// Returns whether both peers have the message of this id, with equal encodings. If their headers differ, they have no
    /// message in common.
    #[must_use]
    pub fn has(&self, id: u32) -> bool {
        let place = self.own.binary_search_by_key(&id, |own| own.message.id);
        self.has_header()
            && place
                .ok()
                .and_then(|index| self.own.get(index))
                .is_some_and(|own| own.state == State::Agreed)
    }

    /// Returns the messages that both peers have, with equal encodings.
    pub fn agreed(&self) -> impl Iterator<Item = &'static MessageInfo> {
        self.with_state(State::Agreed).filter(|_| self.has_header())
    }

    fn has_header(&self) -> bool {
        self.header == Self::HEADER
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
        let header = (!self.has_header()).then_some(Difference::Header);
        header.into_iter().chain(encoding).chain(ours).chain(theirs)
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
    /// The differences, up to the number that [`Agreement::differences`] returns.
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
