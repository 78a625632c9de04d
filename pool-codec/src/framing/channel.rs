//! The channel of a Stratum V2 frame, without decoding it.

use crate::frame::{FrameSet, Sv2Header};
use crate::framing::pooled::PooledFrame;
use crate::framing::view::FrameView;

macro_rules! channel_id {
    ($($frame:ty),*) => {$(
        impl<S: FrameSet<Header = Sv2Header>> $frame {
            /// Returns the channel of the message, by which a program finds who it is for before it decodes or forwards
            /// it. The message may be unknown to the set. `None` if the header says that it is of no channel, or if the
            /// payload is too short to have one.
            ///
            /// ```
            /// # #[cfg(all(feature = "derive", feature = "std"))] {
            /// use pool_codec::prelude::*;
            /// use pool_codec::{FrameReader, Pool, RawFrame, Sv2Header};
            ///
            /// #[derive(Debug, Frame)]
            /// #[frame(id = 0x80_0003)]
            /// struct ChannelEndpointChanged {
            ///     channel_id: u32,
            /// }
            ///
            /// #[derive(Debug, FrameSet)]
            /// #[frames(header = Sv2Header)]
            /// enum Proxied {
            ///     ChannelEndpointChanged(ChannelEndpointChanged),
            ///     #[frame(other)]
            ///     Unknown(RawFrame),
            /// }
            ///
            /// static POOL: Pool = Pool::new(&Proxied::POOL_CONFIG);
            ///
            /// let stream = b"\0\x80\x21\x04\0\0\x07\0\0\0\0\0\x25\x04\0\0\x07\0\0\0";
            /// let mut reader = FrameReader::<_, Proxied>::new(&stream[..], &POOL);
            /// assert_eq!(reader.read()?.expect("a channel message").channel_id(), Some(7));
            /// assert_eq!(reader.read()?.expect("another message").into_pooled()?.channel_id(), None);
            /// # }
            /// # Ok::<(), Box<dyn std::error::Error>>(())
            /// ```
            #[inline]
            #[must_use]
            pub fn channel_id(&self) -> Option<u32> {
                self.header().channel_id(self.payload())
            }
        }
    )*};
}
channel_id!(FrameView<'_, S>, PooledFrame<S>);
