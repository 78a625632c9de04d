//! Polls every future once and drops it, at every byte of the stream. No frame is lost, torn or duplicated.

use core::task::Poll;

use futures::StreamExt;
use pool_codec::TlvHeader;
use pool_codec::tokio::{FrameReader, FrameWriter};

use crate::{Drip, Market, Sip, in_use, messages, once, pool, stream};

/// Returns the messages of a reader, and the number of cancelled calls.
fn check(read: &[Market], cancelled: usize) {
    let messages = messages();
    assert!(read == messages, "{} frames", read.len());
    assert_eq!(cancelled, stream(&messages).len() + 1, "one for every byte, and one for the end");
}

#[test]
fn read_loses_nothing() {
    let pool = pool();
    let mut reader = FrameReader::<_, Market>::new(Drip::new(stream(&messages())), &pool);
    let (mut read, mut cancelled) = (Vec::new(), 0);
    loop {
        match once(reader.read()) {
            Poll::Ready(frame) => match frame.unwrap() {
                Some(frame) => read.push(frame.decode::<Market>().unwrap()),
                None => break,
            },
            Poll::Pending => cancelled += 1,
        }
    }
    check(&read, cancelled);
}

#[test]
fn read_message_loses_nothing() {
    let pool = pool();
    let mut reader = FrameReader::<_, Market>::new(Drip::new(stream(&messages())), &pool);
    let (mut read, mut cancelled) = (Vec::new(), 0);
    loop {
        match once(reader.read_message::<Market>()) {
            Poll::Ready(message) => match message.unwrap() {
                Some(message) => read.push(message),
                None => break,
            },
            Poll::Pending => cancelled += 1,
        }
    }
    check(&read, cancelled);
}

#[test]
fn read_held_loses_nothing() {
    let pool = pool();
    let mut reader = FrameReader::<_, Market>::new(Drip::new(stream(&messages())), &pool);
    let (mut held, mut cancelled) = (Vec::new(), 0);
    loop {
        match once(reader.read_held::<Market>()) {
            Poll::Ready(message) => match message.unwrap() {
                Some(message) => held.push(message),
                None => break,
            },
            Poll::Pending => cancelled += 1,
        }
    }
    drop(reader);
    let read: Vec<_> = held.into_iter().map(|held| held.into_owned()).collect();
    check(&read, cancelled);
}

#[test]
fn next_of_the_stream_loses_nothing() {
    let pool = pool();
    let reader = FrameReader::<_, Market>::new(Drip::new(stream(&messages())), &pool);
    let mut frames = reader.into_held_frames::<Market>();
    let (mut read, mut cancelled) = (Vec::new(), 0);
    loop {
        match once(frames.next()) {
            Poll::Ready(Some(message)) => read.push(message.unwrap().into_owned()),
            Poll::Ready(None) => break,
            Poll::Pending => cancelled += 1,
        }
    }
    check(&read, cancelled);
}

/// The calls take turns, so one call finishes a frame that another began.
#[test]
fn a_call_continues_where_another_was_cancelled() {
    let pool = pool();
    let mut reader = FrameReader::<_, Market>::new(Drip::new(stream(&messages())), &pool);
    let (mut read, mut cancelled) = (Vec::new(), 0);
    for turn in 0.. {
        let polled = match turn % 3 {
            0 => once(reader.read())
                .map(|frame| frame.unwrap().map(|frame| frame.decode::<Market>().unwrap())),
            1 => once(reader.read_message::<Market>()).map(Result::unwrap),
            _ => once(reader.read_held::<Market>())
                .map(|held| held.unwrap().map(|held| held.into_owned())),
        };
        match polled {
            Poll::Ready(Some(message)) => read.push(message),
            Poll::Ready(None) => break,
            Poll::Pending => cancelled += 1,
        }
    }
    check(&read, cancelled);
    drop(reader);
    assert_eq!(in_use(&pool), 0);
}

#[test]
fn send_and_flush_write_each_frame_once() {
    let pool = pool();
    let messages = messages();
    // Flushes after every group of frames.
    for every in [1, 3, usize::MAX] {
        let mut writer = FrameWriter::<_, TlvHeader>::new(Sip::default(), &pool);
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
        let expected = stream(&messages);
        assert!(cancelled > expected.len(), "one for every byte, and the flushes");
        assert!(writer.get_ref().bytes == expected, "flushed every {every}");
        assert_eq!((writer.unwritten(), in_use(&pool)), (0, 0));
    }
}

/// If `send` is cancelled and not repeated, no part of the frame is in the stream.
#[test]
fn a_cancelled_send_sends_nothing() {
    let pool = pool();
    let messages = messages();
    for polls in [1, 2, 7, 1000] {
        let mut writer = FrameWriter::<_, TlvHeader>::new(Sip::default(), &pool);
        let mut accepted = Vec::new();
        for message in messages.iter().chain(&messages) {
            if (0..polls).any(|_| once(writer.send(message)).map(Result::unwrap).is_ready()) {
                accepted.push(message.clone());
            }
        }
        assert!(accepted.len() < 2 * messages.len(), "no call was cancelled");
        while once(writer.flush()).map(Result::unwrap).is_pending() {}
        assert!(writer.get_ref().bytes == stream(&accepted), "{polls} polls");
    }
}
