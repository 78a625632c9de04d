//! Streams behind derived headers: in any pieces, with wrong bytes, and with lengths that are not true.

use pool_codec::error::FrameError;
use pool_codec::{
    Carries, EncodeFrame, FrameDecoder, FrameReader, FrameSet, FrameWriter, Header, Overflow, Pool,
    ReadError, read_frame_pooled,
};
use proptest::prelude::*;

use super::shapes::{
    CheckedSet, DelimitedSet, KafkaSet, MqttSet, Overlong, OverlongSet, Sample, WebSocketSet,
    WholeSet, frame, raw,
};

fn in_use(pool: &Pool) -> usize {
    pool.stats().classes().map(|class| class.in_use).sum()
}

/// Decodes a stream that arrives in pieces of `piece` bytes, until it ends or an error is fatal.
fn decoded<S: Sample>(
    pool: &Pool,
    bytes: &[u8],
    piece: usize,
) -> (Vec<Result<S, FrameError>>, usize, u64) {
    let mut decoder = FrameDecoder::<S>::new(pool);
    let (mut rest, mut frames) = (bytes, Vec::new());
    loop {
        match decoder.next_frame() {
            Ok(Some(frame)) => {
                assert_eq!(frame.as_bytes().len(), {
                    let header = frame.as_bytes().len() - frame.payload().len();
                    header + frame.header().payload_len()
                });
                if let Ok(message) = frame.decode::<S>() {
                    frames.push(Ok(message));
                }
            }
            Ok(None) if rest.is_empty() => {
                return (frames, decoder.missing(), decoder.offset());
            }
            Ok(None) => {
                let window = decoder.window().unwrap();
                let count = window.len().min(piece).min(rest.len());
                assert!(count > 0);
                window[..count].copy_from_slice(&rest[..count]);
                decoder.commit(count);
                rest = &rest[count..];
            }
            Err(error) => {
                let fatal = error.is_fatal();
                frames.push(Err(error));
                if fatal {
                    return (frames, 0, decoder.offset());
                }
            }
        }
    }
}

/// All ways of reading agree about frames that are right.
fn agree<S: Sample + Carries<<S as EncodeFrame>::Message>>(seeds: &[usize], piece: usize) {
    let pool = Pool::new(&S::POOL_CONFIG);
    let messages: Vec<S> = seeds.iter().map(|seed| S::sample(*seed)).collect();
    let bytes: Vec<u8> = messages.iter().flat_map(frame).collect();

    let (frames, missing, offset) = decoded::<S>(&pool, &bytes, piece);
    assert!(frames.into_iter().map(Result::unwrap).eq(messages.iter().cloned()));
    assert_eq!((missing, offset), (0, bytes.len() as u64));

    let mut reader = FrameReader::<_, S>::new(&bytes[..], &pool);
    let mut writer = FrameWriter::<_, S>::new(Vec::new(), &pool);
    let mut proxy = FrameWriter::<_, S::Header>::new(Vec::new(), &pool);
    for message in &messages {
        let frame = reader.read().unwrap().unwrap();
        assert_eq!(frame.payload().len(), frame.header().payload_len());
        let pooled = frame.into_pooled().unwrap();
        assert!(pooled.decode::<S>().unwrap() == *message);
        writer.send(message).unwrap();
        proxy.send(&pooled).unwrap();
        drop(pooled);
        proxy.flush().unwrap();
        writer.flush().unwrap();
    }
    assert!(reader.read().unwrap().is_none());
    assert!(*writer.get_ref() == bytes && *proxy.get_ref() == bytes);
    let mut raws = FrameWriter::<_, S::Header>::new(Vec::new(), &pool);
    messages.iter().for_each(|message| {
        raws.send(&raw(message)).unwrap();
        raws.flush().unwrap();
    });
    assert!(*raws.get_ref() == bytes);

    let mut stream = &bytes[..];
    for message in &messages {
        let frame = read_frame_pooled::<S>(&mut stream, &pool).unwrap().unwrap();
        assert!(frame.decode::<S>().unwrap() == *message);
    }
    assert!(stream.is_empty());

    // A stream that ends inside a frame says so.
    if let Some(end) = bytes.len().checked_sub(1) {
        let (_, missing, _) = decoded::<S>(&pool, &bytes[..end], piece);
        let last = frame(messages.last().unwrap()).len();
        assert!(missing >= 1 || last == 1, "{missing}");
    }
    drop((reader, writer, proxy));
    assert_eq!(in_use(&pool), 0);
}

