//! Published vectors, golden bytes of every action, the comparison with borsh, and rejected bytes.

use borsh::{BorshDeserialize, BorshSerialize};
use pool_codec::error::DecodeErrorKind;
use pool_codec::{Decodable, Encodable, ZeroCopy};

use super::*;
use crate::round_trip::{damaged, golden, unspaced};

/// Checks that `hex` is the encoding of `value`, also according to borsh.
fn agreed<T>(value: &T, hex: &str)
where
    T: Clone + core::fmt::Debug + PartialEq + BorshSerialize + BorshDeserialize,
    T: Encodable + for<'decoder> Decodable<'decoder> + ZeroCopy,
    for<'decoder> T::Ref<'decoder>: Encodable + Decodable<'decoder>,
{
    let hex = hex.replace("KEY", &"aa".repeat(32));
    golden(value, &hex);
    let bytes = unspaced(&hex);
    assert_eq!(borsh::to_vec(value).unwrap(), bytes);
    assert_eq!(&borsh::from_slice::<T>(&bytes).unwrap(), value);
    for bytes in damaged(&bytes) {
        if let Ok(value) = T::decode(&bytes) {
            assert_eq!(borsh::from_slice::<T>(&bytes).unwrap(), value);
            assert_eq!(borsh::to_vec(&value).unwrap(), bytes);
        }
    }
}

fn account(id: &str) -> AccountId {
    AccountId(id.into())
}

fn bytes_of<const N: usize>(hex: &str) -> [u8; N] {
    unspaced(hex).try_into().unwrap()
}

const KEY: PublicKey = PublicKey::Ed25519([0xAA; 32]);

/// "test.near" sends 1 yoctoNEAR to "whatever.near".
fn published_transfer() -> SignedTransaction {
    SignedTransaction {
        transaction: Transaction {
            signer_id: account("test.near"),
            public_key: PublicKey::Ed25519(bytes_of(
                "917b3d268d4b58f7fec1b150bd68d69be3ee5d4cc39855e341538465bb77860d",
            )),
            nonce: 1,
            receiver_id: account("whatever.near"),
            block_hash: CryptoHash(bytes_of(
                "0fa473fd26901df296be6adc4cc4df34d040efa2435224b6986910e630c2fef6",
            )),
            actions: vec![Action::Transfer(TransferAction { deposit: Balance(1) })],
        },
        signature: Signature::Ed25519(bytes_of(
            "969a83332186ee9755e4839325525806e189a3d2d2bb4b4760e94443e97e1c4f
             22deeef0059a8e9713100eda6e19144da7e8a0ef7e539b20708ba1d8d021bd01",
        )),
    }
}

#[test]
fn published_vectors() {
    let unsigned = "09000000746573742e6e65617200917b3d268d4b58f7fec1b150bd68d69be3ee5d4cc39855e341
        538465bb77860d01000000000000000d00000077686174657665722e6e6561720fa473fd26901df296be6adc4c
        c4df34d040efa2435224b6986910e630c2fef6010000000301000000000000000000000000000000";
    let signature = "00969a83332186ee9755e4839325525806e189a3d2d2bb4b4760e94443e97e1c4f22deeef0059a
        8e9713100eda6e19144da7e8a0ef7e539b20708ba1d8d021bd01";
    let signed = published_transfer();
    agreed(&signed.transaction, unsigned);
    agreed(&signed, &format!("{unsigned} {signature}"));
}

#[test]
fn actions() {
    agreed(&Action::CreateAccount(CreateAccountAction {}), "00");
    agreed(
        &Action::DeployContract(DeployContractAction { code: b"\0asm".to_vec() }),
        "01 04000000 0061736d",
    );
    let call = FunctionCallAction {
        method_name: "vote".into(),
        args: b"{}".to_vec(),
        gas: Gas(30_000_000_000_000),
        deposit: Balance(1 << 64),
    };
    agreed(
        &Action::FunctionCall(Box::new(call)),
        "02 04000000 766f7465 02000000 7b7d 00e057eb481b0000 00000000000000000100000000000000",
    );
    agreed(
        &Action::Transfer(TransferAction { deposit: Balance(u128::MAX) }),
        "03 ffffffffffffffffffffffffffffffff",
    );
    agreed(
        &Action::Stake(Box::new(StakeAction { stake: Balance(5), public_key: KEY })),
        "04 05000000000000000000000000000000 00 KEY",
    );
    let secp = PublicKey::Secp256k1([0x55; 64]);
    agreed(
        &Action::DeleteKey(Box::new(DeleteKeyAction { public_key: secp })),
        &format!("06 01 {}", "55".repeat(64)),
    );
    agreed(
        &Action::DeleteAccount(DeleteAccountAction { beneficiary_id: account("a1.near") }),
        "07 07000000 61312e6e656172",
    );
}

