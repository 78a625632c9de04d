//! The instructions of the system, vote and stake programs of Solana, which bincode 1.3 encodes.
//!
//! The source is the docs and the declarations of `SystemInstruction`, `VoteInstruction` and `StakeInstruction` in the
//! public crates `solana-system-interface`, `solana-vote-interface` and `solana-stake-interface`. Every type also
//! derives the traits of serde, so that the tests can compare it with bincode.

use pool_codec::Frame;
use serde::{Deserialize, Serialize};

mod tests;

/// The longest seed of a derived address, in bytes.
const MAX_SEED: usize = 32;

/// The largest number of lockouts that a vote account keeps.
const MAX_LOCKOUTS: usize = 31;

#[derive(Debug, Clone, Copy, PartialEq, Frame, Serialize, Deserialize)]
#[frame(borrow, transparent)]
struct Pubkey([u8; 32]);

#[derive(Debug, Clone, Copy, PartialEq, Frame, Serialize, Deserialize)]
#[frame(borrow, transparent)]
struct Hash([u8; 32]);

#[derive(Debug, Clone, PartialEq, Frame, Serialize, Deserialize)]
#[frame(borrow, len = u64, tag = u32)]
enum SystemInstruction {
    #[frame(tag = 0)]
    CreateAccount { lamports: u64, space: u64, owner: Pubkey },
    #[frame(tag = 1)]
    Assign { owner: Pubkey },
    #[frame(tag = 2)]
    Transfer { lamports: u64 },
    #[frame(tag = 3)]
    CreateAccountWithSeed {
        base: Pubkey,
        #[frame(max_len = MAX_SEED)]
        seed: String,
        lamports: u64,
        space: u64,
        owner: Pubkey,
    },
    #[frame(tag = 4)]
    AdvanceNonceAccount,
    #[frame(tag = 5)]
    WithdrawNonceAccount(u64),
    #[frame(tag = 6)]
    InitializeNonceAccount(Pubkey),
    #[frame(tag = 7)]
    AuthorizeNonceAccount(Pubkey),
    #[frame(tag = 8)]
    Allocate { space: u64 },
    #[frame(tag = 9)]
    AllocateWithSeed {
        base: Pubkey,
        #[frame(max_len = MAX_SEED)]
        seed: String,
        space: u64,
        owner: Pubkey,
    },
    #[frame(tag = 10)]
    AssignWithSeed {
        base: Pubkey,
        #[frame(max_len = MAX_SEED)]
        seed: String,
        owner: Pubkey,
    },
    #[frame(tag = 11)]
    TransferWithSeed {
        lamports: u64,
        #[frame(max_len = MAX_SEED)]
        from_seed: String,
        from_owner: Pubkey,
    },
    #[frame(tag = 12)]
    UpgradeNonceAccount,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame, Serialize, Deserialize)]
#[frame(borrow)]
struct VoteInit {
    node_pubkey: Pubkey,
    authorized_voter: Pubkey,
    authorized_withdrawer: Pubkey,
    commission: u8,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame, Serialize, Deserialize)]
#[frame(borrow, tag = u32)]
enum VoteAuthorize {
    Voter = 0,
    Withdrawer = 1,
}

#[derive(Debug, Clone, PartialEq, Frame, Serialize, Deserialize)]
#[frame(borrow, len = u64)]
struct Vote {
    #[frame(max_len = MAX_LOCKOUTS)]
    slots: Vec<u64>,
    hash: Hash,
    timestamp: Option<i64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame, Serialize, Deserialize)]
#[frame(borrow)]
struct Lockout {
    slot: u64,
    #[frame(range = 1..=31)]
    confirmation_count: u32,
}

#[derive(Debug, Clone, PartialEq, Frame, Serialize, Deserialize)]
#[frame(borrow, len = u64)]
struct VoteStateUpdate {
    #[frame(max_len = MAX_LOCKOUTS)]
    lockouts: Vec<Lockout>,
    root: Option<u64>,
    hash: Hash,
    timestamp: Option<i64>,
}

