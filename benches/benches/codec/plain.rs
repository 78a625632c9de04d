//! The messages in the types of the standard library, for contenders that derive their encoding.

use benches::messages;
use benches::sum::total;
use examples::sv2::{common, mining};

/// Derives all encodings for a type.
macro_rules! plain {
    ($($item:item)*) => {$(
        #[derive(
            Clone, Debug, Default, PartialEq,
            serde::Serialize, serde::Deserialize,
            bincode2::Encode, bincode2::Decode,
            bitcode::Encode, bitcode::Decode,
            borsh::BorshSerialize, borsh::BorshDeserialize,
            rkyv::Archive, rkyv::Serialize, rkyv::Deserialize,
            speedy::Readable, speedy::Writable,
            wincode::SchemaRead, wincode::SchemaWrite,
        )]
        #[bincode(crate = "bincode2")]
        $item
    )*};
}

plain! {
    pub(crate) struct SwapEvent {
        pub(crate) timestamp: u64,
        pub(crate) pool_address: [u8; 20],
        pub(crate) transaction: [u8; 32],
        pub(crate) amount_in: u64,
        pub(crate) amount_out: u64,
        pub(crate) block: u32,
        pub(crate) index: u32,
    }

    #[derive(Copy)]
    pub(crate) enum Protocol {
        #[default]
        Mining,
        JobDeclaration,
        TemplateDistribution,
    }

    pub(crate) struct SetupConnection {
        pub(crate) protocol: Protocol,
        pub(crate) min_version: u16,
        pub(crate) max_version: u16,
        pub(crate) flags: u32,
        pub(crate) endpoint_host: String,
        pub(crate) endpoint_port: u16,
        pub(crate) vendor: String,
        pub(crate) hardware_version: String,
        pub(crate) firmware: String,
        pub(crate) device_id: String,
    }

    pub(crate) struct Job {
        pub(crate) channel_id: u32,
        pub(crate) job_id: u32,
        pub(crate) min_ntime: Option<u32>,
        pub(crate) version: u32,
        pub(crate) version_rolling_allowed: bool,
        pub(crate) merkle_path: Vec<[u8; 32]>,
        #[serde(with = "serde_bytes")]
        pub(crate) coinbase_tx_prefix: Vec<u8>,
        #[serde(with = "serde_bytes")]
        pub(crate) coinbase_tx_suffix: Vec<u8>,
    }

    #[derive(Copy, zerocopy::Immutable, zerocopy::IntoBytes)]
    #[repr(C)]
    pub(crate) struct Level {
        pub(crate) price: i64,
        pub(crate) quantity: u64,
    }

    pub(crate) struct OrderBook {
        pub(crate) sequence: u64,
        pub(crate) instrument: u32,
        pub(crate) bids: Vec<Level>,
        pub(crate) asks: Vec<Level>,
    }

    pub(crate) struct Blob {
        #[serde(with = "serde_bytes")]
        pub(crate) content: Vec<u8>,
    }

    pub(crate) struct Integers {
        pub(crate) content: Vec<u64>,
    }
}

impl From<common::Protocol> for Protocol {
    fn from(protocol: common::Protocol) -> Self {
        match protocol {
            common::Protocol::MiningProtocol => Self::Mining,
            common::Protocol::JobDeclarationProtocol => Self::JobDeclaration,
            common::Protocol::TemplateDistributionProtocol => Self::TemplateDistribution,
        }
    }
}

impl From<&messages::SwapEvent> for SwapEvent {
    fn from(m: &messages::SwapEvent) -> Self {
        Self {
            timestamp: m.timestamp,
            pool_address: m.pool_address,
            transaction: m.transaction,
            amount_in: m.amount_in,
            amount_out: m.amount_out,
            block: m.block,
            index: m.index,
        }
    }
}

impl From<&common::SetupConnection> for SetupConnection {
    fn from(m: &common::SetupConnection) -> Self {
        Self {
            protocol: m.protocol.into(),
            min_version: m.min_version,
            max_version: m.max_version,
            flags: m.flags,
            endpoint_host: m.endpoint_host.as_str().into(),
            endpoint_port: m.endpoint_port,
            vendor: m.vendor.as_str().into(),
            hardware_version: m.hardware_version.as_str().into(),
            firmware: m.firmware.as_str().into(),
            device_id: m.device_id.as_str().into(),
        }
    }
}

impl From<&mining::NewExtendedMiningJob> for Job {
    fn from(m: &mining::NewExtendedMiningJob) -> Self {
        Self {
            channel_id: m.channel_id,
            job_id: m.job_id,
            min_ntime: m.min_ntime,
            version: m.version,
            version_rolling_allowed: m.version_rolling_allowed.0,
            merkle_path: m.merkle_path.to_vec(),
            coinbase_tx_prefix: m.coinbase_tx_prefix.to_vec(),
            coinbase_tx_suffix: m.coinbase_tx_suffix.to_vec(),
        }
    }
}

impl From<&messages::Level> for Level {
    fn from(m: &messages::Level) -> Self {
        Self { price: m.price, quantity: m.quantity }
    }
}

impl From<&messages::OrderBook> for OrderBook {
    fn from(m: &messages::OrderBook) -> Self {
        Self {
            sequence: m.sequence,
            instrument: m.instrument,
            bids: m.bids.iter().map(Level::from).collect(),
            asks: m.asks.iter().map(Level::from).collect(),
        }
    }
}

impl From<&messages::Blob> for Blob {
    fn from(m: &messages::Blob) -> Self {
        Self { content: m.content.to_vec() }
    }
}

impl From<&messages::Integers> for Integers {
    fn from(m: &messages::Integers) -> Self {
        Self { content: m.content.to_vec() }
    }
}

benches::sum_swap_event!(SwapEvent);
benches::sum_setup_connection!(SetupConnection);
benches::sum_job!(Job);
benches::sum_order_book!(OrderBook);
benches::sum_blob!(Blob);
benches::sum! { Integers => |m| [total(m.content.iter().copied())]}

impl ArchivedProtocol {
    /// Returns the number of the variant.
    pub(crate) fn number(&self) -> u64 {
        match self {
            Self::Mining => 0,
            Self::JobDeclaration => 1,
            Self::TemplateDistribution => 2,
        }
    }
}
