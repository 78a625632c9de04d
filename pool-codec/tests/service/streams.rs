//! The messages that a service reads and writes.

use pool_codec::error::FrameError;
use pool_codec::service::{Service, ServiceConfig, ServiceError};
use pool_codec::{
    Frame as _, FrameSet, FrameWriter, MemoryBill, MessageInfo, Overflow, Pool, RawFrame,
    ReadError, SizeClass, TlvHeader, UnknownFrames,
};

use crate::market::{Market, PoolStateUpdate, Quote, SwapEvent};

/// A set that keeps unknown frames.
#[derive(Debug, Clone, PartialEq, FrameSet)]
#[frames(header = TlvHeader)]
enum Open {
    SwapEvent(SwapEvent),
    Quote(Quote),
    #[frame(other)]
    Unknown(RawFrame),
}

fn service<S: FrameSet>(lines: &str) -> Service<S> {
    let text = format!("[service.a]\n{lines}");
    Service::new(&ServiceConfig::from_toml(&text, "a").unwrap()).unwrap()
}

/// Returns a swap, a quote and a swap.
fn stream() -> Vec<u8> {
    let pool = Pool::new(&Market::POOL_CONFIG);
    let mut writer = FrameWriter::<_, TlvHeader>::new(Vec::new(), &pool);
    writer.send(&SwapEvent { amount: 1 }).unwrap();
    writer.send(&Quote { levels: [7; 50] }).unwrap();
    writer.send(&SwapEvent { amount: 2 }).unwrap();
    writer.flush().unwrap();
    writer.get_ref().clone()
}

#[test]
fn undeclared_messages_are_unknown() {
    let service = service::<Market>("messages = ['SwapEvent']");
    let bytes = stream();
    let mut reader = service.reader(&bytes[..]);
    assert_eq!(reader.read_message().unwrap(), Some(SwapEvent { amount: 1 }));
    let error = reader.read().unwrap_err();
    let ReadError::Frame(error) = error else { panic!("{error:?}") };
    assert_eq!(
        error,
        FrameError::UnknownId { id: Quote::ID, name: Some("Quote"), len: 200, offset: 14 }
    );
    assert_eq!(reader.read_message().unwrap(), Some(SwapEvent { amount: 2 }));
    assert!(reader.read().unwrap().is_none());
}

#[test]
fn undeclared_messages_can_be_skipped() {
    let service = service::<Market>("messages = ['SwapEvent']");
    let bytes = stream();
    let mut reader = service.reader(&bytes[..]).with_unknown_frames(UnknownFrames::Skip);
    let mut amounts = Vec::new();
    while let Some(swap) = reader.read_message::<SwapEvent>().unwrap() {
        amounts.push(swap.amount);
    }
    assert_eq!(amounts, [1, 2]);
}

#[test]
fn the_order_of_declaration_does_not_matter() {
    for names in ["['SwapEvent', 'Quote']", "['Quote', 'SwapEvent']"] {
        let service = service::<Market>(&format!("messages = {names}"));
        let mut decoder = service.decoder();
        let (mut rest, mut ids) = (&stream()[..], Vec::new());
        loop {
            while let Some(frame) = decoder.next_frame().unwrap() {
                ids.push(frame.id());
            }
            if rest.is_empty() {
                break;
            }
            let window = decoder.window().unwrap();
            let count = rest.len().min(window.len());
            window[..count].copy_from_slice(&rest[..count]);
            decoder.commit(count);
            rest = &rest[count..];
        }
        assert_eq!(ids, [SwapEvent::ID, Quote::ID, SwapEvent::ID]);
    }
}

#[test]
fn a_disabled_pool_keeps_the_limits_of_messages() {
    let service = service::<Market>("messages = ['PoolStateUpdate']\nbuffer_pool_enabled = false");
    let update = PoolStateUpdate { pool: 3, state: vec![9; 10_000].try_into().unwrap() };
    let mut writer = service.writer(Vec::new());
    writer.send(&update).unwrap();
    writer.flush().unwrap();
    // A frame that is one byte longer than its message allows, and a correct one.
    let mut long = FrameWriter::<_, TlvHeader>::new(Vec::new(), service.pool());
    long.send(&RawFrame { id: PoolStateUpdate::ID, payload: vec![0; 10_005] }).unwrap();
    long.flush().unwrap();
    let bytes = [&long.get_ref()[..], &writer.get_ref()[..]].concat();
    let mut reader = service.reader(&bytes[..]);
    let error = reader.read().unwrap_err();
    let ReadError::Frame(FrameError::TooLarge { len, max, .. }) = error else {
        panic!("{error:?}")
    };
    assert_eq!((len, max), (10_005, 10_004));
    assert_eq!(reader.read_message().unwrap(), Some(update));
    assert_eq!(service.pool().stats().classes().count(), 0);
}

