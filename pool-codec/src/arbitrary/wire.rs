//! `Arbitrary` of the wire types.

use alloc::vec::Vec;

use ::arbitrary::{Arbitrary, Result, Unstructured};

use crate::codec::schema::{TLV_HEAD, TLV_LONGEST};
use crate::wire::{
    Be, ByteStr, ByteStrRef, Bytes, BytesRef, FixedStr, I24, LowBitBool, Seq, Str, StrRef, Tlv,
    Tlvs, U24, U40, U48, U56,
};

/// Bytes of the input, at most `max`.
fn content<'a>(max: usize, u: &mut Unstructured<'a>) -> Result<&'a [u8]> {
    let len = u.arbitrary_len::<u8>()?.min(max);
    u.bytes(len)
}

/// Text in the input, at most `max` bytes. What is not UTF-8 ends it.
fn text<'a>(max: usize, u: &mut Unstructured<'a>) -> Result<&'a str> {
    let content = content(max, u)?;
    let valid = match core::str::from_utf8(content) {
        Ok(_) => content.len(),
        Err(error) => error.valid_up_to(),
    };
    let content = content.get(..valid).unwrap_or_default();
    Ok(core::str::from_utf8(content).unwrap_or_default())
}

impl<'a, const MAX: usize> Arbitrary<'a> for StrRef<'a, MAX> {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        Ok(Self::new(text(MAX, u)?).unwrap_or_default())
    }
}

impl<'a, const MAX: usize> Arbitrary<'a> for Str<MAX> {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        StrRef::arbitrary(u).map(Self::from)
    }
}

impl<'a, const MAX: usize> Arbitrary<'a> for BytesRef<'a, MAX> {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        Ok(Self::new(content(MAX, u)?).unwrap_or_default())
    }
}

impl<'a, const MAX: usize> Arbitrary<'a> for Bytes<MAX> {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        BytesRef::arbitrary(u).map(Self::from)
    }
}

impl<'a, const MAX: usize> Arbitrary<'a> for ByteStrRef<'a, MAX> {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        Ok(Self::new(content(MAX, u)?).unwrap_or_default())
    }
}

impl<'a, const MAX: usize> Arbitrary<'a> for ByteStr<MAX> {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        ByteStrRef::arbitrary(u).map(Self::from)
    }
}

impl<'a, const MAX: usize> Arbitrary<'a> for Tlvs<MAX> {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let (mut list, mut left) = (Vec::new(), MAX);
        while u.arbitrary()? {
            let (extension, field) = u.arbitrary()?;
            let Some(room) = left.checked_sub(TLV_HEAD) else { break };
            let value = content(room.min(TLV_LONGEST), u)?;
            left = room.saturating_sub(value.len());
            list.push(Tlv { extension, field, value });
        }
        Ok(Self::new(list).unwrap_or_default())
    }
}

impl<'a, T: Arbitrary<'a>, const MAX: usize> Arbitrary<'a> for Seq<T, MAX> {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let elements: Vec<T> = u.arbitrary_iter()?.take(MAX).collect::<Result<_>>()?;
        Ok(Self::new(elements).unwrap_or_default())
    }
}

impl<'a, const N: usize, const PAD: u8> Arbitrary<'a> for FixedStr<N, PAD> {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        Ok(Self::new(text(N, u)?).unwrap_or_default())
    }
}

macro_rules! odd_ints {
    ($($name:ident($inner:ty) >> $unused:literal)+) => {$(
        impl<'a> Arbitrary<'a> for $name {
            fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
                Ok(Self::new(u.arbitrary::<$inner>()? >> $unused).unwrap_or_default())
            }
        }
    )+};
}

odd_ints!(U24(u32) >> 8 I24(i32) >> 8 U40(u64) >> 24 U48(u64) >> 16 U56(u64) >> 8);

impl<'a, T: Arbitrary<'a>> Arbitrary<'a> for Be<T> {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        u.arbitrary().map(Self)
    }
}

impl<'a> Arbitrary<'a> for LowBitBool {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        u.arbitrary().map(Self)
    }
}
