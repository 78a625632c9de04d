//! Any payload of any message in the Stratum V2 set. The owned form, the borrowed form, the held form and the schema
//! agree. A decoded value encodes, and its encoding decodes to the same value.
//!
//! The input is three bytes that select the message, and then the payload. The bytes of a message id, as in a frame
//! header, select that message. Other bytes select one by their remainder.
#![no_main]

use core::fmt::Debug;

use examples::sv2::{
    Sv2, Sv2Ref, common, extensions, job_declaration, mining, template_distribution,
};
use libfuzzer_sys::fuzz_target;
use pool_codec::error::DecodeErrorKind;
use pool_codec::schema::{Content, Value};
use pool_codec::{Covariant, Decodable, DecodeFrame, Encodable, EncodeFrame, Frame, FrameSet, Held, Pool};

static POOL: Pool = Pool::new(&Sv2::POOL_CONFIG);

fuzz_target!(|input: &[u8]| {
    let Some((&[low, middle, high], payload)) = input.split_first_chunk() else { return };
    let choice = u32::from_le_bytes([low, middle, high, 0]);
    let message = Sv2::message(choice)
        .unwrap_or_else(|| &Sv2::MESSAGES[choice as usize % Sv2::MESSAGES.len()]);
    by_id(message.id, payload);

    // The set gives the same result as its message.
    let owned = Sv2::decode_frame(message.id, payload);
    let borrowed = Sv2Ref::decode_frame(message.id, payload);
    assert!(!matches!(owned, Ok(Sv2::Unknown(_))));
    match (owned, borrowed) {
        (Ok(owned), Ok(borrowed)) => assert_eq!(owned.payload_len(), borrowed.payload_len()),
        (owned, borrowed) => assert_eq!(owned.err(), borrowed.err()),
    }
});

/// Calls [`check`] for the message of the set with this id.
fn by_id(id: u32, payload: &[u8]) {
    macro_rules! check {
        ($($module:ident: $($message:ident)*;)*) => {
            match id {
                $($($module::$message::ID => check::<$module::$message>(payload),)*)*
                _ => panic!("no message has id {id:#x}"),
            }
        };
    }
    check! {
        common: SetupConnection SetupConnectionSuccess SetupConnectionError ChannelEndpointChanged
            Reconnect;
        mining: OpenStandardMiningChannel OpenStandardMiningChannelSuccess OpenMiningChannelError
            OpenExtendedMiningChannel OpenExtendedMiningChannelSuccess NewMiningJob UpdateChannel
            UpdateChannelError CloseChannel SetExtranoncePrefix SubmitSharesStandard
            SubmitSharesExtended SubmitSharesSuccess SubmitSharesError NewExtendedMiningJob
            SetNewPrevHash SetTarget SetCustomMiningJob SetCustomMiningJobSuccess
            SetCustomMiningJobError SetGroupChannel;
        job_declaration: AllocateMiningJobToken AllocateMiningJobTokenSuccess
            ProvideMissingTransactions ProvideMissingTransactionsSuccess DeclareMiningJob
            DeclareMiningJobSuccess DeclareMiningJobError PushSolution;
        template_distribution: CoinbaseOutputConstraints NewTemplate SetNewPrevHash
            RequestTransactionData RequestTransactionDataSuccess RequestTransactionDataError
            SubmitSolution;
        extensions: RequestExtensions RequestExtensionsSuccess RequestExtensionsError;
    }
}

