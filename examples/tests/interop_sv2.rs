//! Compares the messages with the published Stratum V2 crates: the same bytes mean the same to both.
//!
//! Damaged bytes are only compared if this crate accepts them. The published crates accept more, such as bytes
//! after the message and text that is not UTF-8.
#![allow(clippy::arithmetic_side_effects, reason = "a test may panic")]

use core::fmt::Debug;

use examples::sv2::types::{B016M, ByteStr0255, Extensions, Str0255, U256};
use examples::sv2::{Sv2, common, job_declaration, mining, template_distribution};
use pool_codec::{
    Bytes, Decodable, DecodeFrame, Encodable, Frame, Header, LowBitBool, Seq, Sv2Header, Tlv, Wire,
    ZeroCopy,
};
use proptest::prelude::*;
use proptest::sample::Index;

/// Decodes bytes with a published crate and encodes the result.
type Peer = fn(&mut [u8]) -> Result<Vec<u8>, binary_sv2::Error>;

/// Generates the tests of one message, which compare a value and a damaged encoding with the published type.
/// `$booleans` is the number of boolean fields. `$fields` compares fields of both values.
macro_rules! interop {
    ($($name:ident: $ours:ty, $theirs:ty, $booleans:literal booleans, $fields:expr;)*) => {$(
        mod $name {
            use super::*;

            const PEER: Peer =
                |bytes| binary_sv2::to_bytes(binary_sv2::from_bytes::<$theirs>(bytes)?);

            proptest! {
                #[test]
                fn values_are_the_same(value in super::$name()) {
                    let mut bytes = value.encode_to_vec().expect("within its bounds");
                    prop_assert_eq!(PEER(&mut bytes.clone()).expect("our encoding"), &bytes[..]);
                    let compare: fn(&$ours, &$theirs) = $fields;
                    compare(&value, &binary_sv2::from_bytes(&mut bytes).expect("our encoding"));
                }

                #[test]
                fn accepted_damage_means_the_same(
                    value in super::$name(),
                    damages in prop::collection::vec(damage(), 1..=4),
                ) {
                    let mut bytes = value.encode_to_vec().expect("within its bounds");
                    damages.iter().for_each(|damage| damage.apply(&mut bytes));
                    compare_damaged::<$ours>(bytes, PEER, $booleans);
                }
            }
        }
    )*};
}

