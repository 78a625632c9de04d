//! Sealed frames: any split, any payload around the size of a block, the limits, and memory.

use pool_codec::error::{FrameError, SendError};
use pool_codec::sealed::{self, Blocks, SealedDecoder, SealedEncoder};
use pool_codec::{
    Bytes, Frame, FrameEncoder, FrameSet, Held, MemoryBill, Overflow, Pool, PoolConfig, RawFrame,
    SizeClass, Str, Sv2Header, UnknownFrames,
};
use proptest::prelude::*;

use crate::market::in_use;
use crate::toy_cipher::Toy;

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1, borrow)]
struct Tick {
    price: u64,
    venue: Str<20>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 2, borrow)]
struct Blob {
    #[frame(max_len = 131_100)]
    content: Vec<u8>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 3, borrow)]
struct Ping;

#[derive(Debug, Clone, PartialEq, FrameSet)]
#[frames(header = Sv2Header, borrow)]
enum Set {
    Tick(Tick),
    Blob(Blob),
    Ping(Ping),
}

/// The header and its MAC.
const HEADER: usize = 6 + Toy::MAC;

fn tick(price: u64) -> Set {
    Set::Tick(Tick { price, venue: "XNAS".parse().unwrap() })
}

/// A message whose payload has `len` bytes: three of them are the prefix.
fn blob(len: usize) -> Set {
    Set::Blob(Blob { content: (0..len - 3).map(|index| index as u8).collect() })
}

fn pool() -> Pool {
    Pool::new(&sealed::pool_config::<Set, Toy>(&Set::POOL_CONFIG))
}

/// The length of a payload of `len` bytes on the wire.
fn sealed_len(len: usize) -> usize {
    len + len.div_ceil(Toy::MAX_BLOCK) * Toy::MAC
}

type Decoder = SealedDecoder<Set, Toy>;
type Encoder<P = Set> = SealedEncoder<P, Toy>;

/// Sends everything, `step` bytes at a time.
fn drain<P: pool_codec::Outgoing>(encoder: &mut Encoder<P>, step: usize, out: &mut Vec<u8>) {
    while encoder.unsent_len() > 0 {
        let [first, second] = encoder.unsent();
        assert!(!first.is_empty());
        let bytes: Vec<u8> = first.iter().chain(second).copied().take(step).collect();
        out.extend(&bytes);
        encoder.sent(bytes.len());
    }
    assert_eq!(encoder.unsent(), [&[][..]; 2]);
}

/// The bytes of the messages on the wire.
fn stream(messages: &[Set]) -> Vec<u8> {
    let pool = pool();
    let mut encoder = Encoder::<Set>::new(&pool, Toy::new());
    let mut bytes = Vec::new();
    for message in messages {
        while !encoder.push(message).unwrap() {
            drain(&mut encoder, 4_000, &mut bytes);
        }
    }
    drain(&mut encoder, usize::MAX, &mut bytes);
    assert_eq!(in_use(&pool), 0);
    bytes
}

/// Adds `bytes` to the decoder, which has room for them after each step of `advance`.
fn feed(
    decoder: &mut Decoder,
    bytes: &[u8],
    mut found: impl FnMut(&mut Decoder),
) -> Result<(), FrameError> {
    let mut rest = bytes;
    loop {
        while decoder.advance()? {
            found(decoder);
        }
        if rest.is_empty() {
            return Ok(());
        }
        let window = decoder.window()?;
        let count = window.len().min(rest.len());
        assert!(count > 0);
        window[..count].copy_from_slice(&rest[..count]);
        decoder.commit(count);
        rest = &rest[count..];
    }
}

fn decode(bytes: &[&[u8]]) -> Vec<Set> {
    let pool = pool();
    let mut decoder = Decoder::new(&pool, Toy::new());
    let mut messages = Vec::new();
    for bytes in bytes {
        feed(&mut decoder, bytes, |decoder| {
            messages.push(decoder.current().unwrap().decode().unwrap());
        })
        .unwrap();
    }
    assert_eq!(decoder.missing(), 0);
    assert_eq!(decoder.offset(), bytes.iter().map(|bytes| bytes.len() as u64).sum::<u64>());
    decoder.release();
    assert_eq!(in_use(&pool), 0);
    messages
}

