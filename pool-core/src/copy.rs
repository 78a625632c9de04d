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
pub fn copy_short<T: Copy>(out: &mut [T], source: &[T]) {
    let len = out.len().min(source.len());
    let (Some(out), Some(source)) = (out.get_mut(..len), source.get(..len)) else { return };
    // At most three comparisons for each length.
    if len < 8 {
        if len >= 4 {
            ends::<T, 4>(out, source);
        } else if len >= 2 {
            ends::<T, 2>(out, source);
        } else {
            ends::<T, 1>(out, source);
        }
    } else if len < 32 {
        if len >= 16 {
            ends::<T, 16>(out, source);
        } else {
            ends::<T, 8>(out, source);
        }
    } else if len <= 64 {
        ends::<T, 32>(out, source);
    } else {
        out.copy_from_slice(source);
    }
}

/// Copies the first and the last `N` items, which cover the whole of at most `2 * N` items. Copies nothing if there are
/// fewer than `N`.
#[inline(always)]
fn ends<T: Copy, const N: usize>(out: &mut [T], source: &[T]) {
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
