//! Pools that lack the classes of the set.

use std::io::ErrorKind;

use crate::market::{Blob, Set, Tick};
use pool_codec::error::{FrameError, PoolMismatch};
use pool_codec::{
    Frame, FrameDecoder, FrameReader, FrameSet, FrameWriter, Overflow, Pool, PoolConfig, ReadError,
    SizeClass, TlvHeader, read_frame_pooled,
};

/// One slot of 128 bytes.
const ONE: PoolConfig = PoolConfig::new().with_class(SizeClass::MIN, 1);

fn stream() -> Vec<u8> {
    let pool = Pool::new(&Set::POOL_CONFIG);
    let mut writer = FrameWriter::<_, TlvHeader>::new(Vec::new(), &pool);
    writer.send(&Blob { content: vec![0xAB; 20_000].try_into().unwrap() }).unwrap();
    writer.flush().unwrap();
    writer.get_ref().clone()
}

fn mismatch(error: &ReadError) -> PoolMismatch {
    match error {
        ReadError::Frame(FrameError::Pool(mismatch)) => *mismatch,
        error => panic!("{error}"),
    }
}

#[test]
fn readers_on_a_pool_without_the_classes_of_the_set_fail_at_the_first_read() {
    let bytes = stream();
    for policy in [Overflow::Heap, Overflow::Fail, Overflow::Wait] {
        let pool = Pool::new(&ONE.with_overflow(policy));
        let mut reader = FrameReader::<_, Set>::new(&bytes[..], &pool);
        for _ in 0..2 {
            let error = reader.read().unwrap_err();
            assert!(error.is_fatal() && !error.is_exhausted());
            let mismatch = mismatch(&error);
            assert_eq!((mismatch.set, mismatch.longest), ("Set", Set::MAX_SIZE));
            assert_eq!(mismatch.largest, Some(SizeClass::MIN));
            let class = SizeClass::for_len(Set::MAX_SIZE);
            assert!(error.to_string().contains(&format!("add class {class} ")), "{error}");
        }
        assert_eq!(reader.get_ref().len(), bytes.len(), "nothing was read");

        let error = read_frame_pooled::<Set>(&mut &bytes[..], &pool).unwrap_err();
        mismatch(&error);
        assert_eq!(std::io::Error::from(error).kind(), ErrorKind::InvalidInput);

        let mut decoder = FrameDecoder::<Set>::new(&pool);
        assert!(matches!(decoder.window(), Err(FrameError::Pool(_))));
        assert_eq!(pool.stats().jumbo(), 0);
    }
}

#[test]
fn a_decoder_needs_the_classes_of_the_declared_messages_only() {
    let pool = Pool::new(&ONE.with_overflow(Overflow::Fail));
    let tick = <Tick as pool_codec::Frame>::ID;
    let mut decoder = FrameDecoder::<Set>::new(&pool).with_declared_ids(&[tick]);
    assert!(decoder.window().is_ok());
}

#[test]
fn a_pool_that_leaves_longer_payloads_to_the_heap_is_accepted() {
    let bytes = stream();
    let fail = ONE.with_overflow(Overflow::Fail);
    for config in [PoolConfig::new(), fail.with_jumbo_overflow(Overflow::Heap)] {
        let pool = Pool::new(&config);
        let mut reader = FrameReader::<_, Set>::new(&bytes[..], &pool);
        assert_eq!(reader.read().unwrap().unwrap().payload().len(), 20_002);
        assert!(pool.stats().jumbo() >= 1);
    }
}

#[test]
fn under_fail_a_writer_gets_no_payload_from_the_heap() {
    let pool = Pool::new(&ONE.with_overflow(Overflow::Fail));
    let mut writer = FrameWriter::<_, TlvHeader>::new(Vec::new(), &pool);
    let blob = Blob { content: vec![0xAB; 20_000].try_into().unwrap() };
    let error = writer.send(&blob).unwrap_err();
    let expected = "no class for 20002 bytes: the largest class of the pool is 128 B; register a ";
    assert!(error.to_string().starts_with(expected), "{error}");
    assert!(!error.is_exhausted());
    assert_eq!(pool.stats().jumbo(), 0);
}

/// The messages of `Set`, but no payload of more than 1000 bytes.
#[derive(Debug, FrameSet)]
#[frames(header = TlvHeader, max_payload = 1000)]
enum Short {
    Tick(Tick),
    Blob(Blob),
}

#[test]
fn max_payload_limits_the_messages_and_the_classes_of_a_set() {
    let most = Short::MESSAGES.iter().map(|message| message.max_size).max();
    assert_eq!((most, Short::MAX_SIZE), (Some(1000), 1000));
    assert!(Short::MESSAGES.iter().all(|message| message.max_heap <= 1000));
    assert_eq!(Short::POOL_CONFIG.capacity(SizeClass::for_len(20_000)), 0);
    let pool = Pool::new(&Short::POOL_CONFIG);
    let bytes = stream();
    let mut reader = FrameReader::<_, Short>::new(&bytes[..], &pool);
    let error = reader.read().unwrap_err();
    assert!(matches!(error, ReadError::Frame(FrameError::TooLarge { len: 20_002, max: 1000, .. })));
}

/// A message of a fixed length that no class holds.
#[derive(Debug, Frame)]
#[frame(id = 3)]
struct Archive {
    pages: Box<[[u8; 1 << 10]; 1 << 11]>,
}

/// No class of its pool holds an `Archive`, and no class between them exists.
#[derive(Debug, FrameSet)]
#[frames(header = TlvHeader, max_payload = 2 << 20)]
enum Archives {
    Tick(Tick),
    Archive(Archive),
}

#[test]
fn the_pool_of_a_set_serves_a_message_that_no_class_holds() {
    let len = 2 << 20;
    let header = [&[3, 0][..], &u32::try_from(len).unwrap().to_le_bytes()].concat();
    let bytes = [header, vec![7; len]].concat();
    let both = Set::POOL_CONFIG.merge(&Archives::POOL_CONFIG);
    for config in [Archives::POOL_CONFIG, both] {
        pool_codec::pool::assert_serves::<Archives>(&config);
        let pool = Pool::new(&config);
        let mut reader = FrameReader::<_, Archives>::new(&bytes[..], &pool);
        let Ok(Some(Archives::Archive(archive))) = reader.read_message() else { panic!() };
        assert_eq!(archive.pages[2047][1023], 7);
        assert_eq!(pool.stats().jumbo(), 1);
    }
    // The heap serves it only under the policy that permits that.
    let pool = Pool::new(&both.with_overflow(Overflow::Fail));
    let mut reader = FrameReader::<_, Archives>::new(&bytes[..], &pool);
    assert_eq!(mismatch(&reader.read().unwrap_err()).longest, len);
}
