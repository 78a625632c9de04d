//! The transactions of NEAR, which borsh encodes.
//!
//! The sources are the NEAR protocol specification (nomicon.io: "Transactions", "Actions", "AccessKey", "Account ID
//! rules", and NEP-366 for delegate actions) and the declarations in the public crate `near-primitives`. Every type
//! also derives the traits of borsh, so that the tests can compare it with borsh. The two complete transactions are the
//! test vectors of near-api-js and of Trust Wallet Core.

use borsh::{BorshDeserialize, BorshSerialize};
use pool_codec::Frame;

mod tests;

/// Limits of the run-time configuration of the protocol.
const MAX_ACTIONS: usize = 100;
const MAX_CONTRACT: usize = 4 << 20;
const MAX_ARGS: usize = 4 << 20;
const MAX_METHOD_NAME: usize = 256;
/// The names have 2000 bytes in total, including one byte for the end of each.
const MAX_METHOD_NAMES: usize = 1_000;
const MAX_TRANSACTION: usize = 1_572_864;

#[derive(Debug, Clone, PartialEq, Frame, BorshSerialize, BorshDeserialize)]
#[frame(borrow, len = u32, transparent, validate = account_id)]
struct AccountId(#[frame(max_len = 64)] String);

/// "Account ID rules": 2 to 64 characters, parts of lowercase letters and digits between separators.
fn account_id(id: &AccountIdRef<'_>) -> Result<(), &'static str> {
    let bytes = id.0.as_bytes();
    if !(2..=64).contains(&bytes.len()) {
        return Err("an account id has 2 to 64 characters");
    }
    let parts = bytes.split(|byte| matches!(byte, b'.' | b'-' | b'_'));
    for part in parts {
        if part.is_empty() {
            return Err("a separator in an account id stands between two characters");
        }
        if !part.iter().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) {
            return Err("an account id is of lowercase letters, digits and separators");
        }
    }
    Ok(())
}

#[derive(Debug, Clone, Copy, PartialEq, Frame, BorshSerialize, BorshDeserialize)]
#[frame(borrow, transparent)]
struct CryptoHash([u8; 32]);

#[derive(Debug, Clone, Copy, PartialEq, Frame, BorshSerialize, BorshDeserialize)]
#[frame(borrow, transparent)]
struct Gas(u64);

#[derive(Debug, Clone, Copy, PartialEq, Frame, BorshSerialize, BorshDeserialize)]
#[frame(borrow, transparent)]
struct Balance(u128);

#[derive(Debug, Clone, Copy, PartialEq, Frame, BorshSerialize, BorshDeserialize)]
#[frame(borrow)]
enum PublicKey {
    #[frame(tag = 0)]
    Ed25519([u8; 32]),
    #[frame(tag = 1)]
    Secp256k1([u8; 64]),
}

#[derive(Debug, Clone, Copy, PartialEq, Frame, BorshSerialize, BorshDeserialize)]
#[frame(borrow)]
enum Signature {
    #[frame(tag = 0)]
    Ed25519([u8; 64]),
    #[frame(tag = 1)]
    Secp256k1([u8; 65]),
}

#[derive(Debug, Clone, PartialEq, Frame, BorshSerialize, BorshDeserialize)]
#[frame(borrow, len = u32, transparent)]
struct MethodName(#[frame(max_len = MAX_METHOD_NAME)] String);

#[derive(Debug, Clone, PartialEq, Frame, BorshSerialize, BorshDeserialize)]
#[frame(borrow, len = u32)]
struct FunctionCallPermission {
    allowance: Option<Balance>,
    /// The protocol does not use an `AccountId` here, so the name need not be valid.
    #[frame(max_len = 64)]
    receiver_id: String,
    #[frame(max_len = MAX_METHOD_NAMES)]
    method_names: Vec<MethodName>,
}

#[derive(Debug, Clone, PartialEq, Frame, BorshSerialize, BorshDeserialize)]
#[frame(borrow)]
enum AccessKeyPermission {
    #[frame(tag = 0)]
    FunctionCall(FunctionCallPermission),
    #[frame(tag = 1)]
    FullAccess,
}

#[derive(Debug, Clone, PartialEq, Frame, BorshSerialize, BorshDeserialize)]
#[frame(borrow)]
struct AccessKey {
    nonce: u64,
    permission: AccessKeyPermission,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame, BorshSerialize, BorshDeserialize)]
#[frame(borrow)]
struct CreateAccountAction {}

#[derive(Debug, Clone, PartialEq, Frame, BorshSerialize, BorshDeserialize)]
#[frame(borrow, len = u32)]
struct DeployContractAction {
    #[frame(max_len = MAX_CONTRACT)]
    code: Vec<u8>,
}

#[derive(Debug, Clone, PartialEq, Frame, BorshSerialize, BorshDeserialize)]
#[frame(borrow, len = u32)]
struct FunctionCallAction {
    #[frame(max_len = MAX_METHOD_NAME)]
    method_name: String,
    #[frame(max_len = MAX_ARGS)]
    args: Vec<u8>,
    gas: Gas,
    deposit: Balance,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame, BorshSerialize, BorshDeserialize)]