#[test]
fn payloads_around_the_size_of_a_block() {
    let block = Toy::MAX_BLOCK;
    for len in [
        3,
        100,
        8_000,
        16_340,
        16_362,
        16_363,
        20_000,
        block - 1,
        block,
        block + 1,
        2 * block,
        2 * block + 1,
    ] {
        let messages = [tick(1), blob(len), Set::Ping(Ping), tick(2)];
        let bytes = stream(&messages);
        let tick = HEADER + sealed_len(13);
        assert_eq!(bytes.len(), tick + HEADER + sealed_len(len) + HEADER + tick, "{len}");
        assert_eq!(decode(&[&bytes]), messages, "{len}");
    }
}

#[test]
fn a_stream_may_be_cut_at_every_byte() {
    let messages = [tick(1), Set::Ping(Ping), blob(40), tick(2)];
    let bytes = stream(&messages);
    for at in 0..=bytes.len() {
        assert_eq!(decode(&[&bytes[..at], &bytes[at..]]), messages, "cut at {at}");
    }
    let single: Vec<&[u8]> = bytes.chunks(1).collect();
    assert_eq!(decode(&single), messages);
}

/// Every byte on the wire is missed exactly until it arrives, and the offset is that of the frame.
#[test]
fn missing_counts_bytes_on_the_wire() {
    let pool = pool();
    let messages = [tick(1), Set::Ping(Ping), blob(17_000), blob(Toy::MAX_BLOCK + 9)];
    let frames = messages.each_ref().map(|message| match message {
        Set::Tick(_) => HEADER + sealed_len(13),
        Set::Ping(_) => HEADER,
        Set::Blob(blob) => HEADER + sealed_len(blob.content.len() + 3),
    });
    let bytes = stream(&messages);
    let mut decoder = Decoder::new(&pool, Toy::new());
    let (mut start, mut rest) = (0, &bytes[..]);
    for total in frames {
        for arrived in 0..total {
            let expected = match arrived {
                0 => 0,
                1..HEADER => HEADER - arrived,
                _ => total - arrived,
            };
            assert_eq!((decoder.missing(), decoder.offset()), (expected, start), "{arrived}");
            // The bytes of large payloads would take long, one at a time.
            let window = decoder.window().unwrap();
            window[0] = rest[0];
            decoder.commit(1);
            rest = &rest[1..];
            assert_eq!(decoder.advance().unwrap(), arrived + 1 == total, "{arrived}");
        }
        assert_eq!((decoder.missing(), decoder.offset()), (0, start));
        start += total as u64;
        decoder.release();
        assert_eq!((decoder.missing(), decoder.offset()), (0, start));
    }
    assert_eq!(in_use(&pool), 0);
}

/// A change of any byte is one error, in its own frame, and the stream is dead afterwards.
#[test]
fn a_change_of_any_byte_is_fatal() {
    let messages = [tick(1), Set::Ping(Ping), tick(2), blob(100), tick(3)];
    let bytes = stream(&messages);
    let tick = HEADER + sealed_len(13);
    let starts =
        [0, tick, tick + HEADER, 2 * tick + HEADER, 2 * tick + 2 * HEADER + sealed_len(100)];
    for at in 0..bytes.len() {
        let pool = pool();
        let mut changed = bytes.clone();
        changed[at] ^= 0x10;
        let mut decoder = Decoder::new(&pool, Toy::new());
        let mut whole = 0;
        let error = feed(&mut decoder, &changed, |_| whole += 1).unwrap_err();
        assert_eq!(whole, starts.iter().filter(|start| **start <= at).count() - 1, "{at}");
        let forged = FrameError::Forged { offset: starts[whole] as u64 };
        assert_eq!(error, forged, "{at}");
        assert!(error.is_fatal());
        assert_eq!(in_use(&pool), 0);
        for _ in 0..2 {
            assert_eq!(decoder.advance().unwrap_err(), forged);
            assert_eq!(decoder.window().unwrap_err(), forged);
        }
        assert_eq!(decoder.next_held::<Set>().unwrap_err(), forged);
        assert!(decoder.current().is_none());
        assert_eq!((decoder.missing(), decoder.offset()), (0, starts[whole] as u64));
        assert_eq!(in_use(&pool), 0);
    }
}

