//! Payloads with random values and random damage.

use core::net::Ipv6Addr;

use pool_codec::Be;
use pool_codec::prelude::*;
use proptest::collection::vec;
use proptest::prelude::*;

use super::messages::*;
use super::random::*;
use crate::judge::{judged, same_meaning};

judged! {
    version: Version = version();
    verack: Verack = Just(Verack);
    sendheaders: SendHeaders = Just(SendHeaders);
    wtxidrelay: WtxidRelay = Just(WtxidRelay);
    sendaddrv2: SendAddrV2 = Just(SendAddrV2);
    getaddr: GetAddr = Just(GetAddr);
    mempool: MemPool = Just(MemPool);
    ping: Ping = any::<u64>().prop_map(|nonce| Ping { nonce });
    pong: Pong = any::<u64>().prop_map(|nonce| Pong { nonce });
    feefilter: FeeFilter =
        (0..=2_100_000_000_000_000_i64).prop_map(|fee_rate| FeeFilter { fee_rate });
    sendcmpct: SendCmpct = any::<(bool, u64)>()
        .prop_map(|(high_bandwidth, version)| SendCmpct { high_bandwidth, version });
    reject: Reject = super::reject();
    inv: Inv = items().prop_map(|items| Inv { items });
    getdata: GetData = items().prop_map(|items| GetData { items });
    notfound: NotFound = items().prop_map(|items| NotFound { items });
    getblocks: GetBlocks =
        locator().prop_map(|(version, locator, stop)| GetBlocks { version, locator, stop });
    getheaders: GetHeaders =
        locator().prop_map(|(version, locator, stop)| GetHeaders { version, locator, stop });
    headers: Headers = vec(block_header(), 0..4).prop_map(|headers| Headers {
        headers: headers
            .into_iter()
            .map(|header| HeaderOnly { header, transactions: () })
            .collect(),
    });
    tx: Transaction = transaction();
    block: Block = super::block();
    addr: Addr = vec((any::<u32>(), address()), 0..4).prop_map(|addresses| Addr {
        addresses: addresses
            .into_iter()
            .map(|(time, address)| TimedAddress { time, address })
            .collect(),
    });
    addrv2: AddrV2 =
        vec(timed_network_address(), 0..4).prop_map(|addresses| AddrV2 { addresses });
}

// Encoding does not check these rules.
proptest! {
    #[test]
    fn a_witness_flag_without_a_witness(transaction in any_segwit()) {
        let bytes = transaction.encode_to_vec().unwrap();
        prop_assert_eq!(Transaction::decode(&bytes).is_ok(), has_witness(&transaction));
        same_meaning::<Transaction>(&bytes)?;
    }

    #[test]
    fn addresses_of_another_network(
        is_cjdns in any::<bool>(),
        start in prop::sample::select(vec![[0, 0, 0], [0xFD87, 0xD87E, 0xEB43], [0xFC01, 2, 3]]),
        middle in prop::sample::select(vec![[0, 0, 0], [0, 0, 0xFFFF], [1, 0, 0xFFFF]]),
        end in any::<[u16; 2]>(),
    ) {
        let segments: Vec<u16> = [&start[..], &middle, &end].concat();
        let ip = Ipv6Addr::from(<[u16; 8]>::try_from(segments).unwrap());
        let network = if is_cjdns { NetworkAddress::Cjdns } else { NetworkAddress::Ipv6 };
        let address = TimedNetworkAddress { time: 1, services: 2, address: network(ip), port: Be(3) };
        let bytes = AddrV2 { addresses: vec![address] }.encode_to_vec().unwrap();
        let is_valid = match is_cjdns {
            true => start[0] >> 8 == 0xFC,
            false => start[0] != 0xFD87 && (start, middle) != ([0, 0, 0], [0, 0, 0xFFFF]),
        };
        prop_assert_eq!(AddrV2::decode(&bytes).is_ok(), is_valid);
        same_meaning::<AddrV2>(&bytes)?;
    }
}
