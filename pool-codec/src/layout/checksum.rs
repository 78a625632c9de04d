//! Checksums: `#[frame(checksum = Crc32)]` (WIRE.md section 13).

/// A checksum of bytes, for `#[frame(checksum = ..)]`. The default value is that of no bytes.
///
/// [`Crc32`] is one. Exchange protocols have the sum of all bytes, as three digits:
///
/// ```
/// use pool_codec::layout::Checksum;
/// use pool_codec::prelude::*;
/// use pool_codec::{AsciiDec, Str};
///
/// #[derive(Default)]
/// struct Sum(u8);
///
/// impl Checksum for Sum {
///     type Sum = AsciiDec<u8, 3>;
///
///     fn update(&mut self, bytes: &[u8]) {
///         self.0 = bytes.iter().fold(self.0, |sum, byte| sum.wrapping_add(*byte));
///     }
///
///     fn finish(self) -> Self::Sum {
///         AsciiDec(self.0)
///     }
/// }
///
/// #[derive(Debug, PartialEq, Frame)]
/// #[frame(id = 1)]
/// struct Order {
///     #[frame(checksum = Sum)]
///     symbol: Str<9>,
/// }
///
/// let order = Order { symbol: "ab".parse()? };
/// assert_eq!(order.encode_to_vec()?, b"\x02ab197");
/// assert!(Order::decode(b"\x02ab198").is_err());
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a checksum",
    label = "not a checksum",
    note = "implement `Checksum` for `{Self}`"
)]
pub trait Checksum: Default {
    /// The type of the checksum on the wire. It is encoded in the layout of the field.
    type Sum: PartialEq;

    /// Adds the next bytes. An encoding comes in any number of parts.
    fn update(&mut self, bytes: &[u8]);

    /// Returns the checksum.
    fn finish(self) -> Self::Sum;
}

/// The checksum of `bytes`. The expansions of `#[derive(Header)]` call it.
#[doc(hidden)]
#[inline]
#[must_use]
pub fn checksum<C: Checksum>(bytes: &[u8]) -> C::Sum {
    let mut checksum = C::default();
    checksum.update(bytes);
    checksum.finish()
}

/// The checksum of zlib, Ethernet and PNG (CRC-32/ISO-HDLC), as a `u32`.
///
/// ```
/// use pool_codec::layout::{Checksum, Crc32};
///
/// let mut crc = Crc32::default();
/// crc.update(b"12345");
/// crc.update(b"6789");
/// assert_eq!(crc.finish(), 0xCBF4_3926);
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Crc32(u32);

impl Crc32 {
    /// The checksums of single bytes.
    const TABLE: [u32; 256] = {
        let mut table = [0; 256];
        let mut entries: &mut [u32] = &mut table;
        let mut byte = 0;
        while let [entry, rest @ ..] = entries {
            let (mut crc, mut bit) = (byte, 0_u8);
            while bit < 8 {
                crc = if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 };
                bit += 1;
            }
            *entry = crc;
            byte += 1;
            entries = rest;
        }
        table
    };
}

impl Default for Crc32 {
    fn default() -> Self {
        Self(u32::MAX)
    }
}

impl Checksum for Crc32 {
    type Sum = u32;

    #[inline]
    fn update(&mut self, bytes: &[u8]) {
        for byte in bytes {
            let [low, ..] = (self.0 ^ u32::from(*byte)).to_le_bytes();
            // The table has an entry for each byte.
            let entry = Self::TABLE.get(usize::from(low)).copied().unwrap_or_default();
            self.0 = self.0 >> 8 ^ entry;
        }
    }

    #[inline]
    fn finish(self) -> u32 {
        !self.0
    }
}