/// The same in each block of a payload in its own slot, and in the MACs between them.
#[test]
fn a_change_in_a_large_payload_is_fatal() {
    let block = Toy::MAX_BLOCK;
    let bytes = stream(&[blob(2 * block + 1), tick(1)]);
    for at in [
        0,
        6,
        HEADER,
        HEADER + block,
        HEADER + block + 16,
        HEADER + 2 * block + 16,
        HEADER + 2 * block + 33,
    ] {
        let pool = pool();
        let mut changed = bytes.clone();
        changed[at] ^= 1;
        let mut decoder = Decoder::new(&pool, Toy::new());
        let error = feed(&mut decoder, &changed, |_| panic!("a frame")).unwrap_err();
        assert_eq!(error, FrameError::Forged { offset: 0 }, "{at}");
        assert_eq!(in_use(&pool), 0);
    }
}

#[test]
fn a_lost_block_is_fatal() {
    let bytes = stream(&[tick(1), tick(2), tick(3)]);
    let tick = HEADER + sealed_len(13);
    let without = [&bytes[..tick], &bytes[2 * tick..]].concat();
    let pool = pool();
    let mut decoder = Decoder::new(&pool, Toy::new());
    let error = feed(&mut decoder, &without, |_| {}).unwrap_err();
    assert_eq!(error, FrameError::Forged { offset: tick as u64 });
}

/// A frame that the limits reject takes no memory but the window, and the frame behind it is read.
#[test]
fn the_limits_apply_to_the_opened_header() {
    let pool = pool();
    let mut encoder = Encoder::<Sv2Header>::new(&pool, Toy::new());
    let mut bytes = Vec::new();
    let frames =
        [(2, 131_104), (9, 70_000), (3, 1)].map(|(id, len)| RawFrame { id, payload: vec![7; len] });
    for frame in &frames {
        assert!(encoder.push(frame).unwrap());
        drain(&mut encoder, usize::MAX, &mut bytes);
    }
    assert!(encoder.push(&tick(5)).unwrap());
    drain(&mut encoder, usize::MAX, &mut bytes);

    let mut decoder = Decoder::new(&pool, Toy::new());
    let (mut rest, mut errors, mut ticks, mut most) = (&bytes[..], Vec::new(), Vec::new(), 0);
    loop {
        match decoder.next_frame() {
            Ok(Some(frame)) => ticks.push(frame.decode::<Set>().unwrap()),
            Ok(None) if rest.is_empty() => break,
            Ok(None) => {
                let window = decoder.window().unwrap();
                let count = window.len().min(rest.len()).min(1_000);
                window[..count].copy_from_slice(&rest[..count]);
                decoder.commit(count);
                rest = &rest[count..];
            }
            Err(error) => errors.push(error),
        }
        most = most.max(in_use(&pool));
    }
    let second = (HEADER + sealed_len(131_104)) as u64;
    let third = second + (HEADER + sealed_len(70_000)) as u64;
    assert_eq!(
        errors,
        [
            FrameError::TooLarge {
                id: 2,
                name: Some("Blob"),
                len: 131_104,
                max: 131_103,
                offset: 0
            },
            FrameError::UnknownId { id: 9, name: None, len: 70_000, offset: second },
            FrameError::TooLarge { id: 3, name: Some("Ping"), len: 1, max: 0, offset: third },
        ]
    );
    assert_eq!((ticks, most), (vec![tick(5)], 1));
    assert_eq!(decoder.offset(), bytes.len() as u64);

    let mut decoder = Decoder::new(&pool, Toy::new()).with_unknown_frames(UnknownFrames::Skip);
    let ids: Vec<u32> = [9, 9].to_vec();
    let mut encoder = Encoder::<Sv2Header>::new(&pool, Toy::new());
    let mut bytes = Vec::new();
    for id in ids {
        assert!(encoder.push(&RawFrame { id, payload: vec![0; 50] }).unwrap());
    }
    assert!(encoder.push(&tick(6)).unwrap());
    drain(&mut encoder, 7, &mut bytes);
    let mut prices = 0;
    feed(&mut decoder, &bytes, |_| prices += 1).unwrap();
    assert_eq!(prices, 1);
}

