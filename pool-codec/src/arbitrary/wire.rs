//! `Arbitrary` of the wire types.

use alloc::vec::Vec;

use ::arbitrary::{Arbitrary, Result, Unstructured};

use crate::wire::{Be, Bytes, BytesRef, LowBitBool, Seq, Str, StrRef, U24};

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

impl<'a, T: Arbitrary<'a>, const MAX: usize> Arbitrary<'a> for Seq<T, MAX> {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let elements: Vec<T> = u.arbitrary_iter()?.take(MAX).collect::<Result<_>>()?;
        Ok(Self::new(elements).unwrap_or_default())
    }
}

impl<'a> Arbitrary<'a> for U24 {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        Ok(Self::new(u.arbitrary::<u32>()? >> 8).unwrap_or_default())
    }
}

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