/// Whatever arrives, nothing panics, no slot is lost, and all ways of reading agree.
fn any_bytes<S: Sample>(bytes: &[u8], piece: usize) {
    let pool = Pool::new(&S::POOL_CONFIG.with_overflow(Overflow::Fail));
    let (frames, ..) = decoded::<S>(&pool, bytes, piece);
    let (whole, ..) = decoded::<S>(&pool, bytes, usize::MAX);
    assert!(frames.len() == whole.len());
    for (left, right) in frames.iter().zip(&whole) {
        match (left, right) {
            (Ok(left), Ok(right)) => assert!(left == right),
            (left, right) => assert_eq!(left.as_ref().err(), right.as_ref().err()),
        }
    }
    let mut reader = FrameReader::<_, S>::new(bytes, &pool);
    let mut read = Vec::new();
    loop {
        match reader.read() {
            Ok(None) | Err(ReadError::UnexpectedEof { .. }) => break,
            Ok(Some(frame)) => {
                if let Ok(message) = frame.decode::<S>() {
                    read.push(Ok(message));
                }
            }
            Err(ReadError::Frame(error)) => {
                let fatal = error.is_fatal();
                read.push(Err(error));
                if fatal {
                    break;
                }
            }
            Err(error) => panic!("{error}"),
        }
    }
    assert!(read.len() == whole.len());
    #[cfg(feature = "tokio")]
    assert!(coded::<S>(bytes, piece) == read);
    let mut stream = bytes;
    while let Ok(Some(_)) = read_frame_pooled::<S>(&mut stream, &pool) {}
    drop(reader);
    assert_eq!(in_use(&pool), 0);
}

/// The same frames and errors from the codec of tokio-util.
#[cfg(feature = "tokio")]
fn coded<S: Sample>(bytes: &[u8], piece: usize) -> Vec<Result<S, FrameError>> {
    use tokio_util::codec::Decoder as _;

    let mut codec = pool_codec::tokio::FrameCodec::<S>::new();
    let (mut buffer, mut read) = (bytes::BytesMut::new(), Vec::new());
    let mut pieces = bytes.chunks(piece);
    loop {
        match codec.decode(&mut buffer) {
            Ok(Some(message)) => read.push(Ok(message)),
            Err(ReadError::Decode { .. }) => {}
            Err(ReadError::Frame(error)) => {
                let fatal = error.is_fatal();
                read.push(Err(error));
                if fatal {
                    return read;
                }
            }
            Err(error) => panic!("{error}"),
            Ok(None) => match pieces.next() {
                Some(piece) => buffer.extend_from_slice(piece),
                None => return read,
            },
        }
    }
}

/// Frames with a few bytes changed, and any bytes.
fn attack<S: Sample>(seeds: &[usize], changes: &[(usize, u8)], noise: &[u8], piece: usize) {
    let mut bytes: Vec<u8> = seeds.iter().flat_map(|seed| frame(&S::sample(*seed))).collect();
    for (at, byte) in changes {
        let len = bytes.len().max(1);
        if let Some(place) = bytes.get_mut(at % len) {
            *place ^= byte;
        }
    }
    any_bytes::<S>(&bytes, piece);
    any_bytes::<S>(noise, piece);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn all_ways_of_reading_agree(
        seeds in prop::collection::vec(0_usize..60_000, 0..8),
        piece in prop_oneof![1_usize..9, 1_usize..20_000],
    ) {
        agree::<KafkaSet>(&seeds, piece);
        agree::<WholeSet>(&seeds, piece);
        agree::<MqttSet>(&seeds, piece);
        agree::<WebSocketSet>(&seeds, piece);
        agree::<CheckedSet>(&seeds, piece);
        agree::<DelimitedSet>(&seeds, piece);
        agree::<OverlongSet>(&seeds, piece);
    }

    #[test]
    fn no_bytes_panic_or_keep_a_slot(
        seeds in prop::collection::vec(0_usize..60_000, 0..5),
        changes in prop::collection::vec((any::<usize>(), any::<u8>()), 0..4),
        noise in prop::collection::vec(prop_oneof![any::<u8>(), 0_u8..3], 0..200),
        piece in 1_usize..3000,
    ) {
        attack::<KafkaSet>(&seeds, &changes, &noise, piece);
        attack::<WholeSet>(&seeds, &changes, &noise, piece);
        attack::<MqttSet>(&seeds, &changes, &noise, piece);
        attack::<WebSocketSet>(&seeds, &changes, &noise, piece);
        attack::<CheckedSet>(&seeds, &changes, &noise, piece);
        attack::<DelimitedSet>(&seeds, &changes, &noise, piece);
        attack::<OverlongSet>(&seeds, &changes, &noise, piece);
    }
}

