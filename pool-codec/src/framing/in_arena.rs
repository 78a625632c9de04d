//! Frames whose message is decoded in an arena.

use core::borrow::Borrow;

use pool_core::{Arena, Pool};

use crate::codec::{Covariant, DecodeInError};

use crate::frame::{DecodeFrame, FrameSet, Header};
use crate::framing::held::Held;
use crate::framing::pooled::PooledFrame;
use crate::framing::undecoded::UndecodedError;
use crate::framing::view::{FrameView, Payload};

impl<S: FrameSet> FrameView<'_, S> {
    /// Decodes the borrowed form in an arena. The reader is free at once, and the message lives until the arena is reset
    /// or dropped.
    ///
    /// A payload in a slot of its own moves. A payload in the window is copied, once.
    ///
    /// ```
    /// # #[cfg(all(feature = "derive", feature = "std"))] {
    /// # use pool_codec::{Arena, Frame, FrameReader, FrameSet, Pool, Str, TlvHeader};
    /// # #[derive(Debug, Clone, PartialEq, Frame)]
    /// # #[frame(id = 7, borrow)]
    /// # struct Hello { name: Str<40> }
    /// # #[derive(Debug, FrameSet)]
    /// # #[frames(header = TlvHeader, borrow)]
    /// # enum Set { Hello(Hello) }
    /// # static POOL: Pool = Pool::new(&Set::POOL_CONFIG);
    /// # let stream = b"\x07\0\x03\0\0\0\x02ab\x07\0\x03\0\0\0\x02cd";
    /// let mut reader = FrameReader::<_, Set>::new(&stream[..], &POOL);
    /// let arena = Arena::new(&POOL, 64 << 10);
    /// let first = reader.read()?.expect("a frame").decode_in::<Hello>(&arena)?;
    /// let second = reader.read()?.expect("a frame").decode_in::<Hello>(&arena)?;
    /// assert_eq!((&*first.name, &*second.name), ("ab", "cd"));
    /// let kept: Hello = second.into_owned();
    /// # assert_eq!(kept.name, "cd");
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails if the id belongs to another message, the payload is malformed, or there is no room in the arena. The frame
    /// is still the decoder's current one. The copy of a malformed payload stays in the arena until it is reset.
    #[inline]
    pub fn decode_in<'arena, F>(
        self,
        arena: &'arena Arena<impl Borrow<Pool>>,
    ) -> Result<F::Ref<'arena>, DecodeInError>
    where
        F: Covariant,
        for<'d> F::Ref<'d>: DecodeFrame<'d>,
    {
        let header = self.header();
        let id = header.id();
        match self.payload {
            Payload::Window(_) => {
                Ok(F::Ref::decode_frame(id, arena.alloc_slice_copy(self.payload())?)?)
            }
            Payload::Slot(own) => {
                let Some(slot) = own.take() else {
                    return Ok(F::Ref::decode_frame(id, &[])?);
                };
                match PooledFrame::<S>::new(header, slot).decode_in::<F>(arena) {
                    Ok(message) => Ok(message),
                    Err(undecoded) => {
                        let (frame, error) = undecoded.into_parts();
                        *own = Some(frame.into_buf());
                        Err(error)
                    }
                }
            }
        }
    }
}

impl<S: FrameSet> PooledFrame<S> {
    /// Decodes the borrowed form and moves the slot into an arena, without a copy. The message lives until the arena is
    /// reset or dropped.
    ///
    /// ```
    /// # #[cfg(all(feature = "derive", feature = "std"))] {
    /// # use pool_codec::{Arena, Frame, FrameSet, Pool, PooledFrame, Str, TlvHeader};
    /// # #[derive(Debug, Clone, PartialEq, Frame)]
    /// # #[frame(id = 7, borrow)]
    /// # struct Hello { name: Str<40> }
    /// # #[derive(Debug, FrameSet)]
    /// # #[frames(header = TlvHeader, borrow)]
    /// # enum Set { Hello(Hello) }
    /// # static POOL: Pool = Pool::new(&Set::POOL_CONFIG);
    /// let frame = PooledFrame::<Set>::encode(&Hello { name: "ab".parse()? }, &POOL)?;
    /// let arena = Arena::new(&POOL, 8 << 10);
    /// let hello: HelloRef<'_> = frame.decode_in::<Hello>(&arena)?;
    /// assert_eq!(hello.name, "ab");
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails if the id belongs to another message, the payload is malformed, or the arena would exceed its limit. The
    /// error returns the frame.
    pub fn decode_in<'arena, F>(
        self,
        arena: &'arena Arena<impl Borrow<Pool>>,
    ) -> Result<F::Ref<'arena>, UndecodedError<Self, DecodeInError>>
    where
        F: Covariant,
        for<'d> F::Ref<'d>: DecodeFrame<'d>,
    {
        let header = self.header();
        let held = Held::<F>::decode(header.id(), self.into_buf()).map_err(|undecoded| {
            let (slot, error) = undecoded.into_parts();
            UndecodedError::new(Self::new(header, slot), error.into())
        })?;
        held.into_arena(arena).map_err(|refused| {
            let (held, error) = refused.into_parts();
            UndecodedError::new(Self::new(header, held.into_buf()), error.into())
        })
    }
}
