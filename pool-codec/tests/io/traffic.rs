//! The counts of what readers receive and reject.

use pool_codec::traffic::{Traffic, TrafficStats};
use pool_codec::{
    FrameDecoder, FrameReader, FrameSet, FrameWriter, Pool, ReadError, UnknownFrames,
};

use crate::market::{Blob, Set, Tick};

/// A frame with any id and payload.
fn frame(id: u16, payload: &[u8]) -> Vec<u8> {
    let mut bytes = id.to_le_bytes().to_vec();
    bytes.extend((payload.len() as u32).to_le_bytes());
    bytes.extend(payload);
    bytes
}

fn tick() -> Tick {
    Tick { price: 1, venue: "NYSE".parse().unwrap() }
}

/// Two ticks and a long blob that are right, and frames that are not: a tick with a text that is no UTF-8, one with a byte
/// too many, one that is too long, and an unknown frame.
fn stream() -> Vec<u8> {
    let pool = Pool::new(&Set::POOL_CONFIG);
    let mut writer = FrameWriter::<_, Set>::new(Vec::new(), &pool);
    writer.send(&tick()).unwrap();
    writer.send(&Blob { content: vec![3; 18_000].try_into().unwrap() }).unwrap();
    writer.send(&tick()).unwrap();
    writer.flush().unwrap();
    let mut bytes = writer.get_ref().clone();
    bytes.extend(frame(1, b"\0\0\0\0\0\0\0\0\x01\xFF"));
    bytes.extend(frame(1, b"\0\0\0\0\0\0\0\0\x01a!"));
    bytes.extend(frame(1, &[0; 30]));
    bytes.extend(frame(9, &[0; 5]));
    bytes
}

fn rejected(stats: &TrafficStats) -> Vec<(Option<&'static str>, &'static str, u64)> {
    stats.rejected().map(|rejected| (rejected.message, rejected.reason, rejected.count)).collect()
}

/// Reads the stream with `read` until it ends, and returns the counts.
fn counts<'s>(
    stream: &'s [u8],
    mut read: impl FnMut(&mut FrameReader<&'s [u8], Set>) -> Result<bool, ReadError>,
) -> TrafficStats {
    let pool = Pool::new(&Set::POOL_CONFIG);
    let traffic = Traffic::<Set>::new("peer");
    let mut reader = FrameReader::<_, Set>::new(stream, &pool).with_traffic(&traffic);
    loop {
        match read(&mut reader) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => assert!(!matches!(error, ReadError::Io(_)), "{error}"),
        }
    }
    drop(reader);
    traffic.stats()
}

#[test]
fn every_way_to_read_counts_the_same() {
    let bytes = stream();
    let expected = vec![
        (Some("Tick"), "TooLarge", 1),
        (Some("Tick"), "TrailingBytes", 1),
        (Some("Tick"), "InvalidUtf8", 1),
        (None, "UnknownId", 1),
    ];
    let check = |stats: TrafficStats| {
        assert_eq!(stats.frames(), 5);
        assert_eq!(stats.bytes(), bytes.len() as u64);
        assert_eq!(rejected(&stats), expected);
    };
    check(counts(&bytes, |reader| Ok(reader.read_message::<Set>()?.is_some())));
    check(counts(&bytes, |reader| Ok(reader.read_held::<Set>()?.is_some())));
    check(counts(&bytes, |reader| {
        let mut held = reader.held_frames::<Set>();
        held.next().transpose().map(|held| held.is_some())
    }));
    check(counts(&bytes, |reader| {
        let Some(frame) = reader.read()? else { return Ok(false) };
        if let Err(error) = frame.borrow::<Set>() {
            reader.count_undecoded(&error);
        }
        Ok(true)
    }));
    check(counts(&bytes, |reader| {
        let Some(frame) = reader.read()? else { return Ok(false) };
        let decoded: Result<Set, _> = frame.decode();
        if let Err(error) = decoded {
            reader.count_undecoded(&error);
        }
        Ok(true)
    }));
}

#[test]
fn a_decoder_counts_without_a_reader() {
    let bytes = stream();
    let pool = Pool::new(&Set::POOL_CONFIG);
    let traffic = Traffic::<Set>::new("peer");
    let mut decoder = FrameDecoder::<Set>::new(&pool).with_traffic(&traffic);
    let mut rest = &bytes[..];
    loop {
        match decoder.next_held::<Set>() {
            Ok(None) if rest.is_empty() => break,
            Ok(None) => {
                let window = decoder.window().unwrap();
                let count = window.len().min(rest.len()).min(50);
                window[..count].copy_from_slice(&rest[..count]);
                decoder.commit(count);
                rest = &rest[count..];
            }
            Ok(Some(_)) | Err(_) => {}
        }
    }
    drop(decoder);
    let stats = traffic.stats();
    assert_eq!((stats.frames(), stats.bytes()), (5, bytes.len() as u64));
    assert_eq!(rejected(&stats).len(), 4);
}

