//! Bytes that the network has seen: the first block, payments with and without a witness, a greeting and a refusal.

use bitcoin::consensus::{deserialize, serialize};
use bitcoin::constants::genesis_block;
use bitcoin::{Network, Transaction as PeerTransaction};
use pool_codec::prelude::*;

use super::messages::*;
use crate::judge::{agree, every_flipped_bit};

/// The first payment, from block 170.
const FIRST_PAYMENT: &str = "\
    0100000001c997a5e56e104102fa209c6a852dd90660a20b2d9c352423edce25857fcd3704000000004847304402204e45e16932b8af5149\
    61a1d3a1a25fdf3f4f7732e9d624c6c61548ab5fb8cd410220181522ec8eca07de4860a4acdd12909d831cc56cbbac4622082221a8768d1d\
    0901ffffffff0200ca9a3b00000000434104ae1a62fe09c5f51b13905f07f06b99a2f7159b2225f374cd378d71302fa28414e7aab37397f5\
    54a7df5f142c21c1b7303b8a0626f1baded5c72a704f7e6cd84cac00286bee0000000043410411db93e1dcdb8a016b49840f8c53bc1eb68a\
    382e97b1482ecad7b148a6909a5cb2e0eaddfb84ccf9744464f82e160bfa9b8b64f9d4c03f999b8643f656b412a3ac00000000";

/// A payment whose only input has a witness of two items.
const WITNESS_PAYMENT: &str = "\
    02000000000101595895ea20179de87052b4046dfe6fd515860505d6511a9004cf12a1f93cac7c0100000000ffffffff01deb80700000000\
    0017a9140f3444e271620c736808aa7b33e370bd87cb5a078702483045022100fb60dad8df4af2841adc0346638c16d0b8035f5e3f3753b8\
    8db122e70c79f9370220756e6633b17fd2710e626347d28d60b0a2d6cbb41de51740644b9fb3ba7751040121028fa937ca8cba2197a37c00\
    7176ed8941055d3bcb8627d085e94553e62f057dcc00000000";

/// Decodes a transaction, whose id shows that its bytes are the historical ones.
fn historical(hex: &str, txid: &str) -> Transaction {
    let bytes = hex::decode(hex).unwrap();
    let theirs: PeerTransaction = deserialize(&bytes).unwrap();
    assert_eq!(theirs.compute_txid().to_string(), txid);
    let ours = Transaction::decode(&bytes).unwrap();
    assert_eq!(ours.encode_to_vec().unwrap(), bytes);
    agree(&ours).unwrap();
    ours
}

#[test]
fn the_first_block() {
    let bytes = serialize(&genesis_block(Network::Bitcoin));
    let block = Block::decode(&bytes).unwrap();
    agree(&block).unwrap();
    every_flipped_bit(&block).unwrap();
    assert_eq!((block.header.time, block.header.nonce), (1_231_006_505, 2_083_236_893));
    assert_eq!(block.header.previous, [0; 32]);
    let [coinbase] = &block.transactions[..] else { panic!("one transaction") };
    let headline = b"The Times 03/Jan/2009 Chancellor on brink of second bailout for banks";
    assert!(coinbase.inputs[0].script.ends_with(headline));
    assert_eq!(coinbase.outputs.as_ref().unwrap()[0].value, 50 * 100_000_000);
}

#[test]
fn the_first_payment() {
    let txid = "f4184fc596403b9d638783cf57adfe4c75c605f6356fbc91338530e9831e9e16";
    let payment = historical(FIRST_PAYMENT, txid);
    every_flipped_bit(&payment).unwrap();
    assert_eq!((payment.input_count, payment.inputs.len()), (1, 1));
    let outputs = payment.outputs.unwrap();
    assert_eq!([outputs[0].value, outputs[1].value], [10 * 100_000_000, 40 * 100_000_000]);
    assert_eq!(payment.segwit, None);
}

#[test]
fn a_payment_with_a_witness() {
    let txid = "f5864806e3565c34d1b41e716f72609d00b55ea5eac5b924c9719a842ef42206";
    let payment = historical(WITNESS_PAYMENT, txid);
    every_flipped_bit(&payment).unwrap();
    assert_eq!((payment.input_count, payment.outputs), (0, None));
    let segwit = payment.segwit.unwrap();
    assert_eq!(segwit.outputs[0].value, 506_078);
    let items: Vec<_> = segwit.witnesses[0].items.iter().map(|item| item.len()).collect();
    assert_eq!(items, [72, 33]);
}

#[test]
fn blocks_of_both_kinds_of_transactions() {
    let header = Block::decode(&serialize(&genesis_block(Network::Bitcoin))).unwrap().header;
    let transactions = [FIRST_PAYMENT, WITNESS_PAYMENT, FIRST_PAYMENT]
        .map(|hex| Transaction::decode(&hex::decode(hex).unwrap()).unwrap());
    agree(&Block { header, transactions: transactions.into() }).unwrap();
}

/// A greeting of May 2014.
const VERSION: &str = "\
    721101000100000000000000e6e0845300000000010000000000000000000000000000000000ffff0000000000000100000000000000fd87\
    d87eeb4364f22cf54dca59412db7208d47d920cffce83ee8102f5361746f7368693a302e392e39392f2c9f040001";

#[test]
fn a_greeting() {
    let version = Version::decode(&hex::decode(VERSION).unwrap()).unwrap();
    agree(&version).unwrap();
    every_flipped_bit(&version).unwrap();
    assert_eq!((version.version, version.start_height, version.relay), (70_002, 302_892, true));
    assert_eq!(version.user_agent, "/Satoshi:0.9.99/");
    // An address of Tor, as IPv6.
    assert_eq!(version.sender.ip.segments()[..3], [0xFD87, 0xD87E, 0xEB43]);
}

/// A refusal of a transaction that spends the same coins as another one.
const REJECT: &str = "\
    027478121474786e2d6d656d706f6f6c2d636f6e666c69637405df54d3860b3c41806a3546ab48279300affacf4b88591b229141dcf2f470\
    04";

#[test]
fn a_refusal() {
    let reject = Reject::decode(&hex::decode(REJECT).unwrap()).unwrap();
    agree(&reject).unwrap();
    every_flipped_bit(&reject).unwrap();
    assert_eq!((&*reject.command, reject.code), ("tx", RejectCode::Duplicate));
    assert_eq!(reject.reason, "txn-mempool-conflict");
}
