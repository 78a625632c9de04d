//! Polls every future once and drops it, before every byte of the stream. No frame is lost, torn or duplicated.

use core::task::Poll;

use pool_codec::TlvHeader;
use pool_codec::compio::{FrameReader, FrameWriter};
use pool_dev::executor::once;

use crate::streams::{Drip, Sip};
use crate::{Market, in_use, messages, pool, stream, window};

type Reader = FrameReader<Drip, Market>;
type Call = fn(&mut Reader) -> Poll<Option<Market>>;

fn read(reader: &mut Reader) -> Poll<Option<Market>> {
    once(reader.read()).map(|frame| frame.unwrap().map(|frame| frame.decode().unwrap()))
}

fn read_message(reader: &mut Reader) -> Poll<Option<Market>> {
    once(reader.read_message::<Market>()).map(Result::unwrap)
}

fn read_held(reader: &mut Reader) -> Poll<Option<Market>> {
    once(reader.read_held::<Market>()).map(|held| held.unwrap().map(|held| held.into_owned()))
}

/// Reads everything in pieces of `piece` bytes, with the calls in turn.
fn check(piece: usize, calls: &[Call]) {
    let pool = pool();
    let messages = messages();
    let mut reader = Reader::new(Drip::new(stream(&messages), piece), &pool);
    let (mut found, mut cancelled) = (Vec::new(), 0);
    for call in calls.iter().cycle() {
        match call(&mut reader) {
            Poll::Ready(Some(message)) => found.push(message),
            Poll::Ready(None) => break,
            Poll::Pending => cancelled += 1,
        }
    }
    assert!(found == messages, "{} frames in pieces of {piece}", found.len());
    assert_eq!(in_use(&pool), 0, "a reader at the end of its stream holds no slot");
    let (drip, _) = reader.into_parts().map_err(|_| "a read is in flight").unwrap();
    assert_eq!(cancelled, drip.reads, "one for every read");
    if piece == 1 {
        assert_eq!(drip.reads, drip.bytes.len() + 1, "one for every byte, and one for the end");
    }
    assert!(drip.largest_room > window(), "a large payload is read straight into its slot");
}

#[test]
fn read_loses_nothing() {
    check(1, &[read]);
}

#[test]
fn read_message_loses_nothing() {
    check(1, &[read_message]);
}

#[test]
fn read_held_loses_nothing() {
    check(1, &[read_held]);
}

/// One call finishes a frame that another began.
#[test]
fn a_call_continues_where_another_was_cancelled() {
    check(1, &[read, read_message, read_held]);
}

#[test]
fn frames_come_in_any_pieces() {
    for piece in [2, 3, 5, 7, 16, 100, 4096, window() - 1, window(), 50_000, usize::MAX / 2] {
        check(piece, &[read, read_held, read_message]);
    }
}

/// The reader says that a read is in flight, and keeps its stream.
#[test]
fn a_read_in_flight_is_not_lost() {
    let pool = pool();
    let mut reader = Reader::new(Drip::new(stream(&messages()), 10), &pool);
    assert!(reader.get_ref().is_some() && in_use(&pool) == 0, "a reader allocates nothing yet");
    assert!(read(&mut reader).is_pending());
    assert_eq!(in_use(&pool), 1, "the read in flight owns the window");
    assert!(reader.get_ref().is_none() && reader.read_buffered().unwrap().is_none());
    assert_eq!(reader.missing(), 0, "no byte of a frame has arrived");
    let Err(mut reader) = reader.into_parts() else { panic!("the read would be lost") };
    assert!(read(&mut reader).is_pending(), "ten bytes are not a frame");
    assert_eq!((reader.offset(), reader.missing()), (0, 19 - 10));
    drop(reader);
    assert_eq!(in_use(&pool), 0);
}

#[test]
fn send_and_flush_write_each_frame_once() {
    let messages = messages();
    for (every, piece) in [(1, 1), (3, 1), (usize::MAX, 1), (1, 1000), (usize::MAX, usize::MAX)] {
        let pool = pool();
        let sip = Sip::new(piece);
        let mut writer = FrameWriter::<_, TlvHeader>::new(sip.clone(), &pool);
        let mut cancelled = 0;
        for (index, message) in messages.iter().enumerate() {
            while once(writer.send(message)).map(Result::unwrap).is_pending() {
                cancelled += 1;
            }
            while (index + 1) % every == 0 && once(writer.flush()).map(Result::unwrap).is_pending()
            {
                cancelled += 1;
            }
        }
        while once(writer.shutdown()).map(Result::unwrap).is_pending() {
            cancelled += 1;
        }
        assert_eq!((writer.unwritten(), in_use(&pool)), (0, 0));
        let sip = writer.into_inner().map_err(|_| "a write is in flight").unwrap();
        assert!(sip.shut_down && *sip.bytes.borrow() == stream(&messages), "flushed every {every}");
        assert!(cancelled > sip.writes, "one for every write, and the flushes");
        assert_eq!(pool.stats().discarded(), 0);
    }
}

/// If `send` is cancelled and not repeated, no part of the frame is in the stream.
#[test]
fn a_cancelled_send_sends_nothing() {
    let messages = messages();
    for polls in [1, 2, 7, 1000] {
        let pool = pool();
        let sip = Sip::new(100);
        let mut writer = FrameWriter::<_, TlvHeader>::new(sip.clone(), &pool);
        let mut accepted = Vec::new();
        for message in messages.iter().chain(&messages) {
            if (0..polls).any(|_| once(writer.send(message)).map(Result::unwrap).is_ready()) {
                accepted.push(message.clone());
            }
        }
        assert!(polls == 1000 || accepted.len() < 2 * messages.len(), "no call was cancelled");
        while once(writer.flush()).map(Result::unwrap).is_pending() {}
        assert!(*sip.bytes.borrow() == stream(&accepted), "{polls} polls");
    }
}
