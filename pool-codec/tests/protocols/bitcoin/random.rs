//! Random payloads.

use core::net::Ipv6Addr;

use pool_codec::{Be, Bytes, Seq};
use proptest::collection::vec;
use proptest::prelude::*;

use super::messages::*;

fn hash() -> impl Strategy<Value = Hash> {
    any::<Hash>()
}

pub(crate) fn address() -> impl Strategy<Value = Address> {
    any::<(u64, Ipv6Addr, u16)>().prop_map(|(services, ip, port)| Address {
        services,
        ip,
        port: Be(port),
    })
}

pub(crate) fn version() -> impl Strategy<Value = Version> {
    let numbers = any::<(u32, u64, i64, u64, i32, bool)>();
    (numbers, address(), address(), "[ -~]{0,40}|[a-zäöü☃]{80}").prop_map(
        |(numbers, receiver, sender, user_agent)| {
            let (version, services, timestamp, nonce, start_height, relay) = numbers;
            Version {
                version,
                services,
                timestamp,
                receiver,
                sender,
                nonce,
                user_agent,
                start_height,
                relay,
            }
        },
    )
}

pub(crate) fn reject() -> impl Strategy<Value = Reject> {
    let code = prop::sample::select(vec![
        RejectCode::Malformed,
        RejectCode::Invalid,
        RejectCode::Obsolete,
        RejectCode::Duplicate,
        RejectCode::NonStandard,
        RejectCode::Dust,
        RejectCode::Fee,
        RejectCode::Checkpoint,
    ]);
    ("[a-z]{0,12}", code, "[ -~]{0,111}", hash()).prop_map(|(command, code, reason, hash)| Reject {
        command,
        code,
        reason,
        hash,
    })
}

pub(crate) fn items() -> impl Strategy<Value = Vec<Item>> {
    let known = prop::sample::select(vec![
        Item::Transaction,
        Item::Block,
        Item::CompactBlock,
        Item::TransactionByWtxid,
        Item::WitnessTransaction,
        Item::WitnessBlock,
    ]);
    let other = prop_oneof![Just(0), Just(3), 6..0x4000_0001_u32, 0x4000_0003..=u32::MAX];
    let item = prop_oneof![
        4 => (known, hash()).prop_map(|(item, hash)| item(hash)),
        1 => (other, hash()).prop_map(|(kind, hash)| Item::Other(kind, hash)),
    ];
    // The prefix has three bytes from 253 items on.
    prop_oneof![9 => vec(item.clone(), 0..4), 1 => vec(item, 250..260)]
}

pub(crate) fn locator() -> impl Strategy<Value = (u32, Vec<Hash>, Hash)> {
    (any::<u32>(), prop_oneof![9 => vec(hash(), 0..4), 1 => vec(hash(), 101)], hash())
}

pub(crate) fn block_header() -> impl Strategy<Value = BlockHeader> {
    (any::<(i32, u32, u32, u32)>(), hash(), hash()).prop_map(|(numbers, previous, merkle_root)| {
        let (version, time, bits, nonce) = numbers;
        BlockHeader { version, previous, merkle_root, time, bits, nonce }
    })
}

fn script() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![9 => vec(any::<u8>(), 0..30), 1 => vec(any::<u8>(), 250..260)]
}

fn input() -> impl Strategy<Value = Input> {
    (hash(), any::<u32>(), script(), any::<u32>())
        .prop_map(|(txid, index, script, sequence)| Input { txid, index, script, sequence })
}

fn outputs() -> impl Strategy<Value = Vec<Output>> {
    vec((any::<u64>(), script()).prop_map(|(value, script)| Output { value, script }), 0..3)
}

fn witness() -> impl Strategy<Value = Witness> {
    let items = vec(script(), 0..4);
    items.prop_map(|items| {
        let items = items.iter().map(|item| Bytes::try_from(&item[..]).unwrap());
        Witness { items: Seq::try_from(items.collect::<Vec<_>>()).unwrap() }
    })
}

fn legacy() -> impl Strategy<Value = Transaction> {
    (any::<(i32, u32)>(), vec(input(), 1..4), outputs()).prop_map(
        |((version, lock_time), inputs, outputs)| Transaction {
            version,
            input_count: inputs.len() as u64,
            inputs,
            outputs: Some(outputs),
            segwit: None,
            lock_time,
        },
    )
}

/// Generates transactions with the witness marker. All of their witnesses may be empty, which is not valid.
pub(crate) fn any_segwit() -> impl Strategy<Value = Transaction> {
    let inputs = vec((input(), witness()), 0..4);
    (any::<(i32, u32)>(), inputs, outputs()).prop_map(|((version, lock_time), inputs, outputs)| {
        let input_count = inputs.len() as u64;
        let (inputs, witnesses) = inputs.into_iter().unzip();
        let segwit = SegwitParts { flag: (), input_count, inputs, outputs, witnesses };
        Transaction {
            version,
            input_count: 0,
            inputs: Vec::new(),
            outputs: None,
            segwit: Some(segwit),
            lock_time,
        }
    })
}

/// Whether at least one witness is not empty, or there are no inputs.
pub(crate) fn has_witness(transaction: &Transaction) -> bool {
    let witnesses = &transaction.segwit.as_ref().unwrap().witnesses;
    witnesses.is_empty() || witnesses.iter().any(|witness| !witness.items.is_empty())
}

fn segwit() -> impl Strategy<Value = Transaction> {
    any_segwit().prop_filter("no witness", has_witness)
}

pub(crate) fn transaction() -> impl Strategy<Value = Transaction> {
    prop_oneof![legacy(), segwit()]
}

pub(crate) fn block() -> impl Strategy<Value = Block> {
    (block_header(), vec(transaction(), 0..4))
        .prop_map(|(header, transactions)| Block { header, transactions })
}

fn network_address() -> impl Strategy<Value = NetworkAddress> {
    let ipv6 = any::<Ipv6Addr>().prop_filter("of IPv4 or Tor", |ip| {
        ip.segments()[5] != 0xFFFF && ip.segments()[0] != 0xFD87
    });
    let cjdns = any::<[u8; 16]>().prop_map(|mut bytes| {
        bytes[0] = 0xFC;
        Ipv6Addr::from(bytes)
    });
    let unknown = (
        prop_oneof![Just(0_u8), 7..=u8::MAX],
        prop_oneof![vec(any::<u8>(), 0..9), vec(any::<u8>(), 512)],
    );
    prop_oneof![
        any::<core::net::Ipv4Addr>().prop_map(NetworkAddress::Ipv4),
        ipv6.prop_map(NetworkAddress::Ipv6),
        any::<[u8; 10]>().prop_map(NetworkAddress::TorV2),
        any::<[u8; 32]>().prop_map(NetworkAddress::TorV3),
        any::<[u8; 32]>().prop_map(NetworkAddress::I2p),
        cjdns.prop_map(NetworkAddress::Cjdns),
        unknown.prop_map(|(network, bytes)| NetworkAddress::Unknown(network, bytes)),
    ]
}

pub(crate) fn timed_network_address() -> impl Strategy<Value = TimedNetworkAddress> {
    (any::<(u32, u64, u16)>(), 0..64_u32, network_address()).prop_map(
        |((time, services, port), shift, address)| TimedNetworkAddress {
            time,
            services: services >> shift,
            address,
            port: Be(port),
        },
    )
}
