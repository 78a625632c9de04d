//! A byte string with a length of eight bytes.

use benches::messages::MAX_BLOB;

use super::{ByHand, fixed, put, take};
use crate::plain::Blob;

/// The borrowed form.
pub(crate) struct BlobRef<'a> {
    content: &'a [u8],
}

benches::sum_blob!(BlobRef<'_>);

impl ByHand for Blob {
    type Ref<'a> = BlobRef<'a>;

    #[inline(always)]
    fn encoded_len(&self) -> usize {
        8 + self.content.len()
    }

    #[inline(always)]
    fn encode(&self, mut out: &mut [u8]) -> Option<usize> {
        if self.content.len() > MAX_BLOB {
            return None;
        }
        let out = &mut out;
        put(out, &(self.content.len() as u64).to_le_bytes())?;
        put(out, &self.content)?;
        Some(self.encoded_len())
    }

    #[inline(always)]
    fn append(&self, out: &mut Vec<u8>) -> Option<()> {
        if self.content.len() > MAX_BLOB {
            return None;
        }
        out.reserve(self.encoded_len());
        out.extend_from_slice(&(self.content.len() as u64).to_le_bytes());
        out.extend_from_slice(&self.content);
        Some(())
    }

    #[inline(always)]
    fn decode(bytes: &[u8]) -> Option<Self> {
        let (m, []) = Self::borrow(bytes)? else { return None };
        Some(Self { content: m.content.to_vec() })
    }

    #[inline(always)]
    fn refill(&mut self, bytes: &[u8]) -> Option<()> {
        let (m, []) = Self::borrow(bytes)? else { return None };
        self.content.clear();
        self.content.extend_from_slice(m.content);
        Some(())
    }

    #[inline(always)]
    fn borrow(mut rest: &[u8]) -> Option<(BlobRef<'_>, &[u8])> {
        let len = usize::try_from(u64::from_le_bytes(*fixed(&mut rest)?)).ok()?;
        if len > MAX_BLOB {
            return None;
        }
        Some((BlobRef { content: take(&mut rest, len)? }, rest))
    }
}
