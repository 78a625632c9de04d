//! Golden bytes of every instruction, the comparison with bincode, and rejected bytes.

use pool_codec::error::DecodeErrorKind;
use pool_codec::{Decodable, Encodable, Wire, ZeroCopy};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::*;
use crate::round_trip::{damaged, golden};

const ALICE: Pubkey = Pubkey([0xA1; 32]);
const BOB: Pubkey = Pubkey([0xB0; 32]);
const BLOCK: Hash = Hash([0xCC; 32]);

/// Checks that `hex` is the encoding, also according to bincode. Names in `hex` stand for the 32 bytes of `ALICE`, `BOB`
/// and `BLOCK`.
fn agreed<T>(value: &T, hex: &str)
where
    T: Clone + core::fmt::Debug + PartialEq + Serialize + DeserializeOwned,
    T: Encodable + for<'decoder> Decodable<'decoder> + ZeroCopy,
    for<'decoder> T::Ref<'decoder>: Encodable + Decodable<'decoder>,
{
    let hex = hex
        .replace("ALICE", &"a1".repeat(32))
        .replace("BOB", &"b0".repeat(32))
        .replace("BLOCK", &"cc".repeat(32));
    golden(value, &hex);
    let bytes = crate::round_trip::unspaced(&hex);
    assert_eq!(bincode::serialize(value).unwrap(), bytes);
    assert_eq!(&bincode::deserialize::<T>(&bytes).unwrap(), value);
    for bytes in damaged(&bytes) {
        if let Ok(value) = T::decode(&bytes) {
            assert_eq!(bincode::deserialize::<T>(&bytes).unwrap(), value);
            assert_eq!(bincode::serialize(&value).unwrap(), bytes);
        }
    }
}

#[test]
fn system_instructions() {
    use SystemInstruction as I;
    agreed(
        &I::CreateAccount { lamports: 1_000_000, space: 165, owner: BOB },
        "00000000 40420f0000000000 a500000000000000 BOB",
    );
    agreed(&I::Assign { owner: ALICE }, "01000000 ALICE");
    agreed(&I::Transfer { lamports: 5_000_000_000 }, "02000000 00f2052a01000000");
    agreed(
        &I::CreateAccountWithSeed {
            base: ALICE,
            seed: "stake:0".into(),
            lamports: 1,
            space: 200,
            owner: BOB,
        },
        "03000000 ALICE 0700000000000000 7374616b653a30 0100000000000000 c800000000000000 BOB",
    );
    agreed(&I::AdvanceNonceAccount, "04000000");
    agreed(&I::WithdrawNonceAccount(7), "05000000 0700000000000000");
    agreed(&I::InitializeNonceAccount(ALICE), "06000000 ALICE");
    agreed(&I::AuthorizeNonceAccount(BOB), "07000000 BOB");
    agreed(&I::Allocate { space: 80 }, "08000000 5000000000000000");
    agreed(
        &I::AllocateWithSeed { base: ALICE, seed: String::new(), space: 1, owner: BOB },
        "09000000 ALICE 0000000000000000 0100000000000000 BOB",
    );
    agreed(
        &I::AssignWithSeed { base: ALICE, seed: "é".into(), owner: BOB },
        "0a000000 ALICE 0200000000000000 c3a9 BOB",
    );
    agreed(
        &I::TransferWithSeed { lamports: 2, from_seed: "x".into(), from_owner: BOB },
        "0b000000 0200000000000000 0100000000000000 78 BOB",
    );
    agreed(&I::UpgradeNonceAccount, "0c000000");
}

#[test]
fn vote_instructions() {
    use VoteInstruction as I;
    let vote = Vote { slots: vec![100, 101], hash: BLOCK, timestamp: Some(1_700_000_000) };
    let vote_hex = "0200000000000000 6400000000000000 6500000000000000 BLOCK 01 00f1536500000000";
    let update = VoteStateUpdate {
        lockouts: vec![
            Lockout { slot: 100, confirmation_count: 2 },
            Lockout { slot: 101, confirmation_count: 1 },
        ],
        root: Some(69),
        hash: BLOCK,
        timestamp: None,
    };
    let update_hex = "0200000000000000 6400000000000000 02000000 6500000000000000 01000000
                      01 4500000000000000 BLOCK 00";
    agreed(
        &I::InitializeAccount(VoteInit {
            node_pubkey: ALICE,
            authorized_voter: BOB,
            authorized_withdrawer: ALICE,
            commission: 10,
        }),
        "00000000 ALICE BOB ALICE 0a",
    );
    agreed(&I::Authorize(BOB, VoteAuthorize::Withdrawer), "01000000 BOB 01000000");
    agreed(&I::Vote(vote.clone()), &format!("02000000 {vote_hex}"));
    agreed(&I::Withdraw(9), "03000000 0900000000000000");
    agreed(&I::UpdateValidatorIdentity, "04000000");
    agreed(&I::UpdateCommission(100), "05000000 64");
    agreed(&I::VoteSwitch(vote, BLOCK), &format!("06000000 {vote_hex} BLOCK"));
    agreed(&I::AuthorizeChecked(VoteAuthorize::Voter), "07000000 00000000");
    agreed(&I::UpdateVoteState(update.clone()), &format!("08000000 {update_hex}"));
    agreed(&I::UpdateVoteStateSwitch(update, BLOCK), &format!("09000000 {update_hex} BLOCK"));
    agreed(
        &I::AuthorizeWithSeed(VoteAuthorizeWithSeedArgs {
            authorization_type: VoteAuthorize::Voter,
            current_authority_derived_key_owner: ALICE,
            current_authority_derived_key_seed: "ab".into(),
            new_authority: BOB,
        }),
        "0a000000 00000000 ALICE 0200000000000000 6162 BOB",
    );
    agreed(
        &I::AuthorizeCheckedWithSeed(VoteAuthorizeCheckedWithSeedArgs {
            authorization_type: VoteAuthorize::Withdrawer,
            current_authority_derived_key_owner: BOB,
            current_authority_derived_key_seed: "c".into(),
        }),
        "0b000000 01000000 BOB 0100000000000000 63",
    );
}