interop! {
    setup_connection: common::SetupConnection, common_messages_sv2::SetupConnection<'_>, 0 booleans,
    |ours, theirs| {
        assert_eq!(ours.protocol as u8, theirs.protocol as u8);
        assert_eq!(ours.endpoint_port, theirs.endpoint_port);
        assert_eq!(ours.device_id.as_bytes(), theirs.device_id.as_bytes());
    };
    open_standard_mining_channel:
    mining::OpenStandardMiningChannel, mining_sv2::OpenStandardMiningChannel<'_>, 0 booleans,
    |ours, theirs| {
        assert_eq!(ours.user_identity.as_bytes(), theirs.user_identity.as_bytes());
        assert_eq!(ours.nominal_hash_rate.to_bits(), theirs.nominal_hash_rate.to_bits());
        assert_eq!(&ours.max_target, theirs.max_target.as_array());
    };
    open_extended_mining_channel_success:
    mining::OpenExtendedMiningChannelSuccess, mining_sv2::OpenExtendedMiningChannelSuccess<'_>,
    0 booleans,
    |ours, theirs| {
        assert_eq!(ours.extranonce_size, theirs.extranonce_size);
        assert_eq!(&ours.extranonce_prefix[..], theirs.extranonce_prefix.as_bytes());
        assert_eq!(ours.group_channel_id, theirs.group_channel_id);
    };
    submit_shares_success: mining::SubmitSharesSuccess, mining_sv2::SubmitSharesSuccess, 0 booleans,
    |ours, theirs| {
        assert_eq!(ours.channel_id, theirs.channel_id);
        assert_eq!(ours.new_shares_sum, theirs.new_shares_sum);
    };
    new_extended_mining_job:
    mining::NewExtendedMiningJob, mining_sv2::NewExtendedMiningJob<'_>, 1 booleans,
    |ours, theirs| {
        assert_eq!(ours.min_ntime.as_ref(), theirs.min_ntime.as_ref());
        assert_eq!(ours.version_rolling_allowed.0, theirs.version_rolling_allowed);
        assert!(ours.merkle_path.iter().eq(theirs.merkle_path.iter().map(|hash| hash.as_array())));
        assert_eq!(&ours.coinbase_tx_suffix[..], theirs.coinbase_tx_suffix.as_bytes());
    };
    set_group_channel: mining::SetGroupChannel, mining_sv2::SetGroupChannel<'_>, 0 booleans,
    |ours, theirs| assert_eq!(&ours.channel_ids[..], theirs.channel_ids.as_slice());
    provide_missing_transactions:
    job_declaration::ProvideMissingTransactions, job_declaration_sv2::ProvideMissingTransactions<'_>,
    0 booleans,
    |ours, theirs| {
        let theirs = theirs.unknown_tx_position_list.as_slice();
        assert_eq!(&ours.unknown_tx_position_list[..], theirs);
    };
    provide_missing_transactions_success:
    job_declaration::ProvideMissingTransactionsSuccess,
    job_declaration_sv2::ProvideMissingTransactionsSuccess<'_>, 0 booleans,
    |ours, theirs| {
        let theirs = theirs.transaction_list.iter().map(|transaction| transaction.as_bytes());
        assert!(ours.transaction_list.iter().map(|transaction| &transaction[..]).eq(theirs));
    };
    declare_mining_job:
    job_declaration::DeclareMiningJob, job_declaration_sv2::DeclareMiningJob<'_>, 0 booleans,
    |ours, theirs| {
        assert_eq!(&ours.mining_job_token[..], theirs.mining_job_token.as_bytes());
        assert!(ours.wtxid_list.iter().eq(theirs.wtxid_list.iter().map(|hash| hash.as_array())));
        assert_eq!(&ours.excess_data[..], theirs.excess_data.as_bytes());
    };
    new_template:
    template_distribution::NewTemplate, template_distribution_sv2::NewTemplate<'_>, 1 booleans,
    |ours, theirs| {
        assert_eq!(ours.future_template.0, theirs.future_template);
        assert_eq!(&ours.coinbase_prefix[..], theirs.coinbase_prefix.as_bytes());
        assert_eq!(ours.coinbase_tx_value_remaining, theirs.coinbase_tx_value_remaining);
        assert_eq!(ours.merkle_path.len(), theirs.merkle_path.len());
    };
}

/// Checks that the peer accepts all bytes that we accept, that both encode them to the same bytes, and that both of
/// our forms agree on all other bytes.
fn compare_damaged<F>(bytes: Vec<u8>, peer: Peer, booleans: usize)
where
    F: Frame + ZeroCopy + Debug + for<'d> Decodable<'d>,
    for<'d> F::Ref<'d>: Decodable<'d> + Encodable + Debug,
{
    match (F::decode(&bytes), <F::Ref<'_>>::decode(&bytes)) {
        (Ok(owned), Ok(borrowed)) => {
            let ours = owned.encode_to_vec().expect("decoded, so within its bounds");
            assert_eq!(borrowed.encode_to_vec(), Ok(ours.clone()));
            // A boolean is its lowest bit. Both sides ignore the other bits and write them as zero.
            assert_eq!(ours.len(), bytes.len());
            let changed: Vec<_> = bytes.iter().zip(&ours).filter(|(old, new)| old != new).collect();
            assert!(changed.len() <= booleans, "{changed:?}");
            assert!(changed.iter().all(|(old, new)| **new == **old & 1), "{changed:?}");

            assert_eq!(peer(&mut bytes.clone()).expect("we accept it"), ours);
        }
        (Err(owned), Err(borrowed)) => {
            assert_eq!(owned, borrowed);
            assert!(owned.explain(&bytes).to_string().contains('>'));
        }
        (owned, borrowed) => panic!("{owned:?} against {borrowed:?}"),
    }
}

#[test]
fn both_ignore_the_upper_bits_of_a_boolean() {
    let mut bytes = vec![0; template_distribution::NewTemplate::MIN_SIZE];
    for byte in 0..=u8::MAX {
        // `future_template` comes after the eight bytes of `template_id`.
        bytes[8] = byte;
        let ours = template_distribution::NewTemplate::decode(&bytes).expect("all else is zero");
        assert_eq!(ours.future_template.0, byte & 1 == 1);
        let mut given = bytes.clone();
        let theirs =
            binary_sv2::from_bytes::<template_distribution_sv2::NewTemplate<'_>>(&mut given)
                .expect("all else is zero");
        assert_eq!(theirs.future_template, ours.future_template.0);
        assert_eq!(binary_sv2::to_bytes(theirs).ok(), ours.encode_to_vec().ok());
    }
}

