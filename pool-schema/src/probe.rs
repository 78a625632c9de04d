//! Headers of Rust types. Their layout is found by encoding them.

use crate::model::{Header, HeaderLayout};

impl Header {
    /// The header [`TlvHeader`](pool_codec::TlvHeader).
    #[must_use]
    pub fn tlv() -> Self {
        Self::of::<pool_codec::TlvHeader>()
    }

    /// The header [`Sv2Header`](pool_codec::Sv2Header).
    #[must_use]
    pub fn sv2() -> Self {
        Self::of::<pool_codec::Sv2Header>()
    }

    /// The header `H`. The layout is known if each byte of the id and of the length has one place, and nothing else is in the
    /// header.
    #[must_use]
    pub fn of<H: pool_codec::Header>() -> Self {
        let path = core::any::type_name::<H>();
        Self {
            name: path.rsplit("::").next().unwrap_or(path).to_owned(),
            size: H::SIZE as u64,
            max_id: H::MAX_ID,
            max_payload: H::MAX_PAYLOAD as u64,
            layout: layout::<H>(),
        }
    }
}

/// Returns where the id and the length are, if each of their bytes has one place in the header and nothing else is in it.
/// Headers of variable length, or with constant bytes, checksums, or lengths that count the header itself have no such layout.
fn layout<H: pool_codec::Header>() -> Option<HeaderLayout> {
    if H::SHORTEST < H::SIZE {
        return None;
    }
    let encode = |id: u32, len: usize| {
        let mut bytes = vec![0; H::SIZE];
        H::new(id, len)?.encode(&mut bytes);
        Some(bytes)
    };
    if encode(0, 0)?.iter().any(|byte| *byte != 0) {
        return None;
    }
    let max_len = u64::try_from(H::MAX_PAYLOAD).ok()?;
    let id = places(H::MAX_ID.into(), |bit| encode(u32::try_from(bit).ok()?, 0))?;
    let length = places(max_len, |bit| encode(0, usize::try_from(bit).ok()?))?;
    let layout = HeaderLayout { id, length, length_includes: 0 };
    // Both at once, with all bits and with others.
    for (id, len) in [(H::MAX_ID, max_len), (H::MAX_ID / 3, max_len / 5), (H::MAX_ID / 7, 0)] {
        let len = usize::try_from(len).ok()?;
        let bytes = encode(id, len)?;
        if layout.encode(H::SIZE as u64, id, len)? != bytes {
            return None;
        }
    }
    Some(layout)
}

/// Returns the offsets of the bytes of a number up to `max`, the least significant byte first.
fn places(max: u64, encode: impl Fn(u64) -> Option<Vec<u8>>) -> Option<Vec<u64>> {
    let mut places = Vec::new();
    let mut bit = 1_u64;
    while bit <= max {
        let bytes = encode(bit)?;
        let at = bytes.iter().position(|byte| *byte != 0)?;
        let alone = bytes.iter().filter(|byte| **byte != 0).count() == 1;
        let of_byte = bit.trailing_zeros() % 8;
        if !alone || bytes.get(at).copied() != Some(1 << of_byte) {
            return None;
        }
        let at = u64::try_from(at).ok()?;
        match places.last() {
            Some(last) if of_byte > 0 && *last != at => return None,
            Some(_) if of_byte > 0 => {}
            _ => places.push(at),
        }
        let Some(next) = bit.checked_mul(2) else { break };
        bit = next;
    }
    Some(places)
}
