//! A sequence of integers with a count of eight bytes.

use benches::sum::total;
use zerocopy::IntoBytes;

use super::{ByHand, fixed, put, take};
use crate::plain::Integers;

/// The borrowed form.
pub(crate) struct IntegersRef<'a> {
    content: &'a [[u8; 8]],
}

benches::sum! { IntegersRef<'_> => |m| [
    total(m.content.iter().copied().map(u64::from_le_bytes)),
]}

/// The number of integers that our message can hold.
const MAX: usize = 8192;

impl ByHand for Integers {
    type Ref<'a> = IntegersRef<'a>;

    #[inline(always)]
    fn encoded_len(&self) -> usize {
        8 + 8 * self.content.len()
    }

    #[inline(always)]
    fn encode(&self, mut out: &mut [u8]) -> Option<usize> {
        if self.content.len() > MAX {
            return None;
        }
        let out = &mut out;
        put(out, &(self.content.len() as u64).to_le_bytes())?;
        put(out, self.content.as_bytes())?;
        Some(self.encoded_len())
    }

    #[inline(always)]
    fn append(&self, out: &mut Vec<u8>) -> Option<()> {
        if self.content.len() > MAX {
            return None;
        }
        out.reserve(self.encoded_len());
        out.extend_from_slice(&(self.content.len() as u64).to_le_bytes());
        out.extend_from_slice(self.content.as_bytes());
        Some(())
    }

    #[inline(always)]
    fn decode(bytes: &[u8]) -> Option<Self> {
        let (m, []) = Self::borrow(bytes)? else { return None };
        Some(Self { content: m.content.iter().copied().map(u64::from_le_bytes).collect() })
    }

    #[inline(always)]
    fn refill(&mut self, bytes: &[u8]) -> Option<()> {
        let (m, []) = Self::borrow(bytes)? else { return None };
        self.content.clear();
        self.content.extend(m.content.iter().copied().map(u64::from_le_bytes));
        Some(())
    }

    #[inline(always)]
    fn borrow(mut rest: &[u8]) -> Option<(IntegersRef<'_>, &[u8])> {
        let count = usize::try_from(u64::from_le_bytes(*fixed(&mut rest)?)).ok()?;
        if count > MAX {
            return None;
        }
        let content = take(&mut rest, count * 8)?.as_chunks().0;
        Some((IntegersRef { content }, rest))
    }
}
