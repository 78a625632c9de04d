//! Template Distribution protocol (specification section 7).

use pool_codec::{Frame, LowBitBool};

use super::types::*;

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x70, borrow)]
pub struct CoinbaseOutputConstraints {
    pub coinbase_output_max_additional_size: u32,
    pub coinbase_output_max_additional_sigops: u16,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x71, borrow)]
pub struct NewTemplate {
    pub template_id: u64,
    pub future_template: LowBitBool,
    pub version: u32,
    pub coinbase_tx_version: u32,
    pub coinbase_prefix: B0255,
    pub coinbase_tx_input_sequence: u32,
    pub coinbase_tx_value_remaining: u64,
    pub coinbase_tx_outputs_count: u32,
    pub coinbase_tx_outputs: B064K,
    pub coinbase_tx_locktime: u32,
    pub merkle_path: Seq0255<U256>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x72, borrow)]
pub struct SetNewPrevHash {
    pub template_id: u64,
    pub prev_hash: U256,
    pub header_timestamp: u32,
    pub n_bits: u32,
    pub target: U256,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x73, borrow)]
pub struct RequestTransactionData {
    pub template_id: u64,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x74, borrow)]
pub struct RequestTransactionDataSuccess {
    pub template_id: u64,
    pub excess_data: B064K,
    pub transaction_list: Seq064K<B016M>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x75, borrow)]
pub struct RequestTransactionDataError {
    pub template_id: u64,
    pub error_code: Str0255,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0x76, borrow)]
pub struct SubmitSolution {
    pub template_id: u64,
    pub version: u32,
    pub header_timestamp: u32,
    pub header_nonce: u32,
    pub coinbase_tx: B064K,
}
