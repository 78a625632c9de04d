//! Slices of booleans, which are bytes 0 and 1 in memory and on the wire. A slice is one copy in each direction.
#![expect(unsafe_code, reason = "the one module of the crate that looks at booleans as bytes")]

use core::mem::MaybeUninit;

use pool_core::__private::copy_short;

/// Returns the bytes of the values.
#[inline(always)]
pub(crate) const fn as_bytes(values: &[bool]) -> &[u8] {
    let values: *const [bool] = values;
    // SAFETY: `bool` has the layout of `u8`, and its byte is initialised. The pointer comes from a `&`.
    unsafe { &*(values as *const [u8]) }
}

/// Fills the first slots with the values whose bytes are `bytes`, and ignores bytes without a slot. Returns the number
/// of filled slots, or `None` if a byte is neither 0 nor 1. No slot is filled then.
#[inline(always)]
pub(crate) fn fill(slots: &mut [MaybeUninit<bool>], bytes: &[u8]) -> Option<usize> {
    let bytes = bytes.get(..slots.len()).unwrap_or(bytes);
    if !are_bools(bytes) {
        return None;
    }
    let source: *const [u8] = bytes;
    // SAFETY: `MaybeUninit<bool>` has the layout of `u8`, and the pointer comes from a `&`. The bytes are 0 and 1, which
    // are the bytes of booleans.
    let source = unsafe { &*(source as *const [MaybeUninit<bool>]) };
    copy_short(slots, source);
    Some(bytes.len())
}

/// Whether all bytes are 0 or 1.
#[inline(always)]
fn are_bools(bytes: &[u8]) -> bool {
    let Some(tail) = bytes.last_chunk() else {
        return bytes.iter().fold(0, |all, byte| all | byte) <= 1;
    };
    let (words, _) = bytes.as_chunks();
    let others = u64::from_ne_bytes([!1; 8]);
    let all =
        words.iter().fold(u64::from_ne_bytes(*tail), |all, word| all | u64::from_ne_bytes(*word));
    all & others == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_other_byte_is_found_at_every_place() {
        for len in 0..40 {
            let bytes: [u8; 40] = core::array::from_fn(|at| at as u8 % 2);
            let mut slots = [MaybeUninit::new(false); 40];
            assert_eq!(fill(&mut slots, &bytes[..len]), Some(len));
            for at in 0..len {
                for byte in [2, 3, 128, 255] {
                    let mut bytes = bytes;
                    bytes[at] = byte;
                    assert_eq!(fill(&mut slots, &bytes[..len]), None, "{byte} at {at} of {len}");
                }
            }
        }
    }
}