#[derive(Debug, Clone)]
enum Damage {
    Set(Index, u8),
    Flip(Index, u8),
    Insert(Index, u8),
    Remove(Index),
    Cut(Index),
    Append(Vec<u8>),
}

impl Damage {
    fn apply(&self, bytes: &mut Vec<u8>) {
        if bytes.is_empty() {
            return;
        }
        match self {
            Self::Set(at, byte) => *at.get_mut(bytes) = *byte,
            Self::Flip(at, bit) => *at.get_mut(bytes) ^= 1 << bit,
            Self::Insert(at, byte) => bytes.insert(at.index(bytes.len()), *byte),
            Self::Remove(at) => drop(bytes.remove(at.index(bytes.len()))),
            Self::Cut(at) => bytes.truncate(at.index(bytes.len())),
            Self::Append(more) => bytes.extend(more),
        }
    }
}

/// Generates damage that mostly keeps the length. Most bytes of another length would be refused.
fn damage() -> impl Strategy<Value = Damage> {
    let at = any::<Index>;
    prop_oneof![
        8 => (at(), any::<u8>()).prop_map(|(at, byte)| Damage::Set(at, byte)),
        8 => (at(), 0..8_u8).prop_map(|(at, bit)| Damage::Flip(at, bit)),
        1 => (at(), any::<u8>()).prop_map(|(at, byte)| Damage::Insert(at, byte)),
        1 => at().prop_map(Damage::Remove),
        1 => at().prop_map(Damage::Cut),
        1 => prop::collection::vec(any::<u8>(), 1..5).prop_map(Damage::Append),
    ]
}

/// Generates lengths that are mostly short, and sometimes the maximum.
fn lengths(short: usize, max: usize) -> impl Strategy<Value = usize> {
    prop_oneof![12 => 0..=short.min(max), 1 => Just(max)]
}

fn text() -> impl Strategy<Value = Str0255> {
    prop_oneof![4 => "[ -~]{0,40}", 1 => "[a-zß漢]{0,60}", 1 => "[a-z]{255}"]
        .prop_map(|text| text.parse().expect("short enough"))
}

/// Generates text that is mostly not UTF-8.
fn byte_text() -> impl Strategy<Value = ByteStr0255> {
    prop_oneof![
        text().prop_map(ByteStr0255::from),
        bytes::<255>(255).prop_map(|bytes| ByteStr0255::new(&bytes).expect("short enough")),
    ]
}

fn bytes<const N: usize>(max: usize) -> impl Strategy<Value = Bytes<N>> {
    (lengths(40, max), any::<u8>()).prop_map(|(len, first)| {
        let bytes: Vec<u8> = (0..len).map(|at| first.wrapping_add(at as u8)).collect();
        bytes.try_into().expect("short enough")
    })
}

/// Generates a sequence that repeats a few arbitrary elements.
fn seq<T: Clone + Debug, const N: usize>(
    element: impl Strategy<Value = T>,
    max: usize,
) -> impl Strategy<Value = Seq<T, N>> {
    (lengths(12, max), prop::collection::vec(element, 3)).prop_map(|(len, elements)| {
        elements.into_iter().cycle().take(len).collect::<Vec<_>>().try_into().expect("short enough")
    })
}

fn hash() -> impl Strategy<Value = U256> {
    any::<U256>()
}

prop_compose! {
    fn setup_connection()(
        protocol in prop_oneof![
            Just(common::Protocol::MiningProtocol),
            Just(common::Protocol::JobDeclarationProtocol),
            Just(common::Protocol::TemplateDistributionProtocol),
        ],
        (min_version, max_version, flags, endpoint_port) in any::<(u16, u16, u32, u16)>(),
        endpoint_host in text(), vendor in text(), hardware_version in text(), firmware in text(),
        device_id in text(),
    ) -> common::SetupConnection {
        common::SetupConnection {
            protocol, min_version, max_version, flags, endpoint_host, endpoint_port, vendor,
            hardware_version, firmware, device_id,
        }
    }
}

