//! Our messages as those of the crate `bitcoin`.

use bitcoin::block::{Header, Version as BlockVersion};
use bitcoin::consensus::{deserialize, serialize};
use bitcoin::hashes::{Hash as _, sha256d};
use bitcoin::p2p::address::{AddrV2 as PeerAddrV2, AddrV2Message, Address as PeerAddress};
use bitcoin::p2p::message::{NetworkMessage, RawNetworkMessage};
use bitcoin::p2p::message_blockdata::{GetBlocksMessage, GetHeadersMessage, Inventory};
use bitcoin::p2p::message_network::{self, RejectReason, VersionMessage};
use bitcoin::p2p::{Magic, ServiceFlags, message_compact_blocks};
use bitcoin::{
    Amount, BlockHash, CompactTarget, OutPoint, ScriptBuf, Sequence, TxIn, TxMerkleNode, TxOut,
    Txid, Wtxid, absolute, transaction,
};
use pool_codec::error::DecodeErrorKind;

use super::messages::*;
use crate::judge::{BothForms, Judged, Written};

/// The length of the header before a payload.
const HEADER: usize = 24;

/// A payload and its command.
pub(crate) trait Payload: BothForms {
    const COMMAND: &str;

    fn message(&self) -> NetworkMessage;
}

impl<P: Payload> Judged for P {
    type Theirs = NetworkMessage;

    fn to_theirs(&self) -> Option<NetworkMessage> {
        Some(self.message())
    }

    fn read(bytes: &[u8]) -> Option<NetworkMessage> {
        let mut message = serialize(&Magic::BITCOIN);
        message.extend(P::COMMAND.bytes());
        message.resize(4 + 12, 0);
        message.extend(u32::try_from(bytes.len()).unwrap().to_le_bytes());
        message.extend(&sha256d::Hash::hash(bytes)[..4]);
        message.extend(bytes);
        deserialize::<RawNetworkMessage>(&message).ok().map(RawNetworkMessage::into_payload)
    }

    fn is_stricter(error: DecodeErrorKind) -> bool {
        match error {
            // The crate has no bounds but the length of a message.
            DecodeErrorKind::TooLong(_) | DecodeErrorKind::TooLarge { .. } => true,
            // The crate takes each byte but 0 as true, in `relay`.
            DecodeErrorKind::InvalidBool { .. } => P::COMMAND == "version",
            _ => false,
        }
    }
}

impl<P: Payload> Written for P {
    fn write(theirs: &NetworkMessage) -> Vec<u8> {
        serialize(&RawNetworkMessage::new(Magic::BITCOIN, theirs.clone())).split_off(HEADER)
    }
}

macro_rules! payloads {
    ($($payload:ty, $command:literal: |$value:ident| $message:expr;)+) => {$(
        impl Payload for $payload {
            const COMMAND: &str = $command;

            fn message(&self) -> NetworkMessage {
                let $value = self;
                $message
            }
        }
    )+};
}
payloads! {
    Version, "version": |it| NetworkMessage::Version(VersionMessage {
        version: it.version,
        services: ServiceFlags::from(it.services),
        timestamp: it.timestamp,
        receiver: address(&it.receiver),
        sender: address(&it.sender),
        nonce: it.nonce,
        user_agent: it.user_agent.clone(),
        start_height: it.start_height,
        relay: it.relay,
    });
    Verack, "verack": |_it| NetworkMessage::Verack;
    SendHeaders, "sendheaders": |_it| NetworkMessage::SendHeaders;
    WtxidRelay, "wtxidrelay": |_it| NetworkMessage::WtxidRelay;
    SendAddrV2, "sendaddrv2": |_it| NetworkMessage::SendAddrV2;
    GetAddr, "getaddr": |_it| NetworkMessage::GetAddr;
    MemPool, "mempool": |_it| NetworkMessage::MemPool;
    Ping, "ping": |it| NetworkMessage::Ping(it.nonce);
    Pong, "pong": |it| NetworkMessage::Pong(it.nonce);
    FeeFilter, "feefilter": |it| NetworkMessage::FeeFilter(it.fee_rate);
    SendCmpct, "sendcmpct": |it| NetworkMessage::SendCmpct(message_compact_blocks::SendCmpct {
        send_compact: it.high_bandwidth,
        version: it.version,
    });
    Reject, "reject": |it| NetworkMessage::Reject(message_network::Reject {
        message: it.command.clone().into(),
        ccode: reject_reason(it.code),
        reason: it.reason.clone().into(),
        hash: sha256d::Hash::from_byte_array(it.hash),
    });
    Inv, "inv": |it| NetworkMessage::Inv(it.items.iter().map(inventory).collect());
    GetData, "getdata": |it| NetworkMessage::GetData(it.items.iter().map(inventory).collect());
    NotFound, "notfound": |it| NetworkMessage::NotFound(it.items.iter().map(inventory).collect());
    GetBlocks, "getblocks": |it| NetworkMessage::GetBlocks(GetBlocksMessage {
        version: it.version,
        locator_hashes: it.locator.iter().copied().map(BlockHash::from_byte_array).collect(),
        stop_hash: BlockHash::from_byte_array(it.stop),
    });
    GetHeaders, "getheaders": |it| NetworkMessage::GetHeaders(GetHeadersMessage {
        version: it.version,
        locator_hashes: it.locator.iter().copied().map(BlockHash::from_byte_array).collect(),
        stop_hash: BlockHash::from_byte_array(it.stop),
    });
    Headers, "headers": |it| {
        NetworkMessage::Headers(it.headers.iter().map(|only| header(&only.header)).collect())
    };
    Block, "block": |it| NetworkMessage::Block(bitcoin::Block {
        header: header(&it.header),
        txdata: it.transactions.iter().map(transaction).collect(),
    });
    Transaction, "tx": |it| NetworkMessage::Tx(transaction(it));
    Addr, "addr": |it| {
        NetworkMessage::Addr(it.addresses.iter().map(|at| (at.time, address(&at.address))).collect())
    };
    AddrV2, "addrv2": |it| {
        NetworkMessage::AddrV2(it.addresses.iter().map(|at| AddrV2Message {
            time: at.time,
            services: ServiceFlags::from(at.services),
            addr: network_address(&at.address),
            port: at.port.0,
        }).collect())
    };
}

