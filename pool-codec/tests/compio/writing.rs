//! Writes that fail, and writers that are dropped.

use std::io::ErrorKind;

use pool_codec::compio::FrameWriter;
use pool_codec::{TlvHeader, WriteError};
use pool_dev::executor::{block_on, once};

use crate::streams::Sip;
use crate::{blob, in_use, pool, stream, tick};

#[test]
fn failing_writes_lose_nothing() {
    for failing in 1..20 {
        let pool = pool();
        let mut sip = Sip::new(9);
        sip.failing = vec![(failing, ErrorKind::TimedOut), (failing + 1, ErrorKind::Interrupted)];
        let mut writer = FrameWriter::<_, TlvHeader>::new(sip.clone(), &pool);
        let messages = [tick(1), blob(100), tick(2)];
        for message in &messages {
            block_on(writer.send(message)).unwrap();
        }
        let mut failures = 0;
        while let Err(error) = block_on(writer.flush()) {
            assert!(matches!(error, WriteError::Io(_)), "{error}");
            failures += 1;
        }
        assert!(*sip.bytes.borrow() == stream(&messages), "write {failing}");
        let expected = usize::from(failing <= stream(&messages).len().div_ceil(9));
        assert_eq!((failures, writer.unwritten(), in_use(&pool)), (expected, 0, 0));
    }
}

#[test]
fn a_stream_that_accepts_nothing_is_an_error() {
    let pool = pool();
    let mut writer = FrameWriter::<_, TlvHeader>::new(Sip::new(0), &pool);
    block_on(writer.send(&tick(1))).unwrap();
    let Err(WriteError::Io(error)) = block_on(writer.flush()) else { panic!("nothing is written") };
    assert_eq!(error.kind(), ErrorKind::WriteZero);
    assert_eq!(writer.unwritten(), stream(&[tick(1)]).len());
}

/// The batch and a large frame behind it leave in one vectored write.
#[test]
fn a_large_frame_leaves_with_the_frames_before_it() {
    let pool = pool();
    let mut writer = FrameWriter::<_, TlvHeader>::new(Sip::new(usize::MAX), &pool);
    block_on(writer.send(&tick(1))).unwrap();
    block_on(writer.send(&blob(100_000))).unwrap();
    block_on(writer.flush()).unwrap();
    let sip = writer.into_inner().map_err(|_| "a write is in flight").unwrap();
    assert_eq!(sip.writes, 1);
    assert!(*sip.bytes.borrow() == stream(&[tick(1), blob(100_000)]));
}

/// Bytes that were sent and not written are counted, also while they are in flight.
#[test]
fn a_dropped_writer_counts_its_bytes() {
    for polls in 0..3 {
        let pool = pool();
        let sip = Sip::new(5);
        let mut writer = FrameWriter::<_, TlvHeader>::new(sip.clone(), &pool);
        block_on(writer.send(&tick(1))).unwrap();
        for _ in 0..polls {
            assert!(once(writer.flush()).is_pending());
        }
        let total = stream(&[tick(1)]).len();
        let unwritten = total - sip.bytes.borrow().len();
        assert_eq!(writer.unwritten(), unwritten, "{polls} polls");
        assert_eq!(writer.get_ref().is_none(), polls > 0, "a write is in flight");
        drop(writer);
        assert_eq!(pool.stats().discarded(), unwritten as u64, "{polls} polls");
        assert_eq!(in_use(&pool), 0);
    }
}
