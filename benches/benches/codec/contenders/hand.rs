//! Code that an engineer would write for one message, on the same bytes as ours: the limit of a codec. It is safe code with
//! one check of the length for each run of fixed fields, and its errors have no details.

mod blob;
mod integers;
mod job;
mod order_book;
mod setup_connection;
mod swap_event;

use benches::chart::Role;
use benches::sum::Sum;

use crate::contenders::HAND;
use crate::row::{Row, Subject, seen};

/// Slices of integers are copied as they are in memory.
const _: () =
    assert!(cfg!(target_endian = "little"), "the code by hand is for little-endian machines");

/// A message with an encoding by hand.
pub(crate) trait ByHand:
    Clone + Default + PartialEq + core::fmt::Debug + Sum + 'static
{
    type Ref<'a>: Sum;

    /// Returns the length of the encoding.
    fn encoded_len(&self) -> usize;

    /// Encodes to the front of `out`.
    fn encode(&self, out: &mut [u8]) -> Option<usize>;

    /// Appends the encoding.
    fn append(&self, out: &mut Vec<u8>) -> Option<()>;

    /// Decodes the whole of `bytes`.
    fn decode(bytes: &[u8]) -> Option<Self>;

    /// Decodes the whole of `bytes`, and keeps the blocks of `self`.
    fn refill(&mut self, bytes: &[u8]) -> Option<()>;

    /// Decodes the borrowed form of the front of `bytes`.
    fn borrow(bytes: &[u8]) -> Option<(Self::Ref<'_>, &[u8])>;
}

/// Borrows the whole of `bytes`.
#[inline(always)]
fn strict<M: ByHand>(bytes: &[u8]) -> Result<M::Ref<'_>, ()> {
    match M::borrow(bytes) {
        Some((borrowed, [])) => Ok(borrowed),
        _ => Err(()),
    }
}

/// `bytes` is our encoding.
pub(crate) fn row<M: ByHand>(message: M, bytes: &[u8]) -> Row {
    let sum = message.sum();
    Subject::new(HAND, Role::Floor, message, bytes)
        .encode_slice(|message, out| message.encode(out))
        .encode_reused(Vec::new(), |message, out| {
            out.clear();
            message.append(out)?;
            Some(out)
        })
        .encode_fresh(|message| {
            let mut out = Vec::with_capacity(message.encoded_len());
            message.append(&mut out).map(|()| out).ok_or(())
        })
        .owned(M::decode, |decoded, message| decoded.as_ref() == Some(message))
        .refill(M::default(), |message, bytes| message.refill(bytes).is_some())
        .borrow(|bytes| seen(strict::<M>(bytes)))
        .prefix(|bytes| seen(M::borrow(bytes).ok_or(())))
        .read(sum, |bytes| Some(strict::<M>(bytes).ok()?.sum()))
        .finish()
}

/// Takes a byte string of `len` bytes.
#[inline(always)]
fn take<'a>(bytes: &mut &'a [u8], len: usize) -> Option<&'a [u8]> {
    bytes.split_off(..len)
}

/// Takes a run of fixed fields.
#[inline(always)]
fn fixed<'a, const N: usize>(bytes: &mut &'a [u8]) -> Option<&'a [u8; N]> {
    let (fixed, rest) = bytes.split_first_chunk()?;
    *bytes = rest;
    Some(fixed)
}

/// Returns `N` bytes of a run of fixed fields.
#[inline(always)]
fn part<const N: usize>(fixed: &[u8], at: usize) -> &[u8; N] {
    fixed[at..].first_chunk().expect("the run is longer")
}

/// Writes to the front of `out` and advances it.
#[inline(always)]
fn put(out: &mut &mut [u8], bytes: &[u8]) -> Option<()> {
    out.split_off_mut(..bytes.len())?.copy_from_slice(bytes);
    Some(())
}
