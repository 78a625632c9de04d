//! Job Declaration protocol (specification section 6).

use pool_codec::Frame;

use super::types::*;

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x50, borrow)]
pub struct AllocateMiningJobToken {
    pub user_identifier: ByteStr0255,
    pub request_id: u32,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x51, borrow)]
pub struct AllocateMiningJobTokenSuccess {
    pub request_id: u32,
    pub mining_job_token: B0255,
    pub coinbase_tx_outputs: B064K,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x55, borrow)]
pub struct ProvideMissingTransactions {
    pub request_id: u32,
    pub unknown_tx_position_list: Seq064K<u16>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x56, borrow)]
pub struct ProvideMissingTransactionsSuccess {
    pub request_id: u32,
    pub transaction_list: Seq064K<B016M>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x57, borrow)]
pub struct DeclareMiningJob {
    pub request_id: u32,
    pub mining_job_token: B0255,
    pub version: u32,
    pub coinbase_tx_prefix: B064K,
    pub coinbase_tx_suffix: B064K,
    pub wtxid_list: Seq064K<U256>,
    pub excess_data: B064K,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x58, borrow)]
pub struct DeclareMiningJobSuccess {
    pub request_id: u32,
    pub new_mining_job_token: B0255,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x59, borrow)]
pub struct DeclareMiningJobError {
    pub request_id: u32,
    pub error_code: Str0255,
    pub error_details: B064K,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x60, borrow)]
pub struct PushSolution {
    pub extranonce: B032,
    pub prev_hash: U256,
    pub nonce: u32,
    pub ntime: u32,
    pub nbits: u32,
    pub version: u32,
}
