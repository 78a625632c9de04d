//! Messages in boxes, as frames and in sets.

use pool_codec::prelude::*;
use pool_codec::{FrameReader, FrameWriter, Pool, TlvHeader};

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1, borrow)]
struct Large {
    number: u32,
    table: [u64; 4096],
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 2, borrow)]
struct Small {
    number: u32,
}

/// A set that is not larger than its small message.
#[derive(Debug, FrameSet)]
#[frames(header = TlvHeader, borrow)]
enum Messages {
    Large(Box<Large>),
    Small(Small),
}

static POOL: Pool = Pool::new(&Messages::POOL_CONFIG);

#[test]
fn a_message_in_a_box_is_sent_and_decoded() {
    assert!(size_of::<Messages>() <= 16);
    assert_eq!(Messages::MAX_SIZE, 4 + 8 * 4096);
    let large = Box::new(Large { number: 7, table: [9; 4096] });
    let mut writer = FrameWriter::<_, Messages>::new(Vec::new(), &POOL);
    writer.send(&large).unwrap();
    writer.send(&Small { number: 8 }).unwrap();
    writer.send(&Messages::from(large.clone())).unwrap();
    writer.flush().unwrap();

    let mut reader = FrameReader::<_, Messages>::new(&writer.get_ref()[..], &POOL);
    let frame = reader.read().unwrap().unwrap();
    assert_eq!(frame.decode::<Box<Large>>().unwrap(), large);
    assert!(frame.decode::<Box<Small>>().is_err(), "the id is that of another message");
    assert!(matches!(reader.read_message().unwrap(), Some(Messages::Small(Small { number: 8 }))));
    let read = reader.read().unwrap().unwrap();
    assert!(matches!(
        read.borrow::<Messages>().unwrap(),
        MessagesRef::Large(LargeRef { number: 7, .. })
    ));
    match Some(read.decode::<Messages>().unwrap()) {
        Some(Messages::Large(read)) => assert_eq!(read, large),
        other => panic!("{other:?}"),
    }
}
