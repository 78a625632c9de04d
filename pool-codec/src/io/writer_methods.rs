//! The methods that the writers over `std::io` and over tokio share, because they do no I/O.

/// Emits the methods for a writer type with the fields `stream`, `encoder` and `$field`. `$bound` is the bound that
/// the type has on its stream.
macro_rules! writer_methods {
    ($writer:ident<W $(: $bound:path)?> { $($field:ident: $init:expr),* }) => {
        impl<W $(: $bound)?, P: $crate::frame::Outgoing> $writer<W, P> {
            /// Creates a writer to `stream`. It allocates no memory yet.
            ///
            /// If it is typed by a set, and the pool lacks the classes of the set, the first send fails with
            /// [`SendError::Pool`](crate::error::SendError::Pool).
            pub fn new(stream: W, pool: &pool_core::Pool) -> Self {
                Self::with_encoder(stream, $crate::framing::FrameEncoder::new(pool))
            }

        }

        impl<W, P, E> $writer<W, P, E>
        where
            $(W: $bound,)?
            P: $crate::frame::Outgoing,
            E: $crate::framing::StreamEncoder<Out = P>,
        {
            /// Creates a writer that continues with the unsent bytes of `encoder`: of a
            /// [`SealedEncoder`](crate::sealed::SealedEncoder) if the stream is encrypted.
            pub fn with_encoder(stream: W, encoder: E) -> Self {
                Self { stream, encoder, $($field: $init,)* outgoing: core::marker::PhantomData }
            }

            /// Returns the number of bytes of frames that were sent but are not written yet.
            pub fn unwritten(&self) -> usize {
                self.encoder.unsent_len()
            }

            /// Returns a reference to the stream.
            pub fn get_ref(&self) -> &W {
                &self.stream
            }

            /// Returns a mutable reference to the stream. Bytes that are written to it directly precede those that
            /// the writer has not written yet.
            pub fn get_mut(&mut self) -> &mut W {
                &mut self.stream
            }
        }

        impl<W, P, E> core::fmt::Debug for $writer<W, P, E>
        where
            W: $($bound +)? core::fmt::Debug,
            P: $crate::frame::Outgoing,
            E: $crate::framing::StreamEncoder<Out = P> + core::fmt::Debug,
        {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.debug_struct(stringify!($writer))
                    .field("stream", &self.stream)
                    .field("encoder", &self.encoder)
                    .finish_non_exhaustive()
            }
        }
    };
}
pub(crate) use writer_methods;