fn address(address: &Address) -> PeerAddress {
    PeerAddress {
        services: ServiceFlags::from(address.services),
        address: address.ip.segments(),
        port: address.port.0,
    }
}

fn network_address(address: &NetworkAddress) -> PeerAddrV2 {
    match address {
        NetworkAddress::Ipv4(ip) => PeerAddrV2::Ipv4(*ip),
        NetworkAddress::Ipv6(ip) => PeerAddrV2::Ipv6(*ip),
        NetworkAddress::TorV2(id) => PeerAddrV2::TorV2(*id),
        NetworkAddress::TorV3(key) => PeerAddrV2::TorV3(*key),
        NetworkAddress::I2p(hash) => PeerAddrV2::I2p(*hash),
        NetworkAddress::Cjdns(ip) => PeerAddrV2::Cjdns(*ip),
        NetworkAddress::Unknown(network, bytes) => PeerAddrV2::Unknown(*network, bytes.clone()),
    }
}

fn reject_reason(code: RejectCode) -> RejectReason {
    match code {
        RejectCode::Malformed => RejectReason::Malformed,
        RejectCode::Invalid => RejectReason::Invalid,
        RejectCode::Obsolete => RejectReason::Obsolete,
        RejectCode::Duplicate => RejectReason::Duplicate,
        RejectCode::NonStandard => RejectReason::NonStandard,
        RejectCode::Dust => RejectReason::Dust,
        RejectCode::Fee => RejectReason::Fee,
        RejectCode::Checkpoint => RejectReason::Checkpoint,
    }
}

fn inventory(item: &Item) -> Inventory {
    match *item {
        Item::Transaction(hash) => Inventory::Transaction(Txid::from_byte_array(hash)),
        Item::Block(hash) => Inventory::Block(BlockHash::from_byte_array(hash)),
        Item::CompactBlock(hash) => Inventory::CompactBlock(BlockHash::from_byte_array(hash)),
        Item::TransactionByWtxid(hash) => Inventory::WTx(Wtxid::from_byte_array(hash)),
        Item::WitnessTransaction(hash) => {
            Inventory::WitnessTransaction(Txid::from_byte_array(hash))
        }
        Item::WitnessBlock(hash) => Inventory::WitnessBlock(BlockHash::from_byte_array(hash)),
        Item::Other(inv_type, hash) => Inventory::Unknown { inv_type, hash },
    }
}

fn header(header: &BlockHeader) -> Header {
    Header {
        version: BlockVersion::from_consensus(header.version),
        prev_blockhash: BlockHash::from_byte_array(header.previous),
        merkle_root: TxMerkleNode::from_byte_array(header.merkle_root),
        time: header.time,
        bits: CompactTarget::from_consensus(header.bits),
        nonce: header.nonce,
    }
}

fn transaction(ours: &Transaction) -> bitcoin::Transaction {
    let input = |input: &Input| TxIn {
        previous_output: OutPoint::new(Txid::from_byte_array(input.txid), input.index),
        script_sig: ScriptBuf::from_bytes(input.script.clone()),
        sequence: Sequence::from_consensus(input.sequence),
        witness: bitcoin::Witness::new(),
    };
    let output = |output: &Output| TxOut {
        value: Amount::from_sat(output.value),
        script_pubkey: ScriptBuf::from_bytes(output.script.clone()),
    };
    let (inputs, outputs) = match (&ours.segwit, &ours.outputs) {
        (Some(segwit), _) => {
            let with_witness = |(ours, witness): (&Input, &Witness)| TxIn {
                witness: bitcoin::Witness::from_slice(&witness.items),
                ..input(ours)
            };
            let inputs = segwit.inputs.iter().zip(&segwit.witnesses).map(with_witness).collect();
            (inputs, &segwit.outputs)
        }
        (None, Some(outputs)) => (ours.inputs.iter().map(input).collect(), outputs),
        (None, None) => panic!("a transaction has outputs"),
    };
    bitcoin::Transaction {
        version: transaction::Version(ours.version),
        lock_time: absolute::LockTime::from_consensus(ours.lock_time),
        input: inputs,
        output: outputs.iter().map(output).collect(),
    }
}