#[frame(borrow)]
struct TransferAction {
    deposit: Balance,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame, BorshSerialize, BorshDeserialize)]
#[frame(borrow)]
struct StakeAction {
    stake: Balance,
    public_key: PublicKey,
}

#[derive(Debug, Clone, PartialEq, Frame, BorshSerialize, BorshDeserialize)]
#[frame(borrow)]
struct AddKeyAction {
    public_key: PublicKey,
    access_key: AccessKey,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame, BorshSerialize, BorshDeserialize)]
#[frame(borrow)]
struct DeleteKeyAction {
    public_key: PublicKey,
}

#[derive(Debug, Clone, PartialEq, Frame, BorshSerialize, BorshDeserialize)]
#[frame(borrow)]
struct DeleteAccountAction {
    beneficiary_id: AccountId,
}

/// An action in a delegate action. It is any action but another delegate, whose tag is 8.
#[derive(Debug, Clone, PartialEq, Frame, BorshSerialize, BorshDeserialize)]
#[frame(borrow, reserved = [8])]
enum NonDelegateAction {
    #[frame(tag = 0)]
    CreateAccount(CreateAccountAction),
    #[frame(tag = 1)]
    DeployContract(DeployContractAction),
    #[frame(tag = 2)]
    FunctionCall(Box<FunctionCallAction>),
    #[frame(tag = 3)]
    Transfer(TransferAction),
    #[frame(tag = 4)]
    Stake(Box<StakeAction>),
    #[frame(tag = 5)]
    AddKey(Box<AddKeyAction>),
    #[frame(tag = 6)]
    DeleteKey(Box<DeleteKeyAction>),
    #[frame(tag = 7)]
    DeleteAccount(DeleteAccountAction),
}

#[derive(Debug, Clone, PartialEq, Frame, BorshSerialize, BorshDeserialize)]
#[frame(borrow, len = u32)]
struct DelegateAction {
    sender_id: AccountId,
    receiver_id: AccountId,
    #[frame(max_len = MAX_ACTIONS)]
    actions: Vec<NonDelegateAction>,
    nonce: u64,
    max_block_height: u64,
    public_key: PublicKey,
}

#[derive(Debug, Clone, PartialEq, Frame, BorshSerialize, BorshDeserialize)]
#[frame(borrow)]
struct SignedDelegateAction {
    delegate_action: DelegateAction,
    signature: Signature,
}

#[derive(Debug, Clone, PartialEq, Frame, BorshSerialize, BorshDeserialize)]
#[frame(borrow)]
enum Action {
    #[frame(tag = 0)]
    CreateAccount(CreateAccountAction),
    #[frame(tag = 1)]
    DeployContract(DeployContractAction),
    #[frame(tag = 2)]
    FunctionCall(Box<FunctionCallAction>),
    #[frame(tag = 3)]
    Transfer(TransferAction),
    #[frame(tag = 4)]
    Stake(Box<StakeAction>),
    #[frame(tag = 5)]
    AddKey(Box<AddKeyAction>),
    #[frame(tag = 6)]
    DeleteKey(Box<DeleteKeyAction>),
    #[frame(tag = 7)]
    DeleteAccount(DeleteAccountAction),
    #[frame(tag = 8)]
    Delegate(Box<SignedDelegateAction>),
}

#[derive(Debug, Clone, PartialEq, Frame, BorshSerialize, BorshDeserialize)]
#[frame(borrow, len = u32)]
struct Transaction {
    signer_id: AccountId,
    public_key: PublicKey,
    nonce: u64,
    receiver_id: AccountId,
    block_hash: CryptoHash,
    #[frame(max_len = MAX_ACTIONS)]
    actions: Vec<Action>,
}

#[derive(Debug, Clone, PartialEq, Frame, BorshSerialize, BorshDeserialize)]
#[frame(borrow, max_size = MAX_TRANSACTION)]
struct SignedTransaction {
    transaction: Transaction,
    signature: Signature,
}