#[test]
fn a_traffic_serves_several_readers() {
    let bytes = stream();
    let pool = Pool::new(&Set::POOL_CONFIG);
    let traffic = Traffic::<Set>::new("peers");
    for _ in 0..3 {
        let reader = FrameReader::<_, Set>::new(&bytes[..], &pool);
        let mut reader = reader.with_traffic(&traffic).with_unknown_frames(UnknownFrames::Skip);
        while !matches!(reader.read_message::<Set>(), Ok(None)) {}
    }
    let stats = traffic.clone().stats();
    assert_eq!((stats.frames(), stats.bytes()), (15, 3 * bytes.len() as u64));
    // Unknown frames that are skipped are no rejections.
    assert!(stats.rejected().all(|rejected| rejected.count == 3 && rejected.message.is_some()));
    assert_eq!(traffic.name(), "peers");
    let shown = format!("{traffic:?}");
    assert!(shown.contains("peers") && shown.contains("InvalidUtf8"), "{shown}");
}

#[test]
fn counts_appear_when_the_reader_reads_again() {
    let pool = Pool::new(&Set::POOL_CONFIG);
    let traffic = Traffic::<Set>::new("peer");
    let mut decoder = FrameDecoder::<Set>::new(&pool).with_traffic(&traffic);
    let bytes = frame(1, b"\0\0\0\0\0\0\0\0\x01a");
    let arrive = |decoder: &mut FrameDecoder<Set>| {
        decoder.window().unwrap()[..bytes.len()].copy_from_slice(&bytes);
        decoder.commit(bytes.len());
        assert!(decoder.advance().unwrap());
    };
    arrive(&mut decoder);
    assert_eq!(traffic.stats().frames(), 0);
    arrive(&mut decoder);
    assert_eq!(traffic.stats().frames(), 1);
    drop(decoder);
    assert_eq!(traffic.stats().frames(), 2);
    assert_eq!(traffic.stats().bytes(), 2 * bytes.len() as u64);
}

#[cfg(feature = "metrics")]
#[test]
fn counts_are_published_under_their_labels() {
    use metrics_util::debugging::{DebugValue, DebuggingRecorder};

    let bytes = stream();
    let stats = counts(&bytes, |reader| Ok(reader.read_message::<Set>()?.is_some()));
    let recorder = DebuggingRecorder::new();
    metrics::with_local_recorder(&recorder, || stats.publish());
    let mut seen: Vec<_> = recorder
        .snapshotter()
        .snapshot()
        .into_vec()
        .into_iter()
        .map(|(key, _, _, value)| {
            let key = key.key();
            let label = |name: &str| {
                let label = key.labels().find(|label| label.key() == name);
                label.map_or("-", metrics::Label::value).to_owned()
            };
            assert_eq!(label("reader"), "peer");
            let DebugValue::Counter(value) = value else { panic!("{value:?}") };
            (key.name().to_owned(), label("message"), label("reason"), value)
        })
        .collect();
    seen.sort();
    let seen: Vec<_> = seen
        .iter()
        .map(|(name, message, reason, value)| (&name[..], &message[..], &reason[..], *value))
        .collect();
    assert_eq!(
        seen,
        [
            ("frame_reader_bytes", "-", "-", bytes.len() as u64),
            ("frame_reader_frames", "-", "-", 5),
            ("frame_reader_rejected", "", "UnknownId", 1),
            ("frame_reader_rejected", "Tick", "InvalidUtf8", 1),
            ("frame_reader_rejected", "Tick", "TooLarge", 1),
            ("frame_reader_rejected", "Tick", "TrailingBytes", 1),
        ]
    );
}

#[cfg(feature = "tracing")]
mod events {
    use std::fmt::{self, Write as _};
    use std::sync::{Arc, Mutex};

    use tracing::field::{Field, Visit};
    use tracing::span::{Attributes, Id, Record};
    use tracing::{Event, Metadata, Subscriber};

    use super::{counts, stream};
    use crate::market::Set;

    /// Keeps each event as one line.
    #[derive(Clone, Default)]
    struct Lines(Arc<Mutex<Vec<String>>>);

    struct Line(String);

    impl Visit for Line {
        fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
            write!(self.0, " {}={value:?}", field.name()).unwrap();
        }
    }

    impl Subscriber for Lines {
        fn enabled(&self, metadata: &Metadata<'_>) -> bool {
            metadata.target() == "pool_codec::traffic"
        }

        fn new_span(&self, _: &Attributes<'_>) -> Id {
            Id::from_u64(1)
        }

        fn record(&self, _: &Id, _: &Record<'_>) {}

        fn record_follows_from(&self, _: &Id, _: &Id) {}

        fn event(&self, event: &Event<'_>) {
            let mut line = Line(event.metadata().level().to_string());
            event.record(&mut line);
            self.0.lock().unwrap().push(line.0);
        }

        fn enter(&self, _: &Id) {}

        fn exit(&self, _: &Id) {}
    }

    #[test]
    fn each_rejection_is_an_event() {
        let lines = Lines::default();
        let bytes = stream();
        tracing::subscriber::with_default(lines.clone(), || {
            counts(&bytes, |reader| Ok(reader.read_message::<Set>()?.is_some()))
        });
        let lines = lines.0.lock().unwrap();
        let too_large = lines.iter().find(|line| line.contains("TooLarge")).unwrap();
        assert_eq!(
            too_large,
            "DEBUG message=frame rejected reader=\"peer\" reason=\"TooLarge\" frame=\"Tick\" \
             offset=18079 error=`Tick`: the payload of 30 bytes exceeds the maximum of 29 (at \
             stream byte 18079)"
        );
        assert_eq!(lines.len(), 4, "{lines:?}");
    }
}
