//! The borrowed forms of the plain messages.

use benches::sum::Sum;

use crate::plain::{self, Protocol};

/// A message with a borrowed form.
pub(crate) trait Borrowed: 'static {
    type Ref<'a>: Sum;
}

/// Derives the encodings of the contenders that borrow text and byte strings.
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
        pub(crate) protocol: Protocol,
        pub(crate) min_version: u16,
        pub(crate) max_version: u16,
        pub(crate) flags: u32,
        pub(crate) endpoint_host: &'a str,
        pub(crate) endpoint_port: u16,
        pub(crate) vendor: &'a str,
        pub(crate) hardware_version: &'a str,
        pub(crate) firmware: &'a str,
        pub(crate) device_id: &'a str,
    }

    /// The hashes are copied, because these contenders do not borrow arrays.
    pub(crate) struct JobWithHashes<'a> {
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

/// A job whose hashes are borrowed, too: by hand and by wincode.
#[derive(wincode::SchemaRead)]
pub(crate) struct JobRef<'a> {
    pub(crate) channel_id: u32,
    pub(crate) job_id: u32,
    pub(crate) min_ntime: Option<u32>,
    pub(crate) version: u32,
    pub(crate) version_rolling_allowed: bool,
    pub(crate) merkle_path: &'a [[u8; 32]],
    pub(crate) coinbase_tx_prefix: &'a [u8],
    pub(crate) coinbase_tx_suffix: &'a [u8],
}

impl Borrowed for plain::SetupConnection {
    type Ref<'a> = SetupConnectionRef<'a>;
}

impl Borrowed for plain::Job {
    type Ref<'a> = JobWithHashes<'a>;
}

impl Borrowed for plain::Blob {
    type Ref<'a> = BlobRef<'a>;
}

benches::sum_setup_connection!(SetupConnectionRef<'_>);
benches::sum_job!(JobRef<'_>, JobWithHashes<'_>);
benches::sum_blob!(BlobRef<'_>);
