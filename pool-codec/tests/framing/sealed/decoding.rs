//! Frames that arrive: any split, any payload around the size of a block, and the limits.

use pool_codec::error::FrameError;
use pool_codec::sealed::Blocks;
use pool_codec::{Held, PoolConfig, RawFrame, SizeClass, Sv2Header, UnknownFrames};
use proptest::prelude::*;

use super::*;

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
}
