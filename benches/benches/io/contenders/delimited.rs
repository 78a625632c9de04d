//! The `LengthDelimitedCodec` of tokio-util, with prost or wincode for the messages. Its frames have no id.

use core::marker::PhantomData;

use bytes::{Bytes, BytesMut};
use futures::StreamExt;
use prost::Message as _;
use tokio::io::AsyncRead;
use tokio_util::codec::{Encoder, FramedRead, LengthDelimitedCodec};
use wincode::{SchemaRead, SchemaWrite};

use crate::contender::{Async, Contender};
use crate::content::{Content, Frames, Numbered, SYMBOL, Size, seen};

/// Both messages, with the fastest field types: integers of fixed size, and bytes that share the buffer of the frame.
#[derive(Clone, PartialEq, prost::Message)]
pub(crate) struct Proto {
    #[prost(fixed32, tag = "1")]
    sequence: u32,
    #[prost(fixed32, tag = "2")]
    account: u32,
    #[prost(fixed64, tag = "3")]
    price: u64,
    #[prost(string, tag = "4")]
    symbol: String,
    #[prost(bytes = "bytes", tag = "5")]
    body: Bytes,
}

/// Both messages in either form. `S` is the text, and `B` is the bytes.
#[derive(Debug, SchemaRead, SchemaWrite)]
pub(crate) struct Win<S, B> {
    sequence: u32,
    account: u32,
    price: u64,
    symbol: S,
    body: B,
}

impl Numbered for Proto {
    #[inline(always)]
    fn number(&self) -> u32 {
        self.sequence
    }
}

impl<S, B> Numbered for Win<S, B> {
    #[inline(always)]
    fn number(&self) -> u32 {
        self.sequence
    }
}

/// A way to encode a message and to decode one from a payload.
pub(crate) trait Format: 'static {
    /// The type that is encoded.
    type Message: 'static;

    fn new(content: &Content) -> Self::Message;

    /// Writes the payload to a part of `room`.
    fn encode(message: &Self::Message, room: &mut BytesMut) -> Bytes;

    fn take(payload: BytesMut) -> u64;
}

/// The format of prost, which has no borrowed form.
pub(crate) struct Prost;

impl Format for Prost {
    type Message = Proto;

    fn new(content: &Content) -> Proto {
        Proto {
            sequence: content.sequence,
            account: content.account,
            price: content.price,
            symbol: SYMBOL.to_owned(),
            body: content.body.clone().into(),
        }
    }

    #[inline(always)]
    fn encode(message: &Proto, room: &mut BytesMut) -> Bytes {
        message.encode(room).expect("there is room");
        room.split().freeze()
    }

    #[inline(always)]
    fn take(payload: BytesMut) -> u64 {
        seen(&Proto::decode(payload.freeze()))
    }
}

/// The messages of wincode, in both forms.
macro_rules! wincode {
    ($($owned:ident, $borrowed:ident, $body:ty, $body_ref:ty, $make:expr;)*) => {$(
        pub(crate) struct $owned;

        impl Format for $owned {
            type Message = Win<String, $body>;

            fn new(content: &Content) -> Self::Message {
                Win {
                    sequence: content.sequence,
                    account: content.account,
                    price: content.price,
                    symbol: SYMBOL.to_owned(),
                    body: $make(&content.body),
                }
            }

            #[inline(always)]
            fn encode(message: &Self::Message, room: &mut BytesMut) -> Bytes {
                let len = wincode::serialized_size(message).expect("has a size") as usize;
                room.resize(len, 0);
                wincode::serialize_into(&mut room[..], message).expect("there is room");
                room.split().freeze()
            }

            #[inline(always)]
            fn take(payload: BytesMut) -> u64 {
                seen(&wincode::deserialize_exact::<Win<String, $body>>(&payload))
            }
        }

        pub(crate) struct $borrowed;

        impl Format for $borrowed {
            type Message = <$owned as Format>::Message;

            fn new(content: &Content) -> Self::Message {
                $owned::new(content)
            }

            #[inline(always)]
            fn encode(message: &Self::Message, room: &mut BytesMut) -> Bytes {
                $owned::encode(message, room)
            }

            #[inline(always)]
            fn take(payload: BytesMut) -> u64 {
                seen(&wincode::deserialize_exact::<Win<&str, $body_ref>>(&payload))
            }
        }
    )*};
}
wincode! {
    SmallOwned, SmallBorrowed, [u8; 64], &[u8; 64], |body: &[u8]| *body.first_chunk().expect("64 bytes");
    LargeOwned, LargeBorrowed, Vec<u8>, &[u8], <[u8]>::to_vec;
}

/// A `LengthDelimitedCodec` with default settings, and a format.
pub(crate) struct Delimited<F>(PhantomData<F>);

impl<F: Format> Contender for Delimited<F> {
    fn frames(size: Size) -> Frames {
        Frames::new(size, |content| {
            let payload =
                F::encode(&F::new(content), &mut BytesMut::with_capacity(2 * size.payload()));
            let mut frame = BytesMut::new();
            LengthDelimitedCodec::new().encode(payload, &mut frame).expect("is short");
            frame.into()
        })
    }
}

impl<F: Format> Async for Delimited<F> {
    type Reader<R: AsyncRead + Unpin + 'static> = FramedRead<R, LengthDelimitedCodec>;

    fn reader<R: AsyncRead + Unpin + 'static>(stream: R) -> FramedRead<R, LengthDelimitedCodec> {
        FramedRead::new(stream, LengthDelimitedCodec::new())
    }

    #[inline(always)]
    async fn next<R: AsyncRead + Unpin + 'static>(
        reader: &mut FramedRead<R, LengthDelimitedCodec>,
    ) -> u64 {
        F::take(reader.next().await.expect("the stream does not end").expect("reads"))
    }
}