#[test]
fn a_wrong_checksum_costs_one_frame() {
    for len in [5, 200, 30_000] {
        let pool = Pool::new(&CheckedSet::POOL_CONFIG);
        let seeds = [len * 5 + 4, 5, 10];
        let messages: Vec<_> = seeds.iter().map(|seed| CheckedSet::sample(*seed)).collect();
        let mut bytes: Vec<u8> = messages.iter().flat_map(frame).collect();
        let first = frame(&messages[0]).len();
        bytes[first - 1] ^= 1;
        for piece in [1, 7, 1000, usize::MAX] {
            let (frames, missing, offset) = decoded::<CheckedSet>(&pool, &bytes, piece);
            let Err(FrameError::Corrupt { id, name, offset: at, .. }) = &frames[0] else {
                panic!("{:?}", frames[0]);
            };
            assert_eq!((*id, *name, *at), (2, Some("Large"), 0));
            let rest: Vec<_> = frames[1..].iter().cloned().map(Result::unwrap).collect();
            assert!(rest == messages[1..]);
            assert_eq!((missing, offset), (0, bytes.len() as u64));
        }
        let error = read_frame_pooled::<CheckedSet>(&mut &bytes[..], &pool).unwrap_err();
        assert_eq!(
            error.to_string(),
            "`Large`: the checksum in `checksum` is not that of the payload (at stream byte 0)"
        );
        assert_eq!(in_use(&pool), 0);
    }
}

#[test]
fn a_frame_is_complete_without_the_longest_header() {
    // One byte of header, none of payload: nothing more is needed.
    let pool = Pool::new(&DelimitedSet::POOL_CONFIG);
    let (frames, missing, offset) = decoded::<DelimitedSet>(&pool, &[2, 0, 0], 1);
    assert_eq!((frames.len(), missing, offset), (1, 0, 3));
    // The header is not complete: at least one byte is missing.
    let (frames, missing, _) = decoded::<DelimitedSet>(&pool, &[0x80], 1);
    assert_eq!((frames.len(), missing), (0, 1));
}

#[test]
fn a_length_takes_no_memory_before_it_is_checked() {
    let pool = Pool::new(&DelimitedSet::POOL_CONFIG);
    let mut decoder = FrameDecoder::<DelimitedSet>::new(&pool);
    let bytes = [0xFF, 0xFF, 0xFF, 0xFF, 0x0F];
    decoder.window().unwrap()[..5].copy_from_slice(&bytes);
    decoder.commit(5);
    assert!(matches!(decoder.advance(), Err(FrameError::TooLarge { len: 0xFFFF_FFFF, .. })));
    assert_eq!(in_use(&pool), 1);
    assert_eq!(decoder.missing(), 0xFFFF_FFFF);
}

#[test]
fn an_overlong_header_is_passed_on_in_its_short_form() {
    let pool = Pool::new(&OverlongSet::POOL_CONFIG);
    let mut bytes = vec![0x83, 0x80, 0x80, 0];
    bytes.extend([1, 0, 9]);
    let mut reader = FrameReader::<_, OverlongSet>::new(&bytes[..], &pool);
    let frame = reader.read().unwrap().unwrap();
    assert_eq!((frame.as_bytes(), frame.payload()), (&bytes[..], &[1, 0, 9][..]));
    assert_eq!(frame.into_pooled().unwrap().as_bytes(), [3, 1, 0, 9]);
    assert!(reader.read().unwrap().is_none());
    assert_eq!(Overlong::decode_prefix(&[0x80]), Ok(None));
}