/// A held frame moves its slot, or is copied from the window, as in plain text.
#[test]
fn frames_are_held() {
    let messages = [tick(1), tick(2), blob(17_000), blob(66_000), blob(9_000), tick(3)];
    let bytes = stream(&messages);
    let pool = pool();
    let mut decoder = Decoder::new(&pool, Toy::new());
    let (mut rest, mut held) = (&bytes[..], Vec::<Held<Set>>::new());
    loop {
        if let Some(found) = decoder.next_held().unwrap() {
            held.push(found.unwrap());
            continue;
        }
        if rest.is_empty() {
            break;
        }
        let window = decoder.window().unwrap();
        let count = window.len().min(rest.len()).min(3_333);
        window[..count].copy_from_slice(&rest[..count]);
        decoder.commit(count);
        rest = &rest[count..];
    }
    drop(decoder);
    assert_eq!(in_use(&pool), messages.len());
    let owned: Vec<Set> = held.into_iter().map(Held::into_owned).collect();
    assert_eq!(owned, messages);
    assert_eq!(in_use(&pool), 0);
}

/// A call that fails for lack of a slot is repeated, and no block is opened or sealed twice.
#[test]
fn an_exhausted_pool_loses_nothing() {
    let config = sealed::pool_config::<Set, Toy>(&Set::POOL_CONFIG).with_overflow(Overflow::Fail);
    let large = SizeClass::for_len(128 << 10);
    let config = config.with_class(large, 1);
    let pool = Pool::new(&config);
    let message = blob(70_000);
    let bytes = stream(core::slice::from_ref(&message));

    let occupied = pool.acquire(large.bytes()).unwrap();
    let mut decoder = Decoder::new(&pool, Toy::new());
    let window = decoder.window().unwrap();
    window[..1_000].copy_from_slice(&bytes[..1_000]);
    decoder.commit(1_000);
    for _ in 0..3 {
        assert!(matches!(decoder.advance(), Err(FrameError::Acquire(_))));
        assert_eq!(decoder.needed_slot(), Some(sealed_len(70_000)));
        assert_eq!(decoder.missing(), bytes.len() - 1_000);
        assert_eq!(decoder.offset(), 0);
    }
    let mut encoder = Encoder::<Set>::new(&pool, Toy::new());
    for _ in 0..3 {
        assert!(matches!(encoder.push(&message), Err(SendError::Acquire(_))));
    }
    drop(occupied);
    let mut whole = 0;
    feed(&mut decoder, &bytes[1_000..], |decoder| {
        assert_eq!(decoder.current().unwrap().decode::<Set>().unwrap(), message);
        whole += 1;
    })
    .unwrap();
    assert_eq!(whole, 1);
    decoder.release();
    assert!(encoder.push(&message).unwrap());
    let mut sent = Vec::new();
    drain(&mut encoder, 1 << 20, &mut sent);
    assert_eq!(sent, bytes);
}

/// A large frame of one block leaves in one piece, with its MAC, and behind the batch in the same write.
#[test]
fn one_block_is_one_piece() {
    let pool = pool();
    let mut encoder = Encoder::<Set>::new(&pool, Toy::new());
    assert!(encoder.push(&tick(1)).unwrap());
    assert!(encoder.push(&blob(Toy::MAX_BLOCK)).unwrap());
    let [batch, large] = encoder.unsent();
    assert_eq!(batch.len(), HEADER + sealed_len(13));
    assert_eq!(large.len(), HEADER + sealed_len(Toy::MAX_BLOCK));
    assert_eq!(batch.len() + large.len(), encoder.unsent_len());
}

