//! Fixed fields, a sequence of hashes, and two byte strings with lengths of two bytes.

use super::{ByHand, fixed, part, put, take};
use crate::borrowed::JobRef;
use crate::plain::Job;

#[inline(always)]
fn byte_string<'a>(bytes: &mut &'a [u8]) -> Option<&'a [u8]> {
    let len = u16::from_le_bytes(*fixed(bytes)?);
    take(bytes, len.into())
}

#[inline(always)]
fn put_byte_string(out: &mut &mut [u8], content: &[u8]) -> Option<()> {
    let len = u16::try_from(content.len()).ok()?;
    let (first, rest) = out.split_off_mut(..content.len() + 2)?.split_first_chunk_mut()?;
    *first = len.to_le_bytes();
    rest.copy_from_slice(content);
    Some(())
}

#[inline(always)]
fn append_byte_string(out: &mut Vec<u8>, content: &[u8]) -> Option<()> {
    out.extend_from_slice(&u16::try_from(content.len()).ok()?.to_le_bytes());
    out.extend_from_slice(content);
    Some(())
}

impl Job {
    /// The fields before the optional one, and whether that is present.
    #[inline(always)]
    fn head(&self) -> [u8; 9] {
        let mut head = [0; 9];
        head[..4].copy_from_slice(&self.channel_id.to_le_bytes());
        head[4..8].copy_from_slice(&self.job_id.to_le_bytes());
        head[8] = self.min_ntime.is_some().into();
        head
    }

    /// The fields after the optional one, and the number of hashes.
    #[inline(always)]
    fn tail(&self) -> Option<[u8; 6]> {
        let mut tail = [0; 6];
        tail[..4].copy_from_slice(&self.version.to_le_bytes());
        tail[4] = self.version_rolling_allowed.into();
        tail[5] = self.merkle_path.len().try_into().ok()?;
        Some(tail)
    }
}

impl ByHand for Job {
    type Ref<'a> = JobRef<'a>;

    #[inline(always)]
    fn encoded_len(&self) -> usize {
        let hashes = self.merkle_path.as_flattened().len();
        let fixed = if self.min_ntime.is_some() { 23 } else { 19 };
        fixed + hashes + self.coinbase_tx_prefix.len() + self.coinbase_tx_suffix.len()
    }

    #[inline(always)]
    fn encode(&self, mut out: &mut [u8]) -> Option<usize> {
        let room = out.len();
        let out = &mut out;
        put(out, &self.head())?;
        if let Some(min_ntime) = self.min_ntime {
            put(out, &min_ntime.to_le_bytes())?;
        }
        put(out, &self.tail()?)?;
        put(out, self.merkle_path.as_flattened())?;
        put_byte_string(out, &self.coinbase_tx_prefix)?;
        put_byte_string(out, &self.coinbase_tx_suffix)?;
        Some(room - out.len())
    }

    #[inline(always)]
    fn append(&self, out: &mut Vec<u8>) -> Option<()> {
        out.reserve(self.encoded_len());
        out.extend_from_slice(&self.head());
        if let Some(min_ntime) = self.min_ntime {
            out.extend_from_slice(&min_ntime.to_le_bytes());
        }
        out.extend_from_slice(&self.tail()?);
        out.extend_from_slice(self.merkle_path.as_flattened());
        append_byte_string(out, &self.coinbase_tx_prefix)?;
        append_byte_string(out, &self.coinbase_tx_suffix)
    }

    #[inline(always)]
    fn decode(bytes: &[u8]) -> Option<Self> {
        let (m, []) = Self::borrow(bytes)? else { return None };
        Some(Self {
            channel_id: m.channel_id,
            job_id: m.job_id,
            min_ntime: m.min_ntime,
            version: m.version,
            version_rolling_allowed: m.version_rolling_allowed,
            merkle_path: m.merkle_path.to_vec(),
            coinbase_tx_prefix: m.coinbase_tx_prefix.to_vec(),
            coinbase_tx_suffix: m.coinbase_tx_suffix.to_vec(),
        })
    }

    #[inline(always)]
    fn refill(&mut self, bytes: &[u8]) -> Option<()> {
        let (m, []) = Self::borrow(bytes)? else { return None };
        let refill = |to: &mut Vec<u8>, content: &[u8]| {
            to.clear();
            to.extend_from_slice(content);
        };
        self.channel_id = m.channel_id;
        self.job_id = m.job_id;
        self.min_ntime = m.min_ntime;
        self.version = m.version;
        self.version_rolling_allowed = m.version_rolling_allowed;
        self.merkle_path.clear();
        self.merkle_path.extend_from_slice(m.merkle_path);
        refill(&mut self.coinbase_tx_prefix, m.coinbase_tx_prefix);
        refill(&mut self.coinbase_tx_suffix, m.coinbase_tx_suffix);
        Some(())
    }

    #[inline(always)]
    fn borrow(mut rest: &[u8]) -> Option<(JobRef<'_>, &[u8])> {
        let bytes = &mut rest;
        let head: &[u8; 9] = fixed(bytes)?;
        let min_ntime = match head[8] {
            0 => None,
            1 => Some(u32::from_le_bytes(*fixed(bytes)?)),
            _ => return None,
        };
        let tail: &[u8; 6] = fixed(bytes)?;
        let borrowed = JobRef {
            channel_id: u32::from_le_bytes(*part(head, 0)),
            job_id: u32::from_le_bytes(*part(head, 4)),
            min_ntime,
            version: u32::from_le_bytes(*part(tail, 0)),
            version_rolling_allowed: tail[4] & 1 == 1,
            merkle_path: take(bytes, usize::from(tail[5]) * 32)?.as_chunks().0,
            coinbase_tx_prefix: byte_string(bytes)?,
            coinbase_tx_suffix: byte_string(bytes)?,
        };
        Some((borrowed, rest))
    }
}
