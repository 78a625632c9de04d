//! Byte counts in human-readable units.

use core::fmt;

/// Prints a number of bytes in the largest unit in which it is at least one: `128 B`, `64 KiB`,
/// `1.5 MiB`. Honours width and alignment.
pub(crate) struct HumanBytes(pub(crate) usize);

const UNITS: [&str; 7] = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];

impl fmt::Display for HumanBytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let exponent = self.0.max(1).ilog2() / 10;
        let unit = UNITS.get(exponent as usize).copied().unwrap_or("");
        let shift = exponent.wrapping_mul(10);
        let whole = self.0 >> shift;
        let fraction = self.0 & !(usize::MAX << shift);
        if fraction == 0 {
            return f.pad(&alloc::format!("{whole} {unit}"));
        }
        // One decimal, rounded down. A `u128` holds ten times any fraction of a `usize`.
        let tenths = (fraction as u128).wrapping_mul(10) >> shift;
        f.pad(&alloc::format!("{whole}.{tenths} {unit}"))
    }
}

#[cfg(test)]
#[cfg(not(loom))]
mod tests {
    use super::HumanBytes;
    use std::string::ToString;

    #[test]
    fn picks_the_unit_and_pads() {
        for (bytes, text) in [
            (0, "0 B"),
            (128, "128 B"),
            (1 << 16, "64 KiB"),
            (1536, "1.5 KiB"),
            (1 << 20, "1 MiB"),
            ((1 << 20) + 1, "1.0 MiB"),
            (usize::MAX, if usize::BITS == 64 { "15.9 EiB" } else { "3.9 GiB" }),
        ] {
            assert_eq!(HumanBytes(bytes).to_string(), text);
        }
        assert_eq!(
            std::format!("{:>8}|{:<6}|", HumanBytes(1024), HumanBytes(1)),
            "   1 KiB|1 B   |"
        );
    }
}
