//! Ours: `FrameReader` and `FrameWriter`, in each form that a message can take.

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

/// 100 B.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1, borrow)]
pub(crate) struct Small {
    sequence: u32,
    account: u32,
    price: u64,
    symbol: Str<30>,
    body: [u8; 64],
}

/// 4 KiB, with this content.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 2, borrow)]
pub(crate) struct Large {
    sequence: u32,
    account: u32,
    price: u64,
    symbol: Str<30>,
    body: Bytes<4096>,
}

/// Both, so that an id has to be told from another.
#[derive(Debug, FrameSet)]
#[frames(header = Sv2Header, borrow)]
pub(crate) enum Orders {
    Small(Small),
    Large(Large),
}

/// Bytes of a reader's window. The counting loop has as many.
pub(crate) const WINDOW: usize = 16_384;

/// A window for each reader and writer of the run.
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

/// All that the message of a row must be able to do.
pub(crate) trait Message:
    Frame + Covariant + Numbered + for<'d> Decodable<'d> + for<'d> DecodeFrame<'d> + 'static
{
    fn new(content: &Content) -> Self;
}

/// In all its forms.
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

/// Both messages' frames.
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

/// Asserts that [`WINDOW`] is what a reader has.
pub(crate) fn check_window() {
    /// Notes how much the first read may give.
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

/// What becomes of a frame.
pub(crate) trait Form: 'static {
    fn new() -> Self;

    fn take(&mut self, frame: FrameView<'_, Orders>) -> u64;
}

/// `frame.borrow()`.
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

/// `frame.decode()`, and the value's drop.
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

/// `frame.decode_into()`.
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

/// `frame.hold()`, and its drop.
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

/// Ours, with messages in one form; the two readers have one name.
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
