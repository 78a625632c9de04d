//! The methods that every complete frame has, wherever its bytes lie.

/// Emits the methods of a frame, once for [`FrameView`](crate::FrameView) and
/// [`PooledFrame`](crate::PooledFrame). `$header` is the path of its header. It has the method `payload`, and `S` is its
/// set.
macro_rules! frame_methods {
    ($($header:ident).+) => {
        /// Returns the header.
        #[inline]
        #[must_use]
        pub fn header(&self) -> S::Header {
            self.$($header).+
        }

        /// Returns the frame id.
        #[inline]
        #[must_use]
        pub fn id(&self) -> u32 {
            $crate::frame::Header::id(&self.$($header).+)
        }

        /// Returns the set's facts about the message. `None` if the id is unknown.
        #[inline]
        #[must_use]
        pub fn message(&self) -> Option<&'static $crate::frame::MessageInfo> {
            S::message(self.id())
        }

        /// Decodes an owned message, or an owned set for a frame of any of its messages.
        ///
        /// # Errors
        ///
        /// Fails if the id belongs to another message or the payload is malformed.
        #[inline]
        pub fn decode<T>(&self) -> Result<T, $crate::codec::DecodeError>
        where
            T: for<'d> $crate::frame::DecodeFrame<'d>,
        {
            T::decode_frame(self.id(), self.payload())
        }

        /// Decodes a message in either form, and returns it with the bytes behind it, such as extensions that its
        /// type does not know. There may be more of them than
        /// [`Wire::MAX_TRAILING`](crate::Wire::MAX_TRAILING) allows.
        ///
        /// # Errors
        ///
        /// Fails if the id belongs to another message or the payload does not begin with the message.
        ///
        /// ```
        /// # #[cfg(all(feature = "derive", feature = "std"))] {
        /// # use pool_codec::{Frame, FrameReader, FrameSet, Pool, Str, TlvHeader};
        /// # #[derive(Debug, Clone, PartialEq, Frame)]
        /// # #[frame(id = 7)]
        /// # struct Hello { name: Str<40> }
        /// # #[derive(Debug, FrameSet)]
        /// # #[frames(header = TlvHeader)]
        /// # enum Set { Hello(Hello) }
        /// # static POOL: Pool = Pool::new(&Set::POOL_CONFIG);
        /// let stream = b"\x07\x00\x05\x00\x00\x00\x02ab\xEE\xFF";
        /// let mut reader = FrameReader::<_, Set>::new(&stream[..], &POOL);
        /// let frame = reader.read()?.expect("a frame");
        /// let (hello, extensions) = frame.decode_prefix::<Hello>()?;
        /// assert_eq!((&*hello.name, extensions), ("ab", &[0xEE, 0xFF][..]));
        /// # }
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        #[inline]
        pub fn decode_prefix<'v, F>(&'v self) -> Result<(F, &'v [u8]), $crate::codec::DecodeError>
        where
            F: $crate::frame::Frame + $crate::codec::Decodable<'v>,
        {
            $crate::frame::check_id::<F>(self.id())?;
            F::decode_prefix(self.payload())
        }

        /// Decodes over `message` and reuses its heap blocks. A loop that refills one message allocates nothing in
        /// steady state.
        ///
        /// # Errors
        ///
        /// Fails if the id belongs to another message; `message` is then unchanged. Fails if the payload is
        /// malformed; some fields of `message` are then new and others old.
        #[inline]
        pub fn decode_into<F>(&self, message: &mut F) -> Result<(), $crate::codec::DecodeError>
        where
            F: $crate::frame::Frame + for<'d> $crate::codec::Decodable<'d>,
        {
            $crate::frame::check_id::<F>(self.id())?;
            message.decode_into(self.payload())
        }

        /// Decodes the borrowed form of a message or of a set, which points into the bytes of this frame.
        ///
        /// # Errors
        ///
        /// Fails if the id belongs to another message or the payload is malformed.
        #[inline]
        pub fn borrow<'v, F>(&'v self) -> Result<F::Ref<'v>, $crate::codec::DecodeError>
        where
            F: $crate::codec::ZeroCopy,
            F::Ref<'v>: $crate::frame::DecodeFrame<'v>,
        {
            <F::Ref<'v> as $crate::frame::DecodeFrame<'v>>::decode_frame(self.id(), self.payload())
        }
    };
}
pub(super) use frame_methods;
