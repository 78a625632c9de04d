//! The derives of the data sets.

/// Derives the encodings of all contenders for types with `String` and `Vec`. Ours takes the bounds from `max_len`.
macro_rules! plain {
    ($($item:item)*) => {$(
        #[derive(
            Clone, Debug, PartialEq,
            pool_codec::Frame,
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
pub(crate) use plain;

/// Derives ours for types with `Str`, `Bytes` and `Seq`.
macro_rules! cells {
    ($($item:item)*) => {$(
        #[derive(Clone, Debug, PartialEq, pool_codec::Frame)]
        #[frame(borrow)]
        $item
    )*};
}
pub(crate) use cells;

/// Derives the borrowed forms of contenders that borrow text.
macro_rules! borrowed {
    ($($item:item)*) => {$(
        #[derive(
            serde::Deserialize, bincode2::BorrowDecode, bitcode::Decode, speedy::Readable,
            wincode::SchemaRead,
        )]
        #[bincode(crate = "bincode2")]
        $item
    )*};
}
pub(crate) use borrowed;
