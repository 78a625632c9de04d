//! Payloads with random values and random damage.

use proptest::collection::vec;

use super::messages::*;
use super::random::*;
use crate::judge::judged;

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