prop_compose! {
    // All bit patterns, including NaNs and their payloads.
    fn open_standard_mining_channel()(
        request_id in any::<u32>(), user_identity in byte_text(),
        nominal_hash_rate in any::<u32>().prop_map(f32::from_bits), max_target in hash(),
    ) -> mining::OpenStandardMiningChannel {
        mining::OpenStandardMiningChannel {
            request_id, user_identity, nominal_hash_rate, max_target,
        }
    }
}

prop_compose! {
    fn open_extended_mining_channel_success()(
        (request_id, channel_id, group_channel_id, extranonce_size) in any::<(u32, u32, u32, u16)>(),
        target in hash(), extranonce_prefix in bytes(32),
    ) -> mining::OpenExtendedMiningChannelSuccess {
        mining::OpenExtendedMiningChannelSuccess {
            request_id, channel_id, target, extranonce_size, extranonce_prefix, group_channel_id,
        }
    }
}

prop_compose! {
    fn submit_shares_success()(
        (channel_id, last_sequence_number, new_submits_accepted_count) in any::<(u32, u32, u32)>(),
        new_shares_sum in any::<u64>(),
    ) -> mining::SubmitSharesSuccess {
        mining::SubmitSharesSuccess {
            channel_id, last_sequence_number, new_submits_accepted_count, new_shares_sum,
        }
    }
}

prop_compose! {
    fn new_extended_mining_job()(
        (channel_id, job_id, min_ntime, version) in any::<(u32, u32, Option<u32>, u32)>(),
        version_rolling_allowed in any::<bool>().prop_map(LowBitBool), merkle_path in seq(hash(), 255),
        coinbase_tx_prefix in bytes(0xFFFF), coinbase_tx_suffix in bytes(0xFFFF),
    ) -> mining::NewExtendedMiningJob {
        mining::NewExtendedMiningJob {
            channel_id, job_id, min_ntime, version, version_rolling_allowed, merkle_path,
            coinbase_tx_prefix, coinbase_tx_suffix,
        }
    }
}

prop_compose! {
    fn set_group_channel()(
        group_channel_id in any::<u32>(), channel_ids in seq(any::<u32>(), 0xFFFF),
    ) -> mining::SetGroupChannel {
        mining::SetGroupChannel { group_channel_id, channel_ids }
    }
}

prop_compose! {
    fn provide_missing_transactions()(
        request_id in any::<u32>(), unknown_tx_position_list in seq(any::<u16>(), 0xFFFF),
    ) -> job_declaration::ProvideMissingTransactions {
        job_declaration::ProvideMissingTransactions { request_id, unknown_tx_position_list }
    }
}

prop_compose! {
    // Long enough to need the third byte of the length of a transaction.
    fn provide_missing_transactions_success()(
        request_id in any::<u32>(), transaction_list in seq::<B016M, _>(bytes(70_000), 12),
    ) -> job_declaration::ProvideMissingTransactionsSuccess {
        job_declaration::ProvideMissingTransactionsSuccess { request_id, transaction_list }
    }
}

prop_compose! {
    fn declare_mining_job()(
        (request_id, version) in any::<(u32, u32)>(), mining_job_token in bytes(255),
        coinbase_tx_prefix in bytes(300), coinbase_tx_suffix in bytes(300),
        wtxid_list in seq(hash(), 300), excess_data in bytes(0xFFFF),
    ) -> job_declaration::DeclareMiningJob {
        job_declaration::DeclareMiningJob {
            request_id, mining_job_token, version, coinbase_tx_prefix, coinbase_tx_suffix, wtxid_list,
            excess_data,
        }
    }
}

prop_compose! {
    fn new_template()(
        (template_id, coinbase_tx_value_remaining) in any::<(u64, u64)>(),
        (version, coinbase_tx_version, coinbase_tx_input_sequence) in any::<(u32, u32, u32)>(),
        (coinbase_tx_outputs_count, coinbase_tx_locktime) in any::<(u32, u32)>(),
        future_template in any::<bool>().prop_map(LowBitBool), coinbase_prefix in bytes(255),
        coinbase_tx_outputs in bytes(0xFFFF), merkle_path in seq(hash(), 255),
    ) -> template_distribution::NewTemplate {
        template_distribution::NewTemplate {
            template_id, future_template, version, coinbase_tx_version, coinbase_prefix,
            coinbase_tx_input_sequence, coinbase_tx_value_remaining, coinbase_tx_outputs_count,
            coinbase_tx_outputs, coinbase_tx_locktime, merkle_path,
        }
    }
}

