//! Transactions with and without witnesses (BIP 144).
//!
//! The witness marker of BIP 144 is the byte 0 in the place of the number of inputs. So a transaction has a number of
//! inputs after its version. If that is 0, the rest has another shape: the flag 1, then inputs, outputs and witnesses.

use pool_codec::layout::{Bitcoin, CompactSize};
use pool_codec::{Bytes, Frame, Seq};

use super::{Hash, HashRef, MAX_BLOCK, id};

/// The most inputs and outputs, by the length of the shortest of them.
const MAX_INPUTS: usize = MAX_BLOCK / 41;
const MAX_OUTPUTS: usize = MAX_BLOCK / 9;

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = id("tx"), borrow, layout = Bitcoin, max_size = MAX_BLOCK)]
pub(crate) struct Transaction {
    pub(crate) version: i32,
    /// The number of `inputs`. It is 0 if they are in `segwit`.
    #[frame(layout = CompactSize)]
    pub(crate) input_count: u64,
    #[frame(count = input_count, max_len = MAX_INPUTS)]
    pub(crate) inputs: Vec<Input>,
    #[frame(when = input_count, max_len = MAX_OUTPUTS)]
    pub(crate) outputs: Option<Vec<Output>>,
    #[frame(when = input_count == 0)]
    pub(crate) segwit: Option<SegwitParts>,
    pub(crate) lock_time: u32,
}

/// What follows the witness marker.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow, layout = Bitcoin, max_size = MAX_BLOCK, validate = check_witnesses)]
pub(crate) struct SegwitParts {
    #[frame(magic = b"\x01")]
    pub(crate) flag: (),
    #[frame(layout = CompactSize)]
    pub(crate) input_count: u64,
    #[frame(count = input_count, max_len = MAX_INPUTS)]
    pub(crate) inputs: Vec<Input>,
    #[frame(max_len = MAX_OUTPUTS)]
    pub(crate) outputs: Vec<Output>,
    #[frame(count = input_count, max_len = MAX_INPUTS)]
    pub(crate) witnesses: Vec<Witness>,
}

/// A transaction whose witnesses are all empty is encoded without them, so that it has one encoding.
fn check_witnesses(segwit: &SegwitPartsRef<'_>) -> Result<(), &'static str> {
    let is_empty = |witness: WitnessRef<'_>| witness.items.is_empty();
    if !segwit.witnesses.is_empty() && segwit.witnesses.iter().all(is_empty) {
        return Err("a transaction with the witness flag has no witness");
    }
    Ok(())
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow, layout = Bitcoin, max_size = MAX_BLOCK)]
pub(crate) struct Input {
    pub(crate) txid: Hash,
    pub(crate) index: u32,
    #[frame(max_len = MAX_BLOCK)]
    pub(crate) script: Vec<u8>,
    pub(crate) sequence: u32,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow, layout = Bitcoin, max_size = MAX_BLOCK)]
pub(crate) struct Output {
    pub(crate) value: u64,
    #[frame(max_len = MAX_BLOCK)]
    pub(crate) script: Vec<u8>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow, layout = Bitcoin, max_size = MAX_BLOCK)]
pub(crate) struct Witness {
    pub(crate) items: Seq<Bytes<MAX_BLOCK>, MAX_BLOCK>,
}
