//! Our `FrameReader` and `FrameWriter`, in each form that a message can have.

use core::hint::black_box;
use core::marker::PhantomData;
use std::io::{self, Read};

use ::tokio::io::AsyncRead;
use pool_codec::prelude::*;
use pool_codec::{
    Bytes, Covariant, Decodable, DecodeFrame, FrameReader, FrameView, FrameWriter, Pool,
    PoolConfig, SizeClass, Str, Sv2Header, tokio,
};

use crate::contender::{Async, Blocking, Contender};
use crate::content::{Content, Frames, Numbered, SYMBOL, Size, seen};

/// The message of 100 B.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1, borrow)]
pub(crate) struct Small {
    sequence: u32,
    account: u32,
    price: u64,
    symbol: Str<30>,
    body: [u8; 64],
}

/// The message of 4 KiB.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 2, borrow)]
pub(crate) struct Large {
    sequence: u32,
    account: u32,
    price: u64,
    symbol: Str<30>,
    body: Bytes<4096>,
}

/// The set of both messages, so that the reader must distinguish their ids.
#[derive(Debug, FrameSet)]
#[frames(header = Sv2Header, borrow)]
pub(crate) enum Orders {
    Small(Small),
    Large(Large),
}

/// The size of the window of a reader, in bytes. The counting loop has the same.
pub(crate) const WINDOW: usize = 16_384;

/// The pool of windows for the readers and writers of the run.
const POOL_CONFIG: PoolConfig = Orders::POOL_CONFIG.with_class(SizeClass::for_len(WINDOW), 128);
pub(crate) static POOL: Pool = Pool::new(&POOL_CONFIG);

impl From<&Content> for Small {
    fn from(content: &Content) -> Self {
        Self {
            sequence: content.sequence,
            account: content.account,
            price: content.price,
            symbol: SYMBOL.parse().expect("is short"),
            body: *content.body.first_chunk().expect("64 bytes"),
        }
    }
}

impl From<&Content> for Large {
    fn from(content: &Content) -> Self {
        Self {
            sequence: content.sequence,
            account: content.account,
            price: content.price,
            symbol: SYMBOL.parse().expect("is short"),
            body: content.body.clone().try_into().expect("is short"),
        }
    }
}

/// The traits that the message of a row must have.
pub(crate) trait Message:
    Frame + Covariant + Numbered + for<'d> Decodable<'d> + for<'d> DecodeFrame<'d> + 'static
{
    fn new(content: &Content) -> Self;
}

/// The traits of a message in all its forms.
macro_rules! message {
    ($($owned:ident, $borrowed:ident;)*) => {$(
        impl Numbered for $owned {
            #[inline(always)]
            fn number(&self) -> u32 {
                self.sequence
            }
        }

        impl Numbered for $borrowed<'_> {
            #[inline(always)]
            fn number(&self) -> u32 {
                self.sequence
            }
        }

        impl Message for $owned {
            fn new(content: &Content) -> Self {
                content.into()
            }
        }
    )*};
}
message! { Small, SmallRef; Large, LargeRef; }

/// Encodes the frames of both messages.
pub(crate) fn frames(size: Size) -> Frames {
    Frames::new(size, |content| {
        let mut writer = FrameWriter::<_, Sv2Header>::new(Vec::new(), &POOL);
        match size {
            Size::Small => writer.send(&Small::from(content)),
            Size::Large => writer.send(&Large::from(content)),
        }
        .and_then(|()| writer.flush())
        .expect("encodes");
        writer.get_ref().clone()
    })
}

/// Asserts that a reader has a window of [`WINDOW`] bytes.
pub(crate) fn check_window() {
    /// Records the size of the buffer of the first read.
    struct Probe(usize);

    impl Read for Probe {
        fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
            self.0 = buf.len();
            Ok(0)
        }
    }

    let mut reader = FrameReader::<_, Orders>::new(Probe(0), &POOL);
    assert!(reader.read().is_ok_and(|frame| frame.is_none()), "the stream is empty");
    assert_eq!(reader.get_ref().0, WINDOW, "the window");
}

/// The way in which a frame is used.
pub(crate) trait Form: 'static {
    fn new() -> Self;

    fn take(&mut self, frame: FrameView<'_, Orders>) -> u64;
}

/// Calls `frame.borrow()`.
pub(crate) struct Borrowed<M>(PhantomData<M>);

impl<M: Message> Form for Borrowed<M>
where
    for<'d> M::Ref<'d>: DecodeFrame<'d> + Numbered,
{
    fn new() -> Self {
        Self(PhantomData)
    }

    #[inline(always)]
    fn take(&mut self, frame: FrameView<'_, Orders>) -> u64 {
        seen(&frame.borrow::<M>())
    }
}

/// Calls `frame.decode()` and drops the value.
pub(crate) struct Owned<M>(PhantomData<M>);

impl<M: Message> Form for Owned<M> {
    fn new() -> Self {
        Self(PhantomData)
    }

    #[inline(always)]
    fn take(&mut self, frame: FrameView<'_, Orders>) -> u64 {
        seen(&frame.decode::<M>())
    }
}

/// Calls `frame.decode_into()`.
pub(crate) struct Refilled<M>(M);

impl<M: Message> Form for Refilled<M> {
    fn new() -> Self {
        Self(M::new(&Content::new(Size::Large, 0)))
    }

    #[inline(always)]
    fn take(&mut self, frame: FrameView<'_, Orders>) -> u64 {
        frame.decode_into(&mut self.0).expect("decodes");
        black_box(&self.0).number().into()
    }
}

/// Calls `frame.hold()` and drops the result.
pub(crate) struct Held<M>(PhantomData<M>);

impl<M: Message> Form for Held<M>
where
    for<'d> M::Ref<'d>: DecodeFrame<'d> + Numbered,
{
    fn new() -> Self {
        Self(PhantomData)
    }

    #[inline(always)]
    fn take(&mut self, frame: FrameView<'_, Orders>) -> u64 {
        match black_box(&frame.hold::<M>()) {
            Ok(held) => black_box(held.get()).number().into(),
            Err(error) => panic!("{error}"),
        }
    }
}

/// Our readers, with messages in one form. Both readers have the same name.
pub(crate) struct Ours<F>(PhantomData<F>);

impl<F: Form> Contender for Ours<F> {
    fn frames(size: Size) -> Frames {
        frames(size)
    }
}

impl<F: Form> Blocking for Ours<F> {
    type Reader<R: Read + 'static> = (FrameReader<R, Orders>, F);

    fn reader<R: Read + 'static>(stream: R) -> (FrameReader<R, Orders>, F) {
        (FrameReader::new(stream, &POOL), F::new())
    }

    #[inline(always)]
    fn next<R: Read + 'static>((reader, form): &mut (FrameReader<R, Orders>, F)) -> u64 {
        form.take(reader.read().expect("reads").expect("the stream does not end"))
    }
}

impl<F: Form> Async for Ours<F> {
    type Reader<R: AsyncRead + Unpin + 'static> = (tokio::FrameReader<R, Orders>, F);

    fn reader<R: AsyncRead + Unpin + 'static>(stream: R) -> (tokio::FrameReader<R, Orders>, F) {
        (tokio::FrameReader::new(stream, &POOL), F::new())
    }

    #[inline(always)]
    async fn next<R: AsyncRead + Unpin + 'static>(
        (reader, form): &mut (tokio::FrameReader<R, Orders>, F),
    ) -> u64 {
        form.take(reader.read().await.expect("reads").expect("the stream does not end"))
    }
}
