//! Frames that a program sends by mistake, against the memory bill.

use pool_codec::prelude::*;
use pool_codec::{
    FrameWriter, MemoryBill, Overflow, Pool, RawFrame, Str, TlvHeader, WriteError, error::SendError,
};
use pool_dev::allocator::PerThread;

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 7)]
struct Hello {
    name: Str<40>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 8)]
struct Text {
    #[frame(max_len = 100)]
    text: String,
}

#[derive(Debug, FrameSet)]
#[frames(header = TlvHeader)]
enum Set {
    Hello(Hello),
    Text(Text),
    #[frame(other)]
    Other(RawFrame),
}

/// A value that cannot be encoded takes no memory for its encoding.
#[test]
fn a_text_that_exceeds_its_bound_takes_no_buffer() {
    let pool = Pool::new(&Set::POOL_CONFIG);
    let text = Text { text: "x".repeat(16 << 20) };
    let mut writer = FrameWriter::<_, Set>::new(std::io::sink(), &pool);
    let (peak, sent) = PerThread::peak_of(|| writer.send(&text));
    assert!(sent.is_err());
    let bill = MemoryBill::of::<Set>(1).total();
    assert!(peak <= bill, "{peak} bytes, and the bill is {bill}");
}

/// The error is about the text, and not about the pool.
#[test]
fn a_text_that_exceeds_its_bound_is_reported_as_that() {
    let pool = Pool::new(&Set::POOL_CONFIG.with_overflow(Overflow::Fail));
    let text = Text { text: "x".repeat(16 << 20) };
    let mut writer = FrameWriter::<_, Set>::new(std::io::sink(), &pool);
    let error = writer.send(&text).unwrap_err();
    assert!(matches!(error, WriteError::Send(SendError::Encode(_))), "{error}");
}

/// A frame of unknown id is limited to the longest payload of the set when it is read. It should be when it is sent.
#[test]
fn a_raw_frame_that_no_peer_accepts_takes_no_memory() {
    let pool = Pool::new(&Set::POOL_CONFIG);
    let raw = RawFrame { id: 99, payload: vec![1; 8 << 20] };
    let mut writer = FrameWriter::<_, Set>::new(std::io::sink(), &pool);
    let (peak, sent) = PerThread::peak_of(|| writer.send(&raw).is_ok());
    let bill = MemoryBill::of::<Set>(1).total();
    assert!(
        peak <= bill,
        "{peak} bytes, and the bill is {bill}; max {}, sent {sent}",
        Set::MAX_SIZE
    );
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 9)]
struct Blob {
    content: pool_codec::Bytes<4_000_000>,
}

/// "The length of the longest payload that the set accepts, in bytes: a limit for all of its messages."
#[derive(Debug, FrameSet)]
#[frames(header = TlvHeader, max_payload = 1000)]
enum Capped {
    Blob(Blob),
}

/// A valid message that is longer than the set's `max_payload` is sent, and its buffer is not on the bill.
#[test]
fn a_message_that_exceeds_the_longest_payload_of_its_set() {
    let pool = Pool::new(&Capped::POOL_CONFIG);
    let blob = Blob { content: vec![7; 3_000_000].try_into().unwrap() };
    let mut writer = FrameWriter::<_, Capped>::new(std::io::sink(), &pool);
    let (peak, sent) = PerThread::peak_of(|| writer.send(&blob).is_ok());
    let bill = MemoryBill::of::<Capped>(1).total();
    assert!(peak <= bill, "{peak} bytes, and the bill is {bill}; sent {sent}");
}