#[test]
fn access_keys() {
    let add = |permission| {
        Action::AddKey(Box::new(AddKeyAction {
            public_key: KEY,
            access_key: AccessKey { nonce: 1, permission },
        }))
    };
    agreed(&add(AccessKeyPermission::FullAccess), "05 00 KEY 0100000000000000 01");
    let limited = FunctionCallPermission {
        allowance: Some(Balance(256)),
        receiver_id: "zzz".into(),
        method_names: vec![MethodName("www".into()), MethodName(String::new())],
    };
    agreed(
        &add(AccessKeyPermission::FunctionCall(limited)),
        "05 00 KEY 0100000000000000 00 01 00010000000000000000000000000000 03000000 7a7a7a
         02000000 03000000 777777 00000000",
    );
}

#[test]
fn delegate_actions() {
    let delegate = SignedDelegateAction {
        delegate_action: DelegateAction {
            sender_id: account("alice.near"),
            receiver_id: account("bob"),
            actions: vec![NonDelegateAction::Transfer(TransferAction { deposit: Balance(2) })],
            nonce: 7,
            max_block_height: 8,
            public_key: KEY,
        },
        signature: Signature::Secp256k1([0x77; 65]),
    };
    let hex = format!(
        "08 0a000000 616c6963652e6e656172 03000000 626f62
         01000000 03 02000000000000000000000000000000 0700000000000000 0800000000000000 00 KEY
         01 {}",
        "77".repeat(65)
    );
    agreed(&Action::Delegate(Box::new(delegate)), &hex);

    // A delegate inside a delegate. The error is at the tag of the first action, after the tag, the ids and the count.
    let mut bytes = unspaced(&hex.replace("KEY", &"aa".repeat(32)));
    assert_eq!(bytes[26], 3);
    bytes[26] = 8;
    let error = Action::decode(&bytes).unwrap_err();
    assert_eq!((error.kind(), error.offset()), (DecodeErrorKind::UnknownTag { tag: 8 }, 26));
    assert_eq!(ActionRef::decode(&bytes).unwrap_err(), error);
}

#[test]
fn account_ids() {
    for (id, reason) in [
        ("a", "an account id has 2 to 64 characters"),
        ("a..near", "a separator in an account id stands between two characters"),
        ("Alice.near", "an account id is of lowercase letters, digits and separators"),
    ] {
        // borsh has no such rule for a `String`.
        let bytes = borsh::to_vec(id).unwrap();
        let error = AccountId::decode(&bytes).unwrap_err();
        assert_eq!(error.kind(), DecodeErrorKind::InvalidValue { reason }, "{id}");
        assert_eq!(AccountIdRef::decode(&bytes).unwrap_err(), error);
    }
    let long = borsh::to_vec(&"a".repeat(65)).unwrap();
    let error = AccountId::decode(&long).unwrap_err();
    assert!(matches!(error.kind(), DecodeErrorKind::TooLong(error) if error.max == 64));
    assert_eq!(error.offset(), 0);

    // In a transaction, the error names the field.
    let mut transaction = published_transfer();
    transaction.transaction.receiver_id = account("what ever");
    let bytes = borsh::to_vec(&transaction).unwrap();
    let error = SignedTransaction::decode(&bytes).unwrap_err();
    assert!(error.to_string().contains("receiver_id"), "{error}");
    assert_eq!(SignedTransactionRef::decode(&bytes).unwrap_err(), error);
}

/// Returns the amount that a transaction transfers. It takes owned transactions and those in a buffer.
fn deposits(transaction: SignedTransactionRef<'_>) -> u128 {
    let mut sum = 0;
    for action in transaction.transaction.actions.iter() {
        sum += match action {
            ActionRef::Transfer(transfer) => transfer.deposit.0,
            ActionRef::FunctionCall(call) => call.deposit.0,
            _ => 0,
        };
    }
    sum
}

#[test]
fn one_handler_for_both_forms() {
    let mut transaction = published_transfer();
    transaction.transaction.actions.push(Action::FunctionCall(Box::new(FunctionCallAction {
        method_name: "buy".into(),
        args: vec![0; 1000],
        gas: Gas(1),
        deposit: Balance(41),
    })));
    let bytes = transaction.encode_to_vec().unwrap();
    let borrowed = SignedTransactionRef::decode(&bytes).unwrap();
    assert_eq!((deposits(transaction.as_borrowed()), deposits(borrowed)), (42, 42));
    let Some(ActionRef::FunctionCall(call)) = borrowed.transaction.actions.get(1) else { panic!() };
    assert!(bytes.as_ptr_range().contains(&call.args.as_ptr()));
}

#[test]
fn no_transaction_is_larger_than_the_protocol_allows() {
    let mut transaction = published_transfer();
    let code = vec![0; MAX_TRANSACTION];
    transaction.transaction.actions = vec![Action::DeployContract(DeployContractAction { code })];
    assert!(transaction.transaction.encode_to_vec().is_ok());
    assert!(transaction.encode_to_vec().is_err());
    let bytes = borsh::to_vec(&transaction).unwrap();
    assert!(matches!(
        SignedTransaction::decode(&bytes).unwrap_err().kind(),
        DecodeErrorKind::TooLarge { max: MAX_TRANSACTION, .. }
    ));
}
