//! Copies of short byte strings without a call to `memcpy`.
//!
//! A field is a few dozen bytes, where the call costs more than the copy. Up to 64 bytes two loads
//! and stores of fixed size that may overlap do it; above that `memcpy` is the best there is.

/// Copies `source` to `out`; both have the same length.
#[inline(always)]
pub(crate) fn copy(out: &mut [u8], source: &[u8]) {
    debug_assert_eq!(out.len(), source.len());
    match source.len() {
        0 => {}
        1 => ends::<1>(out, source),
        2..=3 => ends::<2>(out, source),
        4..=7 => ends::<4>(out, source),
        8..=15 => ends::<8>(out, source),
        16..=31 => ends::<16>(out, source),
        32..=64 => ends::<32>(out, source),
        _ => out.copy_from_slice(source),
    }
}

/// The first and the last `N` bytes, which cover everything if there are at most `2 * N`.
#[inline(always)]
fn ends<const N: usize>(out: &mut [u8], source: &[u8]) {
    if let (Some(head), Some(tail)) = (source.first_chunk::<N>(), source.last_chunk::<N>()) {
        if let Some(out) = out.first_chunk_mut::<N>() {
            *out = *head;
        }
        if let Some(out) = out.last_chunk_mut::<N>() {
            *out = *tail;
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_length_is_copied_whole() {
        let source: [u8; 200] = core::array::from_fn(|i| i as u8 | 1);
        for len in 0..source.len() {
            let mut out = [0; 200];
            super::copy(&mut out[..len], &source[..len]);
            assert_eq!(out[..len], source[..len], "length {len}");
            assert!(out[len..].iter().all(|byte| *byte == 0), "length {len}");
        }
    }
}
