//! The errors of receiving, holding and sending a frame.

use alloc::boxed::Box;
use core::fmt;

use pool_core::AcquireError;
use thiserror::Error;

use crate::codec::error::{DecodeError, EncodeError};
use crate::frame::{HeaderError, PoolMismatch};
use crate::framing::sealed::CipherError;

/// The reason why a [`FrameDecoder`](crate::FrameDecoder) did not deliver the next frame.
///
/// An offset is the number of bytes from the start of the stream to the header of the frame.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum FrameError {
    /// The bytes are not a header. The decoder cannot find the next frame: every later call returns this error
    /// again.
    #[error("{error} (at stream byte {offset})")]
    Header {
        /// The error of the header type.
        error: HeaderError,
        /// The offset of the header.
        offset: u64,
    },
    /// The payload is longer than the longest payload of its message. No memory was allocated for it. The next
    /// call skips the frame and continues with the one behind it.
    #[error(
        "{}: the payload of {len} bytes exceeds the maximum of {max} (at stream byte {offset})",
        Subject { id: *id, name: *name }
    )]
    TooLarge {
        /// The id of the frame.
        id: u32,
        /// The name of the message, unless the id is unknown.
        name: Option<&'static str>,
        /// The length of the payload according to the header, in bytes.
        len: usize,
        /// The length of the message's longest payload, in bytes.
        max: usize,
        /// The offset of the frame.
        offset: u64,
    },
    /// The set has no message with this id, or the message is not
    /// [declared](crate::FrameDecoder::with_declared_ids), and the decoder rejects unknown ids. The next call
    /// skips the frame and continues with the one behind it.
    #[error(
        "{} ({len} bytes of payload, at stream byte {offset})",
        UnknownSubject { id: *id, name: *name }
    )]
    UnknownId {
        /// The id of the frame.
        id: u32,
        /// The name of the message, if the set has it.
        name: Option<&'static str>,
        /// The length of the payload according to the header, in bytes.
        len: usize,
        /// The offset of the frame.
        offset: u64,
    },
    /// The payload does not match its header: its checksum is wrong, for example. The next call continues with the
    /// frame behind it.
    #[error("{}: {} (at stream byte {offset})", Subject { id: *id, name: *name }, error.reason)]
    Corrupt {
        /// The id of the frame.
        id: u32,
        /// The name of the message, unless the id is unknown.
        name: Option<&'static str>,
        /// The error of the header type.
        error: HeaderError,
        /// The offset of the frame.
        offset: u64,
    },
    /// The MAC of a block of an [encrypted stream](crate::sealed) is wrong: its bytes were changed, a block was lost, or the
    /// two sides do not have the same keys. No byte behind it can be trusted: every later call returns this error again.
    #[error(
        "the frame at byte {offset} of the encrypted stream is not authentic: the MAC of a block does not match its \
         bytes and the keys; close the connection"
    )]
    Forged {
        /// The offset of the frame, in bytes on the wire.
        offset: u64,
    },
    /// The pool had no slot. Nothing is lost: make the call again once a buffer is released.
    #[error(transparent)]
    Acquire(#[from] AcquireError),
    /// The pool is not made for the set. Nothing was read, and every later call returns this error again.
    #[error(transparent)]
    Pool(#[from] PoolMismatch),
}

impl FrameError {
    /// Returns whether every later call fails with the same error. After any other error the next call
    /// continues.
    #[must_use]
    pub fn is_fatal(&self) -> bool {
        matches!(self, Self::Header { .. } | Self::Forged { .. } | Self::Pool(_))
    }
}

/// The frame that an error is about.
struct Subject {
    id: u32,
    name: Option<&'static str>,
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.name {
            Some(name) => write!(f, "`{name}`"),
            None => write!(f, "id {:#x}", self.id),
        }
    }
}

/// The frame that an error is about, and why its id is unknown.
struct UnknownSubject {
    id: u32,
    name: Option<&'static str>,
}

impl fmt::Display for UnknownSubject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = self.id;
        match self.name {
            Some(name) => write!(f, "`{name}`, id {id:#x}, is not declared here"),
            None => write!(f, "no message of the set has id {id:#x}"),
        }
    }
}

/// The reason why a frame was not held. It is still the decoder's current frame.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum HoldError {
    /// The payload is malformed or belongs to another message.
    #[error(transparent)]
    Decode(#[from] DecodeError),
    /// The pool had no slot.
    #[error(transparent)]
    Acquire(#[from] AcquireError),
}

/// The reason why a frame could not be encoded into a buffer. No byte of it was sent.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum SendError {
    /// The value exceeds a bound, or the header cannot express its id or its length.
    #[error(transparent)]
    Encode(#[from] EncodeError),
    /// The pool had no slot.
    #[error(transparent)]
    Acquire(#[from] AcquireError),
    /// The message is not [declared](crate::FrameEncoder::with_declared_ids).
    #[error(
        "{} is not declared to be sent {}",
        Subject { id: *id, name: *name }, Declarer(service.as_deref())
    )]
    Undeclared {
        /// The id of the frame.
        id: u32,
        /// The name of the message, if the writer is typed by a set that has it.
        name: Option<&'static str>,
        /// The name of the service whose writer it is.
        service: Option<Box<str>>,
    },
    /// The cipher of an [encrypted stream](crate::sealed) must not seal another block with its keys. Every later call
    /// returns this error again.
    #[error("the keys of the encrypted stream are used up; open a new connection")]
    Cipher(#[from] CipherError),
    /// The pool is not made for the set. No byte was sent, and every later call returns this error again.
    #[error(transparent)]
    Pool(#[from] PoolMismatch),
}

/// The place whose declaration lacks a message.
struct Declarer<'a>(Option<&'a str>);

impl fmt::Display for Declarer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(service) => write!(f, "by service `{}`", service.escape_debug()),
            None => f.write_str("here"),
        }
    }
}