fn check<F>(payload: &[u8])
where
    F: Frame + Covariant + Clone + Debug + PartialEq + for<'d> Decodable<'d>,
    for<'d> F::Ref<'d>: Debug + Decodable<'d> + Encodable + DecodeFrame<'d>,
{
    let mut slot = POOL.acquire(payload.len()).expect("the heap is the overflow");
    slot.copy_from_slice(payload);
    let held = Held::<F>::decode(F::ID, slot);
    let value = Value::new(F::SCHEMA, payload);

    match (F::decode(payload), <F::Ref<'_>>::decode(payload)) {
        (Ok(owned), Ok(borrowed)) => {
            visit(&value.expect("the schema accepts the bytes that the type accepts"));
            let held = held.expect("the held form is the borrowed form");
            assert_eq!(held.payload(), payload);

            let bytes = owned.encode_to_vec().expect("a decoded value encodes");
            assert_eq!(bytes.len(), owned.encoded_len());
            assert!((F::MIN_SIZE..=F::MAX_SIZE).contains(&bytes.len()));
            same_encoding(payload, &bytes);
            assert_eq!(borrowed.encode_to_vec().as_ref(), Ok(&bytes));
            assert_eq!(held.get().encode_to_vec().as_ref(), Ok(&bytes));

            same_value(&F::from_borrowed(&borrowed), &owned, &bytes);
            same_value(&held.into_owned(), &owned, &bytes);
            same_value(&F::decode(&bytes).expect("an encoding decodes"), &owned, &bytes);
            let mut refilled = owned.clone();
            refilled.decode_into(payload).expect("decodes as before");
            same_value(&refilled, &owned, &bytes);
            // After a failed refill, the value is valid, with any fields.
            if let Some(short) = payload.get(..payload.len() / 2)
                && refilled.decode_into(short).is_err()
            {
                refilled.encode_to_vec().expect("is a value");
            }
        }
        (Err(owned), Err(borrowed)) => {
            assert_eq!(owned, borrowed);
            let held = held.expect_err("the held form is the borrowed form").into_error();
            assert_eq!(owned, held);
            let by_schema = value.expect_err("the schema rejects the bytes that the type rejects");
            // Types check runs of fixed-size fields and elements at once, and the schema checks them one by one. For a
            // payload that is too short, they may name different places.
            if !matches!(owned.kind(), DecodeErrorKind::UnexpectedEnd { .. }) {
                assert_eq!((by_schema.kind(), by_schema.offset()), (owned.kind(), owned.offset()));
            }
            assert!(by_schema.offset() <= payload.len());
            assert!(owned.offset() <= payload.len());
            assert_eq!(owned.message(), Some(F::NAME));
            assert!(owned.explain(payload).to_string().lines().count() > 1);
        }
        (owned, borrowed) => panic!("{owned:?} against {borrowed:?}"),
    }
}

/// Checks that the bytes of an encoding equal the payload, except for the upper bits of a boolean.
fn same_encoding(payload: &[u8], bytes: &[u8]) {
    assert_eq!(payload.len(), bytes.len());
    let changed = payload.iter().zip(bytes).filter(|(old, new)| old != new);
    let mut count = 0;
    for (&old, &new) in changed {
        assert_eq!(old & 1, new);
        count += 1;
    }
    assert!(count <= 1, "a message has at most one boolean");
}

fn same_value<F: PartialEq + Clone + Encodable + Debug>(value: &F, expected: &F, bytes: &[u8]) {
    assert_eq!(value.encode_to_vec().as_deref(), Ok(bytes));
    // A value that is not equal to itself has a NaN. The encoding has compared its bits.
    if *expected == expected.clone() {
        assert_eq!(value, expected);
    }
}

/// Reads all parts of a value.
fn visit(value: &Value<'_>) {
    match value.content() {
        Content::Items(items) => {
            let count = items.len();
            assert_eq!(items.inspect(visit).count(), count);
        }
        Content::Struct(fields) => {
            let count = value.schema().fields().len();
            let mut bytes = 0;
            let visited = fields.inspect(|(_, field)| {
                bytes += field.as_bytes().len();
                visit(field);
            });
            assert_eq!(visited.count(), count);
            assert_eq!(bytes, value.as_bytes().len());
        }
        Content::Enum(_, name, fields) => {
            assert!(!name.is_empty());
            assert_eq!(fields.count(), 0, "no enum of the set has data");
        }
        Content::Option(Some(inner)) => visit(&inner),
        Content::Bytes(bytes) => assert!(bytes.len() <= value.as_bytes().len()),
        Content::Str(text) => assert_eq!(text.as_bytes(), value.body()),
        _ => {}
    }
}
