//! Held and pooled frames as `Bytes` of the `bytes` crate.

use ::bytes::Bytes;

use crate::codec::{Covariant, ZeroCopy};
use crate::frame::FrameSet;
use crate::framing::{Held, PooledFrame};

/// Returns the payload without copying it. The slot is released when the last `Bytes` of it is dropped. The conversion
/// allocates one small block from the global allocator, for the reference count.
///
/// ```
/// # #[cfg(all(feature = "derive", feature = "std"))] {
/// # use bytes::Bytes;
/// # use pool_codec::{Frame, FrameReader, FrameSet, Held, Pool, Str, TlvHeader};
/// # #[derive(Debug, Clone, PartialEq, Frame)]
/// # #[frame(id = 7, borrow)]
/// # struct Hello { name: Str<40> }
/// # #[derive(Debug, FrameSet)]
/// # #[frames(header = TlvHeader, borrow)]
/// # enum Set { Hello(Hello) }
/// # static POOL: Pool = Pool::new(&Set::POOL_CONFIG);
/// let mut reader = FrameReader::<_, Set>::new(&b"\x07\0\x03\0\0\0\x02ab"[..], &POOL);
/// let held = reader.read_held::<Hello>()?.expect("a frame");
/// let address = held.payload().as_ptr();
/// let bytes = Bytes::from(held);
/// assert_eq!((&bytes[..], bytes.as_ptr()), (&b"\x02ab"[..], address));
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
impl<F: ZeroCopy> From<Held<F>> for Bytes {
    fn from(held: Held<F>) -> Self {
        held.into_buf().into()
    }
}

impl<F: Covariant> Held<F> {
    /// Returns a byte string or text of the message without copying it. The `Bytes` keep the slot as those of
    /// [`Bytes::from`] do. If `field` returns bytes that are not in the slot, such as a constant, they are copied.
    ///
    /// ```
    /// # #[cfg(all(feature = "derive", feature = "std"))] {
    /// # use pool_codec::{Bytes, Frame, FrameReader, FrameSet, Pool, TlvHeader};
    /// # #[derive(Debug, Clone, PartialEq, Frame)]
    /// # #[frame(id = 7, borrow)]
    /// # struct Blob { content: Bytes<40> }
    /// # #[derive(Debug, FrameSet)]
    /// # #[frames(header = TlvHeader, borrow)]
    /// # enum Set { Blob(Blob) }
    /// # static POOL: Pool = Pool::new(&Set::POOL_CONFIG);
    /// let mut reader = FrameReader::<_, Set>::new(&b"\x07\0\x03\0\0\0\x02ab"[..], &POOL);
    /// let held = reader.read_held::<Blob>()?.expect("a frame");
    /// let content: bytes::Bytes = held.into_bytes_of(|blob| &blob.content);
    /// assert_eq!(content, &b"ab"[..]);
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn into_bytes_of(self, field: impl for<'a> FnOnce(&'a F::Ref<'a>) -> &'a [u8]) -> Bytes {
        let field = field(self.get());
        let start = field.as_ptr().addr().wrapping_sub(self.payload().as_ptr().addr());
        let range = start..start.wrapping_add(field.len());
        // A range of addresses inside the payload belongs to the payload.
        if self.payload().get(range.clone()).is_none() {
            return Bytes::copy_from_slice(field);
        }
        Bytes::from(self).slice(range)
    }
}

/// Returns the payload without copying it, as for a [`Held`]. To include the header, use
/// `Bytes::from(frame.into_buf().into_buf(header_size))`.
impl<S: FrameSet> From<PooledFrame<S>> for Bytes {
    fn from(frame: PooledFrame<S>) -> Self {
        frame.into_buf().into()
    }
}