#[test]
fn stake_instructions() {
    use StakeInstruction as I;
    agreed(
        &I::Initialize(
            Authorized { staker: ALICE, withdrawer: BOB },
            Lockup { unix_timestamp: -1, epoch: 3, custodian: ALICE },
        ),
        "00000000 ALICE BOB ffffffffffffffff 0300000000000000 ALICE",
    );
    agreed(&I::Authorize(ALICE, StakeAuthorize::Staker), "01000000 ALICE 00000000");
    agreed(&I::DelegateStake, "02000000");
    agreed(&I::Split(1), "03000000 0100000000000000");
    agreed(&I::Withdraw(u64::MAX), "04000000 ffffffffffffffff");
    agreed(&I::Deactivate, "05000000");
    agreed(
        &I::SetLockup(LockupArgs { unix_timestamp: None, epoch: Some(4), custodian: Some(BOB) }),
        "06000000 00 01 0400000000000000 01 BOB",
    );
    agreed(&I::Merge, "07000000");
    agreed(
        &I::AuthorizeWithSeed(AuthorizeWithSeedArgs {
            new_authorized_pubkey: BOB,
            stake_authorize: StakeAuthorize::Withdrawer,
            authority_seed: "s".into(),
            authority_owner: ALICE,
        }),
        "08000000 BOB 01000000 0100000000000000 73 ALICE",
    );
}

/// One handler for owned instructions and for those in a packet.
fn lamports_moved(instruction: SystemInstructionRef<'_>) -> u64 {
    match instruction {
        SystemInstructionRef::Transfer { lamports }
        | SystemInstructionRef::TransferWithSeed { lamports, .. }
        | SystemInstructionRef::CreateAccount { lamports, .. }
        | SystemInstructionRef::WithdrawNonceAccount(lamports) => lamports,
        _ => 0,
    }
}

#[test]
fn one_handler_for_both_forms() {
    let transfer =
        SystemInstruction::TransferWithSeed { lamports: 2, from_seed: "x".into(), from_owner: BOB };
    let bytes = transfer.encode_to_vec().unwrap();
    let borrowed = SystemInstructionRef::decode(&bytes).unwrap();
    let SystemInstructionRef::TransferWithSeed { from_seed, .. } = borrowed else { panic!() };
    assert!(bytes.as_ptr_range().contains(&from_seed.as_ptr()));
    assert_eq!((lamports_moved(transfer.as_borrowed()), lamports_moved(borrowed)), (2, 2));
}

#[test]
fn rejected() {
    let kind = |bytes: &[u8]| {
        let error = SystemInstruction::decode(bytes).unwrap_err();
        assert_eq!(SystemInstructionRef::decode(bytes).unwrap_err(), error);
        (error.kind(), error.offset())
    };
    assert_eq!(kind(&[13, 0, 0, 0]), (DecodeErrorKind::UnknownTag { tag: 13 }, 0));
    assert_eq!(
        kind(&[4, 0, 0, 0, 9]),
        (DecodeErrorKind::TrailingBytes { count: 1 }, 4),
        "bincode::deserialize ignores such a byte"
    );

    // A seed of 33 bytes and one of 2^63 bytes, which are refused at the length.
    for len in [33_u64, 1 << 63] {
        let mut bytes = vec![11, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0];
        bytes.extend(len.to_le_bytes());
        bytes.extend([b'x'; 65]);
        let (kind, offset) = kind(&bytes);
        assert!(
            matches!(kind, DecodeErrorKind::TooLong(error) if error.max == MAX_SEED),
            "{kind:?}"
        );
        assert_eq!(offset, 12);
    }

    let lockout = Lockout { slot: 1, confirmation_count: 32 };
    assert!(lockout.encode_to_vec().is_err());
    assert!(matches!(
        Lockout::decode(&[1, 0, 0, 0, 0, 0, 0, 0, 32, 0, 0, 0]).unwrap_err().kind(),
        DecodeErrorKind::InvalidValue { .. }
    ));
}

#[test]
fn the_longest_instructions_fit() {
    assert_eq!(SystemInstruction::MAX_SIZE, 4 + 32 + (8 + MAX_SEED) + 8 + 8 + 32);
    let update = 8 + MAX_LOCKOUTS * 12 + 9 + 32 + 9;
    assert_eq!(VoteInstruction::MAX_SIZE, 4 + update + 32);
    assert_eq!(StakeInstruction::MAX_SIZE, 4 + 64 + 48);
}
