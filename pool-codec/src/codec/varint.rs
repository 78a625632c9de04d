//! Integers of variable width, as other protocols have them (WIRE.md section 12).

/// An encoding of unsigned integers in which small numbers take fewer bytes. Signed integers are encoded in zigzag order:
/// 0, -1, 1, -2, 2 and so on.
///
/// ```
/// use pool_codec::layout::Varint;
///
/// assert_eq!(Varint::Leb128.len(300), 2);
/// assert_eq!(Varint::CompactSize.len(300), 3);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Varint {
    /// Groups of seven bits, the lowest first. The highest bit of a byte says that another one follows. Used by
    /// postcard, protobuf and many others.
    Leb128,
    /// One byte up to 250. Otherwise the byte 251, 252, 253 or 254, and 2, 4, 8 or 16 bytes, the lowest first. Used by
    /// bincode 2.
    Bincode,
    /// One byte up to 252. Otherwise the byte 253, 254 or 255, and 2, 4 or 8 bytes, the lowest first. Used by Bitcoin.
    CompactSize,
    /// [`Leb128`](Self::Leb128) of at most 16 bits. Used by Solana.
    ShortVec,
    /// The two highest bits of the first byte say that the number has 1, 2, 4 or 8 bytes, the highest first. At most 62
    /// bits. Used by QUIC.
    Quic,
    /// The two lowest bits of the first byte say that the number has 1, 2 or 4 bytes with these bits, or that a number of
    /// bytes follows, the lowest first. At most 536 bits. Used by SCALE.
    Compact,
}

impl Varint {
    /// Returns the number of bytes that encode `number`. A number that has no encoding takes as many as the largest one
    /// that has.
    #[must_use]
    pub const fn len(self, number: u128) -> usize {
        let bits = 128_usize.saturating_sub(number.leading_zeros() as usize);
        match (self, number) {
            (Self::Leb128, _) if bits == 0 => 1,
            (Self::Leb128, _) => bits.div_ceil(7),
            (Self::ShortVec, _) => match number {
                0..=0x7F => 1,
                0x80..=0x3FFF => 2,
                _ => 3,
            },
            (Self::Bincode, 0..=250) | (Self::CompactSize, 0..=252) => 1,
            (Self::Bincode | Self::CompactSize, 0..=0xFFFF) => 3,
            (Self::Bincode | Self::CompactSize, 0..=0xFFFF_FFFF) => 5,
            (Self::CompactSize, _) | (Self::Bincode, 0..=0xFFFF_FFFF_FFFF_FFFF) => 9,
            (Self::Bincode, _) => 17,
            (Self::Quic | Self::Compact, 0..=0x3F) => 1,
            (Self::Quic | Self::Compact, 0..=0x3FFF) => 2,
            (Self::Quic | Self::Compact, 0..=0x3FFF_FFFF) => 4,
            (Self::Quic, _) => 8,
            (Self::Compact, _) => bits.div_ceil(8).saturating_add(1),
        }
    }

    /// Returns the largest number that has an encoding.
    #[must_use]
    pub const fn max(self) -> u128 {
        match self {
            Self::Leb128 | Self::Bincode | Self::Compact => u128::MAX,
            Self::CompactSize => u64::MAX as u128,
            Self::ShortVec => u16::MAX as u128,
            Self::Quic => (1 << 62) - 1,
        }
    }
}
