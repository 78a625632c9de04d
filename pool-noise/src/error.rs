//! The errors of handshakes and connections.

use core::fmt;
use core::time::Duration;
use std::io;

use thiserror::Error;

use crate::authority_key::AuthorityKey;

/// The part of a responder's reply that is encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReplyPart {
    /// The responder's static key, bytes 64 to 144.
    StaticKey,
    /// The responder's certificate, bytes 144 to 234.
    Certificate,
}

impl fmt::Display for ReplyPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::StaticKey => "static key, bytes 64 to 144",
            Self::Certificate => "certificate, bytes 144 to 234",
        })
    }
}

/// The reason why a handshake failed. The connection cannot be used. Times are seconds since 1970 in UTC.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum HandshakeError {
    /// A part of the responder's reply has a wrong MAC.
    #[error(
        "the responder's reply is not authentic ({0}): bytes were changed on the way, or the peer does not speak Noise as \
         Stratum V2 does; check address and port"
    )]
    NotAuthentic(ReplyPart),
    /// The certificate has a version that nobody here knows.
    #[error("the responder's certificate has version {version}, and only version 0 is known")]
    Version {
        /// The version.
        version: u16,
    },
    /// The authority did not sign the certificate.
    #[error(
        "the responder's certificate is not signed by the authority {authority}: check the key, or someone else answers \
         at this address"
    )]
    WrongAuthority {
        /// The key that was expected.
        authority: AuthorityKey,
    },
    /// The certificate is not valid yet, or not any more.
    #[error(
        "the responder's certificate is valid from {valid_from} to {not_valid_after}, and it is {now}: check the clock, or \
         the responder needs a new certificate"
    )]
    NotValid {
        /// The first second at which it is valid.
        valid_from: u32,
        /// The last second at which it is valid.
        not_valid_after: u32,
        /// The time of the check.
        now: u64,
    },
    /// The certificate of this side is not valid.
    #[error(
        "the certificate of this responder is valid from {valid_from} to {not_valid_after}, and it is {now}: issue new \
         keys with `Authority::issue`"
    )]
    OwnCertificate {
        /// The first second at which it is valid.
        valid_from: u32,
        /// The last second at which it is valid.
        not_valid_after: u32,
        /// The time of the check.
        now: u64,
    },
    /// The system returned no random bytes.
    #[error("the system has no random bytes for keys")]
    Random,
}

/// The reason why no connection was made.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ConnectError {
    /// The stream failed.
    #[error("the stream failed in the handshake: {0}")]
    Io(#[from] io::Error),
    /// The handshake failed.
    #[error(transparent)]
    Handshake(#[from] HandshakeError),
    /// The peer closed the connection in the handshake.
    #[error(
        "the peer closed the connection in the handshake, with {missing} of its bytes missing: it may expect another \
         protocol, or refuse this side"
    )]
    Closed {
        /// The number of missing bytes.
        missing: usize,
    },
    /// The peer did not finish the handshake in time.
    #[error(
        "the peer did not finish the handshake within {within:?}, with {missing} of its bytes missing: it is slow, or \
         expects another protocol"
    )]
    TimedOut {
        /// The time that it had.
        within: Duration,
        /// The number of missing bytes. Zero if the peer did not accept those of this side.
        missing: usize,
    },
}
