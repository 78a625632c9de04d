//! The unsent bytes of an encoder, as an owned buffer.

use compio_buf::{IoBuf, IoVectoredBuf};

use crate::framing::StreamEncoder;

/// An encoder whose unsent bytes are being written. The bytes lie in slots, so they do not move with it.
pub(super) struct Unsent<E>(pub(super) E);

/// The first of the two parts that is not empty. It is the buffer if the other one is.
impl<E: StreamEncoder + 'static> IoBuf for Unsent<E> {
    fn as_init(&self) -> &[u8] {
        match self.0.unsent() {
            [[], large] => large,
            [batch, _] => batch,
        }
    }
}

impl<E: StreamEncoder + 'static> IoVectoredBuf for Unsent<E> {
    fn iter_slice(&self) -> impl Iterator<Item = &[u8]> {
        self.0.unsent().into_iter()
    }
}