prop_compose! {
    fn submit_shares_extended()(
        (channel_id, sequence_number, job_id) in any::<(u32, u32, u32)>(),
        (nonce, ntime, version) in any::<(u32, u32, u32)>(), extranonce in bytes(32),
        list in prop::collection::vec((any::<(u16, u8)>(), bytes::<40>(40)), 0..=4),
    ) -> mining::SubmitSharesExtended {
        let list = list.iter().map(|((extension, field), value)| Tlv {
            extension: *extension, field: *field, value,
        });
        mining::SubmitSharesExtended {
            channel_id, sequence_number, job_id, nonce, ntime, version, extranonce,
            extensions: Extensions::new(list).expect("short enough"),
        }
    }
}

/// The extensions as the published parser has them.
fn published(extensions: &Extensions) -> Vec<parsers_sv2::Tlv> {
    let tlv = |tlv: Tlv<'_>| parsers_sv2::Tlv::new(tlv.extension, tlv.field, tlv.value.to_vec());
    extensions.iter().map(tlv).collect()
}

proptest! {
    /// Whole frames are the same, with any extensions behind the message.
    #[test]
    fn extensions_are_those_of_the_published_parser(ours in submit_shares_extended()) {
        let without = mining::SubmitSharesExtended { extensions: Extensions::default(), ..ours.clone() };
        let mut without = without.encode_to_vec().expect("within its bounds");
        let message = binary_sv2::from_bytes(&mut without).expect("a message without extensions");
        let message = parsers_sv2::Mining::SubmitSharesExtended(message);
        let list = parsers_sv2::TlvList::from_slice(&published(&ours.extensions)).expect("their own");
        let theirs = list.build_frame_bytes_with_tlvs(message).expect("their own");
        let (header, payload) = theirs.split_at(Sv2Header::SIZE);
        let header = Sv2Header::decode(header).expect("six bytes");
        prop_assert_eq!(header.channel_id(payload), Some(ours.channel_id));
        prop_assert_eq!(&ours.encode_to_vec().expect("within its bounds"), payload);
        let decoded = Sv2::decode_frame(header.id(), payload).expect("their encoding");
        prop_assert_eq!(decoded, Sv2::SubmitSharesExtended(ours));
    }

    /// A list that we accept means the same there. They stop at the first TLV that is cut, which we refuse.
    #[test]
    fn damaged_extensions_mean_the_same_or_nothing(
        ours in submit_shares_extended(),
        damages in prop::collection::vec(damage(), 1..=4),
    ) {
        let mut bytes = ours.extensions.encode_to_vec().expect("within its bounds");
        damages.iter().for_each(|damage| damage.apply(&mut bytes));
        let theirs: Vec<_> = parsers_sv2::TlvList::from_bytes(&bytes).iter().collect();
        if let Ok(ours) = Extensions::decode(&bytes) {
            let ours = ours.iter().map(|tlv| (tlv.extension, tlv.field, tlv.value.to_vec()));
            let theirs = theirs.into_iter().map(|tlv| {
                let tlv = tlv.expect("we accept it");
                (tlv.r#type.extension_type, tlv.r#type.field_type, tlv.value)
            });
            prop_assert!(ours.eq(theirs));
        }
    }
}

/// The published pool opens a channel for this name, and the specification permits it.
#[test]
fn a_user_is_any_bytes() {
    let open = mining::OpenStandardMiningChannel {
        request_id: 1,
        user_identity: ByteStr0255::new(b"caf\xE9").expect("short enough"),
        nominal_hash_rate: 1.0,
        max_target: [0; 32],
    };
    let mut bytes = open.encode_to_vec().expect("within its bounds");
    assert_eq!(mining::OpenStandardMiningChannel::decode(&bytes).as_ref(), Ok(&open));
    let theirs: mining_sv2::OpenStandardMiningChannel<'_> =
        binary_sv2::from_bytes(&mut bytes).expect("any bytes");
    assert_eq!(theirs.user_identity.as_bytes(), b"caf\xE9");
    assert_eq!(open.user_identity.to_string(), r"caf\xE9");
}