#[test]
fn a_spent_cipher_sends_what_it_has_sealed() {
    let pool = pool();
    for (limit, whole) in [(0, 0), (1, 0), (2, 1), (3, 1), (4, 2)] {
        let mut encoder = Encoder::<Set>::new(&pool, Toy { limit, ..Toy::new() });
        let mut sent = 0;
        for _ in 0..3 {
            match encoder.push(&tick(1)) {
                Ok(accepted) => sent += usize::from(accepted),
                Err(error) => assert!(matches!(error, SendError::Cipher(_))),
            }
        }
        assert_eq!((sent, encoder.unsent_len()), (whole, whole * (HEADER + sealed_len(13))));
        drop(encoder);
        let mut encoder = Encoder::<Set>::new(&pool, Toy { limit, ..Toy::new() });
        assert_eq!(encoder.push(&blob(70_000)).is_ok(), limit >= 3);
        drop(encoder);
        assert_eq!(in_use(&pool), 0);
    }
}

/// A message that cannot be encoded leaves no gap in the numbers of the blocks.
#[test]
fn a_refused_message_is_not_sealed() {
    struct Wrong;
    impl pool_codec::EncodeFrame for Wrong {
        type Message = Tick;
        fn frame_id(&self) -> u32 {
            1
        }
        fn payload_len(&self) -> usize {
            13
        }
        fn encode_payload(&self, _: &mut [u8]) -> Result<usize, pool_codec::EncodeError> {
            Ok(12)
        }
    }
    let pool = pool();
    let mut encoder = Encoder::<Set>::new(&pool, Toy::new());
    assert!(matches!(encoder.push(&Wrong), Err(SendError::Encode(_))));
    assert_eq!(in_use(&pool), 0);
    assert!(encoder.push(&tick(4)).unwrap());
    assert!(matches!(encoder.push(&Wrong), Err(SendError::Encode(_))));
    assert!(encoder.push(&tick(5)).unwrap());
    let mut bytes = Vec::new();
    drain(&mut encoder, 9, &mut bytes);
    assert_eq!(decode(&[&bytes]), [tick(4), tick(5)]);
}

/// A payload that fills its class in plain text needs the next class, which the config of the set may lack.
#[test]
fn a_pool_without_room_for_macs_is_refused() {
    #[derive(Debug, Clone, PartialEq, Frame)]
    #[frame(id = 1)]
    struct Full {
        content: Bytes<32_766>,
    }
    #[derive(Debug, Clone, PartialEq, FrameSet)]
    #[frames(header = Sv2Header)]
    enum FullSet {
        Full(Full),
    }
    let full = Full { content: vec![1; 32_766].try_into().unwrap() };
    let plain = Pool::new(&FullSet::POOL_CONFIG);
    assert!(FrameEncoder::<FullSet>::new(&plain).push(&full).unwrap());
    let mut decoder = SealedDecoder::<FullSet, Toy>::new(&plain, Toy::new());
    let Err(FrameError::Pool(mismatch)) = decoder.window() else { panic!("accepted") };
    assert_eq!((mismatch.longest, mismatch.sealed), (32_768 + 16, true));
    assert!(mismatch.to_string().contains("sealed::pool_config::<FullSet, _>"), "{mismatch}");
    let mut encoder = SealedEncoder::<FullSet, Toy>::new(&plain, Toy::new());
    assert!(matches!(encoder.push(&full), Err(SendError::Pool(_))));

    let config = sealed::pool_config::<FullSet, Toy>(&FullSet::POOL_CONFIG);
    let pool = Pool::new(&config);
    let mut encoder = SealedEncoder::<FullSet, Toy>::new(&pool, Toy::new());
    assert!(encoder.push(&full).unwrap());
    assert_eq!(sealed::pool_config::<FullSet, Toy>(&config), config);
}

/// A pool with large classes only: its window is longer than a block, but the decoder never reads two blocks into it.
#[test]
fn a_window_longer_than_a_block() {
    let pool = Pool::new(&PoolConfig::new().with_class(SizeClass::for_len(256 << 10), 4));
    let block = Toy::MAX_BLOCK;
    let messages = [tick(1), blob(2 * block + 1), blob(9_000), tick(2), blob(block), tick(3)];
    let mut encoder = Encoder::<Set>::new(&pool, Toy::new());
    let mut bytes = Vec::new();
    for message in &messages {
        while !encoder.push(message).unwrap() {
            drain(&mut encoder, usize::MAX, &mut bytes);
        }
    }
    drain(&mut encoder, usize::MAX, &mut bytes);
    assert_eq!(bytes, stream(&messages));
    let mut decoder = Decoder::new(&pool, Toy::new());
    let mut read: Vec<Set> = Vec::new();
    feed(&mut decoder, &bytes, |decoder| read.push(decoder.current().unwrap().decode().unwrap()))
        .unwrap();
    assert_eq!(read, messages);
}

