//! prost, with integers of a fixed size. It has no arrays and no borrowed form; its 16-bit integers are 32-bit ones.

use benches::chart::Role;
use prost::Message;

use crate::plain;
use crate::row::{Row, Subject};

#[derive(Clone, PartialEq, Message)]
pub(crate) struct SwapEvent {
    #[prost(fixed64, tag = "1")]
    timestamp: u64,
    #[prost(bytes = "vec", tag = "2")]
    pool_address: Vec<u8>,
    #[prost(bytes = "vec", tag = "3")]
    transaction: Vec<u8>,
    #[prost(fixed64, tag = "4")]
    amount_in: u64,
    #[prost(fixed64, tag = "5")]
    amount_out: u64,
    #[prost(fixed32, tag = "6")]
    block: u32,
    #[prost(fixed32, tag = "7")]
    index: u32,
}

#[derive(Clone, PartialEq, Message)]
pub(crate) struct SetupConnection {
    #[prost(uint32, tag = "1")]
    protocol: u32,
    #[prost(uint32, tag = "2")]
    min_version: u32,
    #[prost(uint32, tag = "3")]
    max_version: u32,
    #[prost(fixed32, tag = "4")]
    flags: u32,
    #[prost(string, tag = "5")]
    endpoint_host: String,
    #[prost(uint32, tag = "6")]
    endpoint_port: u32,
    #[prost(string, tag = "7")]
    vendor: String,
    #[prost(string, tag = "8")]
    hardware_version: String,
    #[prost(string, tag = "9")]
    firmware: String,
    #[prost(string, tag = "10")]
    device_id: String,
}

#[derive(Clone, PartialEq, Message)]
pub(crate) struct Job {
    #[prost(fixed32, tag = "1")]
    channel_id: u32,
    #[prost(fixed32, tag = "2")]
    job_id: u32,
    #[prost(fixed32, optional, tag = "3")]
    min_ntime: Option<u32>,
    #[prost(fixed32, tag = "4")]
    version: u32,
    #[prost(bool, tag = "5")]
    version_rolling_allowed: bool,
    #[prost(bytes = "vec", repeated, tag = "6")]
    merkle_path: Vec<Vec<u8>>,
    #[prost(bytes = "vec", tag = "7")]
    coinbase_tx_prefix: Vec<u8>,
    #[prost(bytes = "vec", tag = "8")]
    coinbase_tx_suffix: Vec<u8>,
}

#[derive(Clone, Copy, PartialEq, Message)]
pub(crate) struct Level {
    #[prost(sfixed64, tag = "1")]
    price: i64,
    #[prost(fixed64, tag = "2")]
    quantity: u64,
}

#[derive(Clone, PartialEq, Message)]
pub(crate) struct OrderBook {
    #[prost(fixed64, tag = "1")]
    sequence: u64,
    #[prost(fixed32, tag = "2")]
    instrument: u32,
    #[prost(message, repeated, tag = "3")]
    bids: Vec<Level>,
    #[prost(message, repeated, tag = "4")]
    asks: Vec<Level>,
}

#[derive(Clone, PartialEq, Message)]
pub(crate) struct Blob {
    #[prost(bytes = "vec", tag = "1")]
    content: Vec<u8>,
}

#[derive(Clone, PartialEq, Message)]
pub(crate) struct Integers {
    #[prost(fixed64, repeated, tag = "1")]
    content: Vec<u64>,
}

impl From<plain::SwapEvent> for SwapEvent {
    fn from(m: plain::SwapEvent) -> Self {
        Self {
            timestamp: m.timestamp,
            pool_address: m.pool_address.into(),
            transaction: m.transaction.into(),
            amount_in: m.amount_in,
            amount_out: m.amount_out,
            block: m.block,
            index: m.index,
        }
    }
}

impl From<plain::SetupConnection> for SetupConnection {
    fn from(m: plain::SetupConnection) -> Self {
        Self {
            protocol: m.protocol as u32,
            min_version: m.min_version.into(),
            max_version: m.max_version.into(),
            flags: m.flags,
            endpoint_host: m.endpoint_host,
            endpoint_port: m.endpoint_port.into(),
            vendor: m.vendor,
            hardware_version: m.hardware_version,
            firmware: m.firmware,
            device_id: m.device_id,
        }
    }
}

impl From<plain::Job> for Job {
    fn from(m: plain::Job) -> Self {
        Self {
            channel_id: m.channel_id,
            job_id: m.job_id,
            min_ntime: m.min_ntime,
            version: m.version,
            version_rolling_allowed: m.version_rolling_allowed,
            merkle_path: m.merkle_path.into_iter().map(Vec::from).collect(),
            coinbase_tx_prefix: m.coinbase_tx_prefix,
            coinbase_tx_suffix: m.coinbase_tx_suffix,
        }
    }
}

impl From<plain::OrderBook> for OrderBook {
    fn from(m: plain::OrderBook) -> Self {
        let side = |side: Vec<plain::Level>| {
            let levels = side.into_iter();
            levels.map(|level| Level { price: level.price, quantity: level.quantity }).collect()
        };
        Self {
            sequence: m.sequence,
            instrument: m.instrument,
            bids: side(m.bids),
            asks: side(m.asks),
        }
    }
}

impl From<plain::Blob> for Blob {
    fn from(m: plain::Blob) -> Self {
        Self { content: m.content }
    }
}

impl From<plain::Integers> for Integers {
    fn from(m: plain::Integers) -> Self {
        Self { content: m.content }
    }
}

/// The message of prost with the content of a plain message.
pub(crate) trait Proto: Sized {
    type Message: Message + Default + PartialEq + From<Self> + 'static;
}

macro_rules! proto {
    ($($name:ident)*) => {$(
        impl Proto for plain::$name {
            type Message = $name;
        }
    )*};
}
proto! { SwapEvent SetupConnection Job OrderBook Blob Integers }

pub(crate) fn row<P: Proto>(message: P) -> Row {
    let message: P::Message = message.into();
    let bytes = message.encode_to_vec();
    Subject::new("prost", Role::Rival, message, &bytes)
        .encode_slice(|message, mut out| {
            let room = out.len();
            message.encode(&mut out).ok()?;
            Some(room - out.len())
        })
        .encode_reused(Vec::new(), |message, out| {
            out.clear();
            message.encode(out).ok()?;
            Some(out)
        })
        .encode_fresh(|message| Ok::<_, ()>(message.encode_to_vec()))
        .owned(
            |bytes| P::Message::decode(bytes),
            |decoded, message| decoded.as_ref().is_ok_and(|decoded| decoded == message),
        )
        .refill(P::Message::default(), |message, bytes| {
            message.clear();
            message.merge(bytes).is_ok()
        })
        .finish()
}
