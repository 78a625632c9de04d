//! Writers typed by a set send every form of its messages, and refuse a pool that is not made for it.

use pool_codec::error::SendError;
use pool_codec::prelude::*;
use pool_codec::{
    Bytes, FrameReader, FrameWriter, Held, Overflow, Pool, PoolConfig, PooledFrame, RawFrame, Seq,
    SizeClass, TlvHeader, WriteError,
};

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1, borrow)]
struct Page<T> {
    items: Seq<T, 4>,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(id = 2, borrow)]
enum Side {
    #[frame(tag = 0)]
    Buy,
    #[frame(tag = 1)]
    Sell,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 3)]
struct Blob {
    content: Bytes<20_000>,
}

#[derive(Debug, Clone, PartialEq, FrameSet)]
#[frames(header = TlvHeader, borrow, invariant)]
enum Set {
    Page(Page<u8>),
    Side(Side),
    #[frame(other)]
    Unknown(RawFrame),
}

#[derive(Debug, FrameSet)]
#[frames(header = TlvHeader)]
enum Blobs {
    Blob(Blob),
    Side(Side),
}

#[test]
fn every_form_of_a_message_of_the_set_is_sent() {
    let pool = Pool::new(&Set::POOL_CONFIG);
    let page = Page { items: Seq::try_from(vec![1, 2]).unwrap() };
    let raw = RawFrame { id: 99, payload: vec![1] };
    let mut writer = FrameWriter::<_, Set>::new(Vec::new(), &pool);
    writer.send(&page).unwrap();
    writer.send(&page.as_borrowed()).unwrap();
    writer.send(&Set::Page(page.clone())).unwrap();
    writer.send(&SetRef::Page(page.as_borrowed())).unwrap();
    writer.send(&PooledFrame::<Set>::encode(&page, &pool).unwrap()).unwrap();
    writer.send(&raw).unwrap();
    writer.send(&raw.as_borrowed()).unwrap();
    let mut buf = pool.acquire(1).unwrap();
    buf.fill(1);
    writer.send(&Held::<Side>::decode(2, buf).unwrap()).unwrap();
    writer.flush().unwrap();

    let mut reader = FrameReader::<_, Set>::new(&writer.get_ref()[..], &pool);
    let read: Vec<Set> = reader.messages().collect::<Result<_, _>>().unwrap();
    let mut expected = vec![Set::Page(page); 5];
    expected.extend([Set::Unknown(raw.clone()), Set::Unknown(raw), Set::Side(Side::Sell)]);
    assert_eq!(read, expected);
}

#[test]
fn a_writer_on_a_pool_without_the_classes_of_the_set_fails_at_the_first_send() {
    let config = PoolConfig::new().with_class(SizeClass::MIN, 4).with_overflow(Overflow::Heap);
    let pool = Pool::new(&config);
    let mut writer = FrameWriter::<_, Blobs>::new(Vec::new(), &pool);
    for _ in 0..2 {
        let error = writer.send(&Side::Buy).unwrap_err();
        assert!(matches!(&error, WriteError::Send(SendError::Pool(_))), "{error}");
    }
    assert_eq!(writer.unwritten(), 0);
}
