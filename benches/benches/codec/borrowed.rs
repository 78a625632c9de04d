//! The borrowed forms of the plain messages, for contenders that borrow text and byte strings. They copy the hashes, because
//! they do not borrow arrays.

use benches::sum::{Sum, bytes, total};

use crate::plain::{self, Protocol};

/// A message with a borrowed form.
pub(crate) trait Borrowed: 'static {
    type Ref<'a>: Sum;
}

/// Derives the encodings of a borrowed form.
macro_rules! borrowed {
    ($($item:item)*) => {$(
        #[derive(
            serde::Deserialize, bincode2::BorrowDecode, speedy::Readable, wincode::SchemaRead,
        )]
        #[bincode(crate = "bincode2")]
        $item
    )*};
}

borrowed! {
    #[derive(bitcode::Decode)]
    pub(crate) struct SetupConnectionRef<'a> {
        protocol: Protocol,
        min_version: u16,
        max_version: u16,
        flags: u32,
        endpoint_host: &'a str,
        endpoint_port: u16,
        vendor: &'a str,
        hardware_version: &'a str,
        firmware: &'a str,
        device_id: &'a str,
    }

    pub(crate) struct JobRef<'a> {
        channel_id: u32,
        job_id: u32,
        min_ntime: Option<u32>,
        version: u32,
        version_rolling_allowed: bool,
        merkle_path: Vec<[u8; 32]>,
        coinbase_tx_prefix: &'a [u8],
        coinbase_tx_suffix: &'a [u8],
    }

    pub(crate) struct BlobRef<'a> {
        content: &'a [u8],
    }
}

impl Borrowed for plain::SetupConnection {
    type Ref<'a> = SetupConnectionRef<'a>;
}

impl Borrowed for plain::Job {
    type Ref<'a> = JobRef<'a>;
}

impl Borrowed for plain::Blob {
    type Ref<'a> = BlobRef<'a>;
}

benches::sum_setup_connection!(SetupConnectionRef<'_>);
benches::sum_blob!(BlobRef<'_>);
benches::sum! { JobRef<'_> => |m| [
    m.channel_id.into(),
    m.job_id.into(),
    m.min_ntime.unwrap_or_default().into(),
    m.version.into(),
    m.version_rolling_allowed.into(),
    total(m.merkle_path.iter().map(|hash| bytes(hash))),
    bytes(m.coinbase_tx_prefix),
    bytes(m.coinbase_tx_suffix),
]}
