#![doc = include_str!("../README.md")]
// docs.rs labels items with the features that they need.
#![cfg_attr(docsrs, feature(doc_cfg))]
#![forbid(unsafe_code)]

mod authority_key;
mod certificate;
mod cipher;
mod connection;
mod error;
mod handshake;
pub mod io;
mod keys;
mod secp;
mod symmetric_state;
#[cfg(feature = "tokio")]
pub mod tokio;

pub use authority_key::{AuthorityKey, KeyError};
pub use cipher::{OpeningKey, SealingKey};
pub use connection::Session;
pub use error::{ConnectError, HandshakeError, ReplyPart};
pub use handshake::{HELLO_LEN, Handshake, Initiator, REPLY_LEN, Responder, Step};
pub use keys::{Authority, StaticKeys};
