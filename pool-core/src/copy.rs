//! Copies of short byte strings without a call to `memcpy`.
//!
//! A field has a few dozen bytes, for which the call costs more than the copy. Up to 64 bytes are copied by
//! two loads and two stores of fixed size, which may overlap. Above that `memcpy` is fastest.

/// Copies as much of `source` as fits to the front of `out`, without a call to `memcpy` for short slices.
///
/// ```
/// let mut out = [0; 5];
/// pool_core::__private::copy_short(&mut out, b"pool");
/// assert_eq!(&out, b"pool\0");
/// ```
#[inline(always)]
pub fn copy_short(out: &mut [u8], source: &[u8]) {
    let len = out.len().min(source.len());
    let (Some(out), Some(source)) = (out.get_mut(..len), source.get(..len)) else { return };
    match len {
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

/// Copies the first and the last `N` bytes, which cover the whole of at most `2 * N` bytes.
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
            super::copy_short(&mut out[..len], &source[..len]);
            assert_eq!(out[..len], source[..len], "length {len}");
            assert!(out[len..].iter().all(|byte| *byte == 0), "length {len}");
        }
    }
}