#[derive(Debug, Clone, PartialEq, Frame, Serialize, Deserialize)]
#[frame(borrow, len = u64)]
struct VoteAuthorizeWithSeedArgs {
    authorization_type: VoteAuthorize,
    current_authority_derived_key_owner: Pubkey,
    #[frame(max_len = MAX_SEED)]
    current_authority_derived_key_seed: String,
    new_authority: Pubkey,
}

#[derive(Debug, Clone, PartialEq, Frame, Serialize, Deserialize)]
#[frame(borrow, len = u64)]
struct VoteAuthorizeCheckedWithSeedArgs {
    authorization_type: VoteAuthorize,
    current_authority_derived_key_owner: Pubkey,
    #[frame(max_len = MAX_SEED)]
    current_authority_derived_key_seed: String,
}

/// Tags 12 to 15 are the compact updates, whose lengths are variable-width integers.
#[derive(Debug, Clone, PartialEq, Frame, Serialize, Deserialize)]
#[frame(borrow, tag = u32, reserved = [12..=15])]
enum VoteInstruction {
    #[frame(tag = 0)]
    InitializeAccount(VoteInit),
    #[frame(tag = 1)]
    Authorize(Pubkey, VoteAuthorize),
    #[frame(tag = 2)]
    Vote(Vote),
    #[frame(tag = 3)]
    Withdraw(u64),
    #[frame(tag = 4)]
    UpdateValidatorIdentity,
    #[frame(tag = 5)]
    UpdateCommission(u8),
    #[frame(tag = 6)]
    VoteSwitch(Vote, Hash),
    #[frame(tag = 7)]
    AuthorizeChecked(VoteAuthorize),
    #[frame(tag = 8)]
    UpdateVoteState(VoteStateUpdate),
    #[frame(tag = 9)]
    UpdateVoteStateSwitch(VoteStateUpdate, Hash),
    #[frame(tag = 10)]
    AuthorizeWithSeed(VoteAuthorizeWithSeedArgs),
    #[frame(tag = 11)]
    AuthorizeCheckedWithSeed(VoteAuthorizeCheckedWithSeedArgs),
}

#[derive(Debug, Clone, Copy, PartialEq, Frame, Serialize, Deserialize)]
#[frame(borrow)]
struct Authorized {
    staker: Pubkey,
    withdrawer: Pubkey,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame, Serialize, Deserialize)]
#[frame(borrow)]
struct Lockup {
    unix_timestamp: i64,
    epoch: u64,
    custodian: Pubkey,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame, Serialize, Deserialize)]
#[frame(borrow)]
struct LockupArgs {
    unix_timestamp: Option<i64>,
    epoch: Option<u64>,
    custodian: Option<Pubkey>,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame, Serialize, Deserialize)]
#[frame(borrow, tag = u32)]
enum StakeAuthorize {
    Staker = 0,
    Withdrawer = 1,
}

#[derive(Debug, Clone, PartialEq, Frame, Serialize, Deserialize)]
#[frame(borrow, len = u64)]
struct AuthorizeWithSeedArgs {
    new_authorized_pubkey: Pubkey,
    stake_authorize: StakeAuthorize,
    #[frame(max_len = MAX_SEED)]
    authority_seed: String,
    authority_owner: Pubkey,
}

#[derive(Debug, Clone, PartialEq, Frame, Serialize, Deserialize)]
#[frame(borrow, tag = u32)]
enum StakeInstruction {
    #[frame(tag = 0)]
    Initialize(Authorized, Lockup),
    #[frame(tag = 1)]
    Authorize(Pubkey, StakeAuthorize),
    #[frame(tag = 2)]
    DelegateStake,
    #[frame(tag = 3)]
    Split(u64),
    #[frame(tag = 4)]
    Withdraw(u64),
    #[frame(tag = 5)]
    Deactivate,
    #[frame(tag = 6)]
    SetLockup(LockupArgs),
    #[frame(tag = 7)]
    Merge,
    #[frame(tag = 8)]
    AuthorizeWithSeed(AuthorizeWithSeedArgs),
}
