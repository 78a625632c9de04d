//! Stratum V2 roles that talk to published software: a miner, an upstream pool, and a template provider.
//!
//! ```text
//!  miner    upstream    templates       the roles, each over any `Link`
//!  search   upstream/channel            real shares: found | checked
//!  setup                                SetupConnection and the negotiation of extensions, of both sides
//!  link     work                        a connection, encrypted or not | headers, targets, coinbases
//! ```
//!
//! They hold their messages as owned values, which is simple and fast enough for a miner. All buffers come from one pool,
//! [`POOL_CONFIG`].

pub mod link;
pub mod miner;
pub mod search;
pub mod setup;
pub mod templates;
pub mod upstream;
pub mod work;

use pool_codec::{FrameSet, PoolConfig};
use pool_noise::Session;

use crate::sv2::Sv2;

/// The slots for all messages of Stratum V2, with room for their MACs.
pub const POOL_CONFIG: PoolConfig = Session::pool_config::<Sv2>(&Sv2::POOL_CONFIG);
