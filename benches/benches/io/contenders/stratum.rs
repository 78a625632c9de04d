//! `codec_sv2`: its `Decoder` and `Encoder` with the buffer pool, and `binary_sv2` for the messages.

use core::marker::PhantomData;
use std::io::{BufReader, Read};

use binary_sv2::{B064K, Deserialize, GetSize, Serialize, Signature, Str0255};
use buffer_sv2::Slice;
use codec_sv2::{Decoded, Decoder, Encoder, MessageFrame, SerializedFrame};
use tokio::io::{AsyncRead, AsyncReadExt};

use crate::contender::{Async, Blocking, Contender};
use crate::content::{Content, Frames, Numbered, SYMBOL, Size, seen};

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Small<'decoder> {
    sequence: u32,
    account: u32,
    price: u64,
    symbol: Str0255<'decoder>,
    body: Signature<'decoder>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Large<'decoder> {
    sequence: u32,
    account: u32,
    price: u64,
    symbol: Str0255<'decoder>,
    body: B064K<'decoder>,
}

/// The traits that the message of a row must have.
pub(crate) trait Message: Clone + Serialize + GetSize + 'static {
    const TYPE: u8;

    /// Creates a message from static content, because only the borrowed form is encoded without copies.
    fn new(content: Content) -> Self;

    /// Calls `binary_sv2::from_bytes`.
    fn borrowed(payload: &mut [u8]) -> u64;

    /// Calls `binary_sv2::from_bytes` and `into_owned`, which is the only way to the owned form.
    fn owned(payload: &mut [u8]) -> u64;
}

macro_rules! message {
    ($($name:ident, $owned:ident, $body:ident, $ty:literal;)*) => {$(
        impl Numbered for $name<'_> {
            #[inline(always)]
            fn number(&self) -> u32 {
                self.sequence
            }
        }

        impl Numbered for $owned {
            #[inline(always)]
            fn number(&self) -> u32 {
                self.sequence
            }
        }

        impl Message for $name<'static> {
            const TYPE: u8 = $ty;

            fn new(content: Content) -> Self {
                Self {
                    sequence: content.sequence,
                    account: content.account,
                    price: content.price,
                    symbol: Str0255::new(SYMBOL.as_bytes()).expect("is short"),
                    body: $body::new(content.body.leak()).expect("is short"),
                }
            }

            #[inline(always)]
            fn borrowed(payload: &mut [u8]) -> u64 {
                seen(&binary_sv2::from_bytes::<$name<'_>>(payload))
            }

            #[inline(always)]
            fn owned(payload: &mut [u8]) -> u64 {
                seen(&binary_sv2::from_bytes::<$name<'_>>(payload).map(|message| message.into_owned()))
            }
        }
    )*};
}
message! { Small, SmallOwned, Signature, 1; Large, LargeOwned, B064K, 2; }

/// Encodes the message in a frame. The frame consumes the message, so the copy is part of the measurement.
#[inline(always)]
pub(crate) fn encode<M: Message>(message: &M, encoder: &mut Encoder) -> Slice {
    let frame = MessageFrame::from_message(message.clone(), M::TYPE, 0, false);
    encoder.encode(frame.expect("is short")).expect("encodes")
}

/// The way in which a frame is used.
pub(crate) trait Form: 'static {
    fn take(frame: SerializedFrame) -> u64;
}

pub(crate) struct Borrowed<M>(PhantomData<M>);

impl<M: Message> Form for Borrowed<M> {
    #[inline(always)]
    fn take(mut frame: SerializedFrame) -> u64 {
        assert_eq!(frame.header().msg_type(), M::TYPE);
        M::borrowed(frame.payload())
    }
}

pub(crate) struct Owned<M>(PhantomData<M>);

impl<M: Message> Form for Owned<M> {
    #[inline(always)]
    fn take(mut frame: SerializedFrame) -> u64 {
        assert_eq!(frame.header().msg_type(), M::TYPE);
        M::owned(frame.payload())
    }
}

/// The size of a `BufReader` that forwards every read, because no read asks for less than one byte.
pub(crate) const UNBUFFERED: usize = 1;

/// A reader whose decoder asks for exactly the missing bytes of the header or the frame. The stream is in a `BufReader`
/// of `BUFFER` bytes.
pub(crate) struct Stratum<F, const BUFFER: usize>(PhantomData<F>);

impl<F: Form, const BUFFER: usize> Contender for Stratum<F, BUFFER> {
    /// Uses our frames. Their bytes are the same, which the check of the sums proves.
    fn frames(size: Size) -> Frames {
        crate::contenders::ours::frames(size)
    }
}

impl<F: Form, const BUFFER: usize> Blocking for Stratum<F, BUFFER> {
    type Reader<R: Read + 'static> = (BufReader<R>, Decoder);

    fn reader<R: Read + 'static>(stream: R) -> (BufReader<R>, Decoder) {
        (BufReader::with_capacity(BUFFER, stream), Decoder::new())
    }

    #[inline(always)]
    fn next<R: Read + 'static>((stream, decoder): &mut (BufReader<R>, Decoder)) -> u64 {
        loop {
            stream.read_exact(decoder.writable()).expect("reads");
            if let Decoded::Frame(frame) = decoder.next_frame().expect("is a frame") {
                return F::take(frame);
            }
        }
    }
}

impl<F: Form, const BUFFER: usize> Async for Stratum<F, BUFFER> {
    type Reader<R: AsyncRead + Unpin + 'static> = (tokio::io::BufReader<R>, Decoder);

    fn reader<R: AsyncRead + Unpin + 'static>(stream: R) -> (tokio::io::BufReader<R>, Decoder) {
        (tokio::io::BufReader::with_capacity(BUFFER, stream), Decoder::new())
    }

    #[inline(always)]
    async fn next<R: AsyncRead + Unpin + 'static>(
        (stream, decoder): &mut (tokio::io::BufReader<R>, Decoder),
    ) -> u64 {
        loop {
            stream.read_exact(decoder.writable()).await.expect("reads");
            if let Decoded::Frame(frame) = decoder.next_frame().expect("is a frame") {
                return F::take(frame);
            }
        }
    }
}