#[test]
fn a_lowered_capacity_is_a_limit() {
    let service =
        service::<Market>("messages = ['SwapEvent']\noverflow = 'fail'\ncapacity.SwapEvent = 2");
    assert_eq!(service.pool_config().overflow(), Overflow::Fail);
    let bytes = stream();
    let mut reader = service.reader(&bytes[..]).with_unknown_frames(UnknownFrames::Skip);
    let class = SizeClass::for_len(8);
    assert_eq!(service.pool_config().capacity(class), 2);
    let first = reader.read().unwrap().unwrap().hold::<SwapEvent>().unwrap();
    let second = reader.read().unwrap().unwrap().hold::<SwapEvent>().unwrap();
    assert_eq!((first.get().amount, second.get().amount), (1, 2));
    assert!(service.pool().acquire(8).is_err());
    drop(first);
    assert!(service.pool().acquire(8).is_ok());
}

/// A set with a variant for unknown frames also has messages that a service may not declare.
#[test]
fn undeclared_messages_are_not_kept_as_unknown() {
    let service = service::<Open>("messages = ['SwapEvent']\noverflow = 'fail'");
    let mut writer = FrameWriter::<_, TlvHeader>::new(stream(), &Pool::new(&Market::POOL_CONFIG));
    for len in [8, 9] {
        writer.send(&RawFrame { id: 99, payload: vec![5; len] }).unwrap();
    }
    writer.flush().unwrap();
    let mut reader = service.reader(&writer.get_ref()[..]);
    let read: Vec<_> =
        reader.messages::<Open>().map(|read| read.map_err(|error| error.to_string())).collect();
    assert_eq!(
        read,
        [
            Ok(Open::SwapEvent(SwapEvent { amount: 1 })),
            Err("`Quote`, id 0x3, is not declared here (200 bytes of payload, at stream byte 14)"
                .to_owned()),
            Ok(Open::SwapEvent(SwapEvent { amount: 2 })),
            Ok(Open::Unknown(RawFrame { id: 99, payload: vec![5; 8] })),
            Err("id 0x63: the payload of 9 bytes exceeds the maximum of 8 (at stream byte 248)"
                .to_owned()),
        ]
    );
}

#[test]
fn undeclared_messages_are_not_sent() {
    let service = service::<Market>("messages = ['SwapEvent']");
    let mut writer = service.writer(Vec::new());
    let error = writer.send(&Quote { levels: [7; 50] }).unwrap_err();
    assert_eq!(error.to_string(), "`Quote` is not declared to be sent by service `a`");
    writer.send(&SwapEvent { amount: 1 }).unwrap();
    writer.flush().unwrap();
    assert_eq!(writer.get_ref().len(), 14);
}

#[test]
fn the_bill_of_a_service_covers_its_declared_messages() {
    let small = service::<Market>("messages = ['SwapEvent']\noverflow = 'fail'");
    let bill = small.memory_bill(100);
    assert_eq!(bill.buffers(), 2 * 8192);
    assert!(bill.total() < small.pool_config().footprint() + (200 << 10), "{bill}");
    let config = small.pool_config().with_jumbo_overflow(Overflow::Heap);
    let all = MemoryBill::new::<Market>(&config, 100);
    assert!(all.total() > 100 * (2 << 20), "{all}");
}

/// The messages that are sent to the readers of `Market`.
#[derive(Debug, Clone, PartialEq, FrameSet)]
#[frames(header = TlvHeader)]
enum Quotes {
    Quote(Quote),
}

#[test]
fn a_service_of_two_sets_shares_one_pool() {
    let divided = |lines: &str| {
        let text = format!("[service.a]\n{lines}");
        Service::<Market>::divided::<Quotes>(&ServiceConfig::from_toml(&text, "a").unwrap())
    };
    // A message of both sets belongs to both.
    let (market, quotes) = divided("messages = ['SwapEvent', 'Quote']").unwrap();
    let names = |messages: &[MessageInfo]| -> Vec<_> { messages.iter().map(|m| m.name).collect() };
    assert_eq!(names(market.messages()), ["SwapEvent", "Quote"]);
    assert_eq!(names(quotes.messages()), ["Quote"]);
    let held = quotes.pool().acquire(10).unwrap();
    let in_use: usize = market.pool().stats().classes().map(|class| class.in_use).sum();
    assert_eq!(in_use, 1);
    drop(held);
    let mut writer = quotes.writer(Vec::new());
    writer.send(&Quote { levels: [7; 50] }).unwrap();
    writer.flush().unwrap();
    let mut reader = market.reader(&writer.get_ref()[..]);
    assert_eq!(reader.read_message().unwrap(), Some(Quote { levels: [7; 50] }));
    // A message of neither is unknown, and one that is not declared is not sent.
    let error = divided("messages = ['SwapEvent', 'Other']").unwrap_err();
    assert!(matches!(error, ServiceError::UnknownMessage { set: "Quotes", .. }), "{error:?}");
    let (_, quotes) = divided("messages = ['SwapEvent']").unwrap();
    assert!(quotes.writer(Vec::new()).send(&Quote { levels: [7; 50] }).is_err());
}