/// The bill is what a connection takes at most: a window and a large frame in each direction, with their MACs.
#[test]
fn the_bill_counts_sealed_connections() {
    const CONFIG: PoolConfig = sealed::pool_config::<Set, Toy>(&Set::POOL_CONFIG);
    const BILL: MemoryBill = MemoryBill::sealed::<Set, Set, Toy, Toy>(&CONFIG, 1);
    const PLAIN: MemoryBill = MemoryBill::new::<Set>(&CONFIG, 1);
    assert_eq!(BILL.buffers() - PLAIN.buffers(), 2 * (sealed_len(131_103) - 131_103));
    assert!(BILL.beyond_pool() > PLAIN.beyond_pool());

    let pool = Pool::new(&CONFIG);
    let mut encoder = Encoder::<Set>::new(&pool, Toy::new());
    assert!(encoder.push(&tick(1)).unwrap());
    assert!(encoder.push(&blob(131_103)).unwrap());
    let mut decoder = Decoder::new(&pool, Toy::new());
    let bytes = stream(&[blob(131_103)]);
    feed(&mut decoder, &bytes[..bytes.len() - 1], |_| panic!("a frame")).unwrap();
    for class in pool.stats().classes() {
        assert!(class.in_use <= BILL.slots(class.class), "{class:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// The same frames come, however the stream is split into reads and writes.
    #[test]
    fn any_split_gives_the_same_frames(
        lens in prop::collection::vec(
            prop_oneof![4 => 3..200_usize, 2 => 16_000..17_000_usize, 1 => 65_500..65_600_usize], 0..9),
        sizes in prop::collection::vec(prop_oneof![1..60_usize, 60..9_000_usize, Just(100_000)], 1..40),
        held in any::<bool>(),
    ) {
        let messages: Vec<Set> = lens.iter().map(|len| blob(*len)).collect();
        let pool = pool();
        let mut encoder = Encoder::<Set>::new(&pool, Toy::new());
        let mut bytes = Vec::new();
        for (message, size) in messages.iter().zip(sizes.iter().cycle()) {
            while !encoder.push(message).unwrap() {
                drain(&mut encoder, *size, &mut bytes);
            }
        }
        drain(&mut encoder, usize::MAX, &mut bytes);
        let mut decoder = Decoder::new(&pool, Toy::new());
        let (mut rest, mut read) = (&bytes[..], Vec::new());
        for size in sizes.iter().cycle() {
            loop {
                if held {
                    match decoder.next_held::<Set>().unwrap() {
                        Some(found) => read.push(found.unwrap().into_owned()),
                        None => break,
                    }
                } else {
                    let Some(frame) = decoder.next_frame().unwrap() else { break };
                    prop_assert_eq!(frame.as_bytes().len(), frame.payload().len() + 6);
                    read.push(frame.decode::<Set>().unwrap());
                }
            }
            if rest.is_empty() {
                break;
            }
            let window = decoder.window().unwrap();
            let count = window.len().min(rest.len()).min(*size);
            window[..count].copy_from_slice(&rest[..count]);
            decoder.commit(count);
            rest = &rest[count..];
        }
        prop_assert_eq!(read, messages);
        prop_assert_eq!(decoder.missing(), 0);
        drop(decoder);
        prop_assert_eq!(in_use(&pool), 0);
    }

    #[test]
    fn garbage_is_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let pool = pool();
        let mut decoder = Decoder::new(&pool, Toy::new());
        let result = feed(&mut decoder, &bytes, |_| panic!("a frame"));
        prop_assert_eq!(result.is_err(), bytes.len() >= HEADER);
    }
}
