//! Errors and offsets are those of the blocking reader, and no slot is lost on the way.

use std::io::{self, ErrorKind};

use pool_codec::compio::FrameReader;
use pool_codec::error::{FrameError, ReadError};
use pool_dev::executor::block_on;
use proptest::prelude::*;

use crate::streams::{Drip, Liar};
use crate::{Market, in_use, pool, stream, tick};

/// Describes a message, an error or the end, and where the reader is then.
type Step = (String, u64, usize);

fn describe(read: &Result<Option<Market>, ReadError>) -> String {
    match read {
        Ok(message) => format!("{message:?}"),
        Err(error) => format!("{error}"),
    }
}

fn is_last(read: &Result<Option<Market>, ReadError>) -> bool {
    match read {
        Ok(message) => message.is_none(),
        Err(error) => error.is_fatal(),
    }
}

fn blocking(bytes: &[u8], piece: usize) -> Vec<Step> {
    let drip = Drip::new(bytes.to_vec(), piece);
    let mut reader = pool_codec::FrameReader::<_, Market>::new(drip, &pool());
    let mut steps = Vec::new();
    loop {
        let read = reader.read_message::<Market>();
        steps.push((describe(&read), reader.offset(), reader.missing()));
        if is_last(&read) || steps.len() > 100 {
            return steps;
        }
    }
}

fn completed(bytes: &[u8], piece: usize) -> Vec<Step> {
    let pool = pool();
    let mut reader = FrameReader::<_, Market>::new(Drip::new(bytes.to_vec(), piece), &pool);
    let mut steps = Vec::new();
    loop {
        let read = block_on(reader.read_message::<Market>());
        steps.push((describe(&read), reader.offset(), reader.missing()));
        if is_last(&read) || steps.len() > 100 {
            break;
        }
    }
    drop(reader);
    assert_eq!(in_use(&pool), 0);
    steps
}

fn three_frames() -> Vec<u8> {
    stream(&[tick(1), crate::blob(40), tick(2)])
}

#[test]
fn every_prefix_ends_as_over_std() {
    let bytes = three_frames();
    for end in 0..=bytes.len() {
        for piece in [1, 13, 1000] {
            let bytes = &bytes[..end];
            assert_eq!(completed(bytes, piece), blocking(bytes, piece), "{end}, {piece}");
        }
    }
}

#[test]
fn every_flipped_bit_ends_as_over_std() {
    let bytes = three_frames();
    for bit in 0..bytes.len() * 8 {
        let mut bytes = bytes.clone();
        bytes[bit / 8] ^= 1 << (bit % 8);
        assert_eq!(completed(&bytes, 17), blocking(&bytes, 17), "bit {bit}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_bytes_end_as_over_std(bytes in prop::collection::vec(0_u8..4, 0..300), piece in 1_usize..400) {
        prop_assert_eq!(completed(&bytes, piece), blocking(&bytes, piece));
    }
}

/// A read that fails loses nothing, and one that is interrupted is repeated.
#[test]
fn failing_reads_lose_nothing() {
    let bytes = three_frames();
    for failing in 1..=bytes.len() + 1 {
        let pool = pool();
        let mut drip = Drip::new(bytes.clone(), 1);
        drip.failing = vec![(failing, ErrorKind::TimedOut), (failing + 1, ErrorKind::Interrupted)];
        let mut reader = FrameReader::<_, Market>::new(drip, &pool);
        let (mut found, mut failures) = (0, 0);
        loop {
            match block_on(reader.read()) {
                Ok(Some(_)) => found += 1,
                Ok(None) => break,
                Err(ReadError::Io(error)) if error.kind() == ErrorKind::TimedOut => failures += 1,
                Err(error) => panic!("{error}"),
            }
        }
        assert_eq!((found, failures, in_use(&pool)), (3, 1, 0), "read {failing}");
    }
}

/// A read that fails between frames releases the window.
#[test]
fn an_idle_reader_whose_read_fails_holds_no_slot() {
    let pool = pool();
    let mut drip = Drip::new(Vec::new(), 1);
    drip.failing = vec![(1, ErrorKind::ConnectionReset)];
    let mut reader = FrameReader::<_, Market>::new(drip, &pool);
    assert!(matches!(block_on(reader.read()), Err(ReadError::Io(_))));
    assert_eq!(in_use(&pool), 0);
}

#[test]
fn a_stream_that_reports_too_many_bytes_is_an_error() {
    let pool = pool();
    let mut reader = FrameReader::<_, Market>::new(Liar, &pool);
    let Err(ReadError::Io(error)) = block_on(reader.read()) else { panic!("no such bytes") };
    assert_eq!(error.kind(), io::ErrorKind::Other);
    assert!(error.to_string().contains("more bytes"), "{error}");
}

#[test]
fn a_pool_for_other_messages_is_refused() {
    let pool = pool_codec::Pool::new(&pool_codec::PoolConfig::new().with_message(0, 128, None));
    let mut reader = FrameReader::<_, Market>::new(Drip::new(three_frames(), 1), &pool);
    let error = block_on(reader.read()).map(|_| ()).unwrap_err();
    assert!(matches!(error, ReadError::Frame(FrameError::Pool(_))), "{error}");
    assert!(reader.get_ref().is_some());
}
