//! The methods that the readers share, because they do no I/O.

/// Emits the methods for a reader type with the field `decoder` and a method `with_decoder`.
macro_rules! reader_methods {
    ($reader:ident) => {
        impl<R, S: $crate::frame::FrameSet> $reader<R, S> {
            /// Creates a reader at the start of `stream`.
            ///
            /// The pool has to have the classes of the set's [`POOL_CONFIG`](crate::FrameSet::POOL_CONFIG), or be
            /// configured to leave longer payloads to the heap: see
            /// [`PoolConfig::serves`](crate::PoolConfig::serves). Otherwise the first read fails with
            /// [`FrameError::Pool`](crate::error::FrameError::Pool).
            /// [`assert_serves`](crate::pool::assert_serves) checks a constant config when the program is built.
            pub fn new(stream: R, pool: &pool_core::Pool) -> Self {
                Self::with_decoder(stream, $crate::framing::FrameDecoder::new(pool))
            }
        }

        impl<R, S, D> $reader<R, S, D>
        where
            S: $crate::frame::FrameSet,
            D: $crate::framing::StreamDecoder<Set = S>,
        {
            /// Sets the treatment of frames of unknown id. By default they are kept if the set has a variant for
            /// them, otherwise rejected.
            #[must_use]
            pub fn with_unknown_frames(mut self, unknown: $crate::framing::UnknownFrames) -> Self {
                self.decoder =
                    self.decoder.with_frames(|frames| frames.with_unknown_frames(unknown));
                self
            }

            /// Adds the frames and bytes of this reader, and what it rejects, to the counts of `traffic`.
            #[must_use]
            pub fn with_traffic(mut self, traffic: &$crate::framing::Traffic<S>) -> Self {
                self.decoder = self.decoder.with_frames(|frames| frames.with_traffic(traffic));
                self
            }

            /// Counts the current frame as one whose payload does not decode, in the traffic of this reader. The methods that
            /// decode count their errors. Call this for an error of a [`FrameView`](crate::FrameView).
            #[cold]
            pub fn count_undecoded(&self, error: &$crate::codec::DecodeError) {
                self.decoder.frames().count_undecoded(error);
            }

            /// Returns the frame that [`read`](Self::read) has returned, or that another call could not decode. A
            /// frame in a slot of its own is no longer current once it is held.
            pub fn current(&mut self) -> Option<$crate::framing::FrameView<'_, S>> {
                self.decoder.frames_mut().current()
            }

            /// Returns the number of bytes from the start of the stream to the current or the next frame.
            pub fn offset(&self) -> u64 {
                self.decoder.offset()
            }
        }
    };
}
pub(crate) use reader_methods;

/// Emits all methods for a reader type that always has its stream and its window, in the fields `stream`, `decoder` and
/// `$field`.
macro_rules! owning_reader_methods {
    ($reader:ident { $($field:ident: $init:expr),* }) => {
        $crate::io::reader_methods::reader_methods!($reader);

        impl<R, S, D> $reader<R, S, D>
        where
            S: $crate::frame::FrameSet,
            D: $crate::framing::StreamDecoder<Set = S>,
        {
            /// Creates a reader that continues at the position of `decoder`: of a
            /// [`SealedDecoder`](crate::sealed::SealedDecoder) if the stream is encrypted.
            pub fn with_decoder(stream: R, decoder: D) -> Self {
                Self { stream, decoder, $($field: $init,)* set: core::marker::PhantomData }
            }

            /// Returns the number of bytes, as far as is known, that the frame in progress still needs. Zero means
            /// that the reader is between frames.
            ///
            /// It distinguishes a silent peer from one that has stopped inside a frame and occupies a slot that
            /// other readers may wait for.
            pub fn missing(&self) -> usize {
                self.decoder.missing()
            }

            /// Returns a reference to the stream.
            pub fn get_ref(&self) -> &R {
                &self.stream
            }

            /// Returns a mutable reference to the stream. Reading from it directly loses frames.
            pub fn get_mut(&mut self) -> &mut R {
                &mut self.stream
            }

            /// Returns the stream, and the decoder with the bytes that were read ahead.
            pub fn into_parts(self) -> (R, D) {
                (self.stream, self.decoder)
            }
        }

        impl<R, S, D> core::fmt::Debug for $reader<R, S, D>
        where
            R: core::fmt::Debug,
            S: $crate::frame::FrameSet,
            D: core::fmt::Debug,
        {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.debug_struct(stringify!($reader))
                    .field("stream", &self.stream)
                    .field("decoder", &self.decoder)
                    .finish_non_exhaustive()
            }
        }
    };
}
pub(crate) use owning_reader_methods;
