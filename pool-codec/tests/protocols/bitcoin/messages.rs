//! The payloads of messages. Their bounds are those of Bitcoin Core 27.

mod addresses;
mod blocks;
mod chain;
mod inventory;
mod session;
mod transaction;

pub(crate) use addresses::*;
pub(crate) use blocks::*;
pub(crate) use chain::*;
pub(crate) use inventory::*;
pub(crate) use session::*;
pub(crate) use transaction::*;

use super::header::id;

/// The longest block with its witnesses, in bytes.
pub(crate) const MAX_BLOCK: usize = 4_000_000;

/// A hash as it is computed. Programs print it in reverse.
pub(crate) type Hash = [u8; 32];
pub(crate) type HashRef<'decoder> = &'decoder Hash;
