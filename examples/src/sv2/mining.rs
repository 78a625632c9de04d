//! Mining protocol (specification section 5).

use pool_codec::{Frame, LowBitBool};

use super::types::*;

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x10, borrow)]
pub struct OpenStandardMiningChannel {
    pub request_id: u32,
    pub user_identity: ByteStr0255,
    pub nominal_hash_rate: f32,
    pub max_target: U256,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x11, borrow)]
pub struct OpenStandardMiningChannelSuccess {
    pub request_id: u32,
    pub channel_id: u32,
    pub target: U256,
    pub extranonce_prefix: B032,
    pub group_channel_id: u32,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x12, borrow)]
pub struct OpenMiningChannelError {
    pub request_id: u32,
    pub error_code: Str0255,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x13, borrow)]
pub struct OpenExtendedMiningChannel {
    pub request_id: u32,
    pub user_identity: ByteStr0255,
    pub nominal_hash_rate: f32,
    pub max_target: U256,
    pub min_extranonce_size: u16,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x14, borrow)]
pub struct OpenExtendedMiningChannelSuccess {
    pub request_id: u32,
    pub channel_id: u32,
    pub target: U256,
    pub extranonce_size: u16,
    pub extranonce_prefix: B032,
    pub group_channel_id: u32,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x800015, borrow)]
pub struct NewMiningJob {
    pub channel_id: u32,
    pub job_id: u32,
    pub min_ntime: Option<u32>,
    pub version: u32,
    pub merkle_root: U256,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x800016, borrow)]
pub struct UpdateChannel {
    pub channel_id: u32,
    pub nominal_hash_rate: f32,
    pub maximum_target: U256,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x800017, borrow)]
pub struct UpdateChannelError {
    pub channel_id: u32,
    pub error_code: Str0255,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x800018, borrow)]
pub struct CloseChannel {
    pub channel_id: u32,
    pub reason_code: Str0255,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x800019, borrow)]
pub struct SetExtranoncePrefix {
    pub channel_id: u32,
    pub extranonce_prefix: B032,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x80001a, borrow)]
pub struct SubmitSharesStandard {
    pub channel_id: u32,
    pub sequence_number: u32,
    pub job_id: u32,
    pub nonce: u32,
    pub ntime: u32,
    pub version: u32,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x80001b, borrow)]
pub struct SubmitSharesExtended {
    pub channel_id: u32,
    pub sequence_number: u32,
    pub job_id: u32,
    pub nonce: u32,
    pub ntime: u32,
    pub version: u32,
    pub extranonce: B032,
    pub extensions: Extensions,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x80001c, borrow)]
pub struct SubmitSharesSuccess {
    pub channel_id: u32,
    pub last_sequence_number: u32,
    pub new_submits_accepted_count: u32,
    pub new_shares_sum: u64,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x80001d, borrow)]
pub struct SubmitSharesError {
    pub channel_id: u32,
    pub sequence_number: u32,
    pub error_code: Str0255,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x80001f, borrow)]
pub struct NewExtendedMiningJob {
    pub channel_id: u32,
    pub job_id: u32,
    pub min_ntime: Option<u32>,
    pub version: u32,
    pub version_rolling_allowed: LowBitBool,
    pub merkle_path: Seq0255<U256>,
    pub coinbase_tx_prefix: B064K,
    pub coinbase_tx_suffix: B064K,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x800020, borrow)]
pub struct SetNewPrevHash {
    pub channel_id: u32,
    pub job_id: u32,
    pub prev_hash: U256,
    pub min_ntime: u32,
    pub nbits: u32,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x800021, borrow)]
pub struct SetTarget {
    pub channel_id: u32,
    pub maximum_target: U256,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x800022, borrow)]
pub struct SetCustomMiningJob {
    pub channel_id: u32,
    pub request_id: u32,
    pub mining_job_token: B0255,
    pub version: u32,
    pub prev_hash: U256,
    pub min_ntime: u32,
    pub nbits: u32,
    pub coinbase_tx_version: u32,
    pub coinbase_prefix: B0255,
    pub coinbase_tx_input_n_sequence: u32,
    pub coinbase_tx_outputs: B064K,
    pub coinbase_tx_locktime: u32,
    pub merkle_path: Seq0255<U256>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x800023, borrow)]
pub struct SetCustomMiningJobSuccess {
    pub channel_id: u32,
    pub request_id: u32,
    pub job_id: u32,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x800024, borrow)]
pub struct SetCustomMiningJobError {
    pub channel_id: u32,
    pub request_id: u32,
    pub error_code: Str0255,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x25, borrow)]
pub struct SetGroupChannel {
    pub group_channel_id: u32,
    pub channel_ids: Seq064K<u32>,
}
