//! The messages that the benchmarks share, in our types, and the harness and the charts of benchmarks that measure time
//! themselves. The peers decode the bytes of these messages, or the same values.

pub mod chart;
pub mod harness;
pub mod messages;
pub mod sum;

use examples::sv2::common::{Protocol, SetupConnection};
use examples::sv2::mining::{NewExtendedMiningJob, SetGroupChannel, SubmitSharesStandard};
use pool_codec::LowBitBool;
use pool_codec::error::TooLong;

/// Six integers, 24 bytes.
#[must_use]
pub fn submit_shares_standard() -> SubmitSharesStandard {
    SubmitSharesStandard {
        channel_id: 788_152,
        sequence_number: 28,
        job_id: 4,
        nonce: 0x9E37_79B9,
        ntime: 1_700_000_000,
        version: 0x2000_0000,
    }
}

/// Five short strings, as a miner sends them.
///
/// # Errors
///
/// Never fails, because the strings are short.
pub fn setup_connection() -> Result<SetupConnection, TooLong> {
    Ok(SetupConnection {
        protocol: Protocol::MiningProtocol,
        min_version: 2,
        max_version: 2,
        flags: 1,
        endpoint_host: "pool.example.org".parse()?,
        endpoint_port: 3336,
        vendor: "Bitmain".parse()?,
        hardware_version: "S19 Pro 13.5".parse()?,
        firmware: "braiins-os-2018-09-22-1-hash".parse()?,
        device_id: "ba5eba11".parse()?,
    })
}

/// A job with 12 hashes and two byte strings of a coinbase transaction.
///
/// # Errors
///
/// Never fails, because the parts are short.
pub fn new_extended_mining_job() -> Result<NewExtendedMiningJob, TooLong> {
    Ok(NewExtendedMiningJob {
        channel_id: 788_152,
        job_id: 4,
        min_ntime: Some(1_700_000_000),
        version: 0x2000_0000,
        version_rolling_allowed: LowBitBool(true),
        merkle_path: (0..12).map(|i| [i; 32]).collect::<Vec<_>>().try_into()?,
        coinbase_tx_prefix: vec![0xAB; 87].try_into()?,
        coinbase_tx_suffix: vec![0xCD; 131].try_into()?,
    })
}

/// A thousand ids.
///
/// # Errors
///
/// Never fails, because a thousand ids fit.
pub fn set_group_channel() -> Result<SetGroupChannel, TooLong> {
    Ok(SetGroupChannel {
        group_channel_id: 1,
        channel_ids: (0..1000).collect::<Vec<_>>().try_into()?,
    })
}
