//! Compares every frame of the bundled capture with its index, field by field and in all forms.
#![expect(clippy::indexing_slicing, reason = "a test may panic")]

use std::collections::{HashMap, HashSet};
use std::fs;

use examples::sv2::types::Extensions;
use examples::sv2::{Sv2, Sv2Ref, protocol_of};
use examples::{capture, json};
use pool_codec::error::UndecodedError;
use pool_codec::{
    Arena, DecodeError, DecodeFrame, EncodeFrame, FrameReader, FrameSet, Header, Held, Pool,
    PooledBuf, Sv2Header, Wire, ZeroCopy,
};
use serde_json::Value;

static POOL: Pool = Pool::new(&Sv2::POOL_CONFIG);

struct Frame {
    message: String,
    id: u32,
    bytes: Vec<u8>,
    fields: Value,
}

impl Frame {
    fn payload(&self) -> &[u8] {
        &self.bytes[Sv2Header::SIZE..]
    }
}

/// Returns the frames of the capture in the order of the index.
fn frames() -> Vec<Frame> {
    let index = fs::read(capture::bundled().join("index.json")).expect("the index is bundled");
    let index: Value = serde_json::from_slice(&index).expect("the index is JSON");
    let mut files = HashMap::new();
    let frames = index["frames"].as_array().expect("the index lists frames").iter().map(|entry| {
        let number = |key: &str| entry[key].as_u64().expect("a number") as usize;
        let file = entry["file"].as_str().expect("a name");
        let file: &Vec<u8> = files.entry(file.to_owned()).or_insert_with(|| {
            fs::read(capture::bundled().join(file)).expect("the file is bundled")
        });
        let message = entry["message"].as_str().expect("a name").to_owned();
        Frame {
            fields: capture::current(&message, entry["fields"].clone()),
            message,
            id: (number("extension_type") << 8 | number("msg_type")) as u32,
            bytes: file[number("offset")..][..number("length")].to_vec(),
        }
    });
    frames.collect()
}

fn encoded(message: &impl EncodeFrame) -> Vec<u8> {
    let mut out = vec![0; message.payload_len()];
    let len = message.encode_payload(&mut out).expect("a decoded message encodes");
    assert_eq!(len, out.len(), "payload_len is exact");
    out
}

#[test]
fn every_field_of_every_frame_agrees_in_every_form() {
    let frames = frames();
    assert_eq!(frames.len(), 484);
    let mut arena = Arena::new(&POOL, Sv2::MAX_SIZE);
    for frame in &frames {
        let name = &frame.message;
        let owned = Sv2::decode_frame(frame.id, frame.payload()).expect(name);
        let borrowed = Sv2Ref::decode_frame(frame.id, frame.payload()).expect(name);
        let mut slot = POOL.acquire(frame.payload().len()).expect("the pool serves it");
        slot.copy_from_slice(frame.payload());
        let held = hold(frame.id, slot).expect(name);
        let mut reader = FrameReader::<_, Sv2>::new(&frame.bytes[..], &POOL);
        let view = reader.read().expect("well-formed").expect("one frame");
        let in_arena = view.decode_in::<Sv2>(&arena).expect(name);
        drop(reader);

        assert!(!matches!(owned, Sv2::Unknown(_)), "{name} is in the set");
        assert_eq!(json::fields::<Sv2>(&owned), frame.fields, "{name}, owned");
        assert_eq!(json::fields::<Sv2>(&borrowed), frame.fields, "{name}, borrowed");
        assert_eq!(json::fields::<Sv2>(held.get()), frame.fields, "{name}, held");
        assert_eq!(json::fields::<Sv2>(&in_arena), frame.fields, "{name}, in an arena");
        assert_eq!(Sv2::from_borrowed(&borrowed), owned, "{name}");
        assert_eq!(Sv2::from_borrowed(&in_arena), owned, "{name}, in an arena");
        assert_eq!(held.into_owned(), owned, "{name}");
        assert_eq!(encoded(&owned), frame.payload(), "{name}, owned");
        assert_eq!(encoded(&borrowed), frame.payload(), "{name}, borrowed");
        assert_eq!(encoded(&in_arena), frame.payload(), "{name}, in an arena");
        let message = Sv2::message(frame.id).expect("is in the set");
        assert_eq!(format!("{}.{}", protocol_of(frame.id), message.name), *name);
        arena.reset();
    }
}

fn hold(id: u32, slot: PooledBuf) -> Result<Held<Sv2>, DecodeError> {
    Held::decode(id, slot).map_err(UndecodedError::into_error)
}

#[test]
fn the_reader_delivers_the_frames_that_the_index_lists() {
    let frames = frames();
    let stream: Vec<u8> = frames.iter().flat_map(|frame| frame.bytes.iter().copied()).collect();
    let mut reader = FrameReader::<_, Sv2>::new(&stream[..], &POOL);
    let mut offset = 0;
    for frame in &frames {
        let view = reader.read().expect("well-formed").expect("as many frames as listed");
        assert_eq!(view.as_bytes(), frame.bytes);
        assert_eq!((view.id(), view.offset()), (frame.id, offset));
        // Other messages may have a field of this name, too.
        let of_channel = view.header().is_channel_message();
        let channel = frame.fields["channel_id"].as_u64().filter(|_| of_channel);
        assert_eq!(view.channel_id().map(u64::from), channel);
        assert_eq!(of_channel, channel.is_some());
        offset += frame.bytes.len() as u64;
    }
    assert!(reader.read().expect("ends between frames").is_none());
}

#[test]
fn sizes_equal_those_of_the_published_types() {
    let table =
        fs::read_to_string(capture::bundled().join("max_sizes.csv")).expect("the table is bundled");
    let mut rows = 0;
    for row in table.lines().skip(1) {
        let [name, kind, channel, min, by_type, capped, fixed] =
            row.split(',').collect::<Vec<_>>()[..]
        else {
            panic!("seven columns: {row}");
        };
        let kind = u32::from_str_radix(&kind[2..], 16).expect("hex");
        let extension = u32::from(name.starts_with("extensions."));
        let id = u32::from(channel == "1") << 23 | extension << 8 | kind;
        let message = Sv2::message(id).expect(name);
        // The published types have no extensions.
        let extensions =
            if name == "mining.SubmitSharesExtended" { Extensions::MAX_SIZE } else { 0 };
        let max = max_size_by_type(id) - extensions;
        assert_eq!(message.min_size.to_string(), min, "{name}");
        assert_eq!(max.to_string(), by_type, "{name}");
        assert_eq!((message.max_size - extensions).to_string(), capped, "{name}");
        assert_eq!(message.min_size == max, fixed == "1", "{name}");
        rows += 1;
    }
    assert_eq!(rows, Sv2::MESSAGES.len());
}

/// Returns the `MAX_SIZE` of the message type. The set reduces it to the largest length of the header.
fn max_size_by_type(id: u32) -> usize {
    use examples::sv2::{
        common::*, extensions::*, job_declaration::*, mining::*, template_distribution,
    };
    use pool_codec::Frame;
    macro_rules! by_id {
        ($($message:ty),* $(,)?) => {
            match id {
                $(<$message>::ID => <$message>::MAX_SIZE,)*
                _ => panic!("no message has id {id:#x}"),
            }
        };
    }
    by_id!(
        SetupConnection,
        SetupConnectionSuccess,
        SetupConnectionError,
        ChannelEndpointChanged,
        Reconnect,
        OpenStandardMiningChannel,
        OpenStandardMiningChannelSuccess,
        OpenMiningChannelError,
        OpenExtendedMiningChannel,
        OpenExtendedMiningChannelSuccess,
        NewMiningJob,
        UpdateChannel,
        UpdateChannelError,
        CloseChannel,
        SetExtranoncePrefix,
        SubmitSharesStandard,
        SubmitSharesExtended,
        SubmitSharesSuccess,
        SubmitSharesError,
        NewExtendedMiningJob,
        SetNewPrevHash,
        SetTarget,
        SetCustomMiningJob,
        SetCustomMiningJobSuccess,
        SetCustomMiningJobError,
        SetGroupChannel,
        AllocateMiningJobToken,
        AllocateMiningJobTokenSuccess,
        ProvideMissingTransactions,
        ProvideMissingTransactionsSuccess,
        DeclareMiningJob,
        DeclareMiningJobSuccess,
        DeclareMiningJobError,
        PushSolution,
        template_distribution::CoinbaseOutputConstraints,
        template_distribution::NewTemplate,
        template_distribution::SetNewPrevHash,
        template_distribution::RequestTransactionData,
        template_distribution::RequestTransactionDataSuccess,
        template_distribution::RequestTransactionDataError,
        template_distribution::SubmitSolution,
        RequestExtensions,
        RequestExtensionsSuccess,
        RequestExtensionsError,
    )
}

/// Checks that both forms give the same value or the same error, and that a decoded value encodes.
fn agree(id: u32, payload: &[u8]) {
    let owned = Sv2::decode_frame(id, payload);
    let borrowed = Sv2Ref::decode_frame(id, payload);
    match (owned, borrowed) {
        (Ok(owned), Ok(borrowed)) => {
            assert_eq!(encoded(&owned), encoded(&borrowed));
        }
        (Err(owned), Err(borrowed)) => {
            assert_eq!(owned, borrowed);
            assert!(owned.offset() <= payload.len());
            assert!(owned.message().is_some(), "{owned}");
            let dump = owned.explain(payload).to_string();
            assert!(dump.lines().count() > 1, "{dump}");
        }
        (owned, borrowed) => panic!("{owned:?} against {borrowed:?}"),
    }
}

#[test]
fn every_truncation_of_a_small_frame_is_an_error() {
    for frame in frames().iter().filter(|frame| frame.bytes.len() <= 512) {
        for end in 0..frame.payload().len() {
            let cut = &frame.payload()[..end];
            agree(frame.id, cut);
            assert!(
                Sv2::decode_frame(frame.id, cut).is_err(),
                "{} cut to {end} bytes",
                frame.message
            );
        }
        let mut longer = frame.payload().to_vec();
        longer.push(0);
        agree(frame.id, &longer);
        assert!(
            Sv2::decode_frame(frame.id, &longer).is_err(),
            "{} with a byte more",
            frame.message
        );
    }
}

/// The small frames, each with whether it is the first one of its message.
fn small_frames(longest: usize) -> Vec<(Frame, bool)> {
    let mut seen = HashSet::new();
    let frames = frames().into_iter().filter(|frame| frame.bytes.len() <= longest);
    frames
        .map(|frame| (seen.insert(frame.id), frame))
        .map(|(first, frame)| (frame, first))
        .collect()
}

/// All values of a byte, or those with one bit changed and the extremes.
fn values(original: u8, all: bool) -> Vec<u8> {
    match all {
        true => (0..=u8::MAX).collect(),
        false => (0..8).map(|bit| original ^ 1 << bit).chain([0, u8::MAX]).collect(),
    }
}

#[test]
fn a_changed_byte_of_a_small_frame_gives_a_value_or_an_error() {
    for (frame, first) in small_frames(256) {
        let mut payload = frame.payload().to_vec();
        for at in 0..payload.len() {
            let original = payload[at];
            for value in values(original, first) {
                payload[at] = value;
                agree(frame.id, &payload);
            }
            payload[at] = original;
        }
    }
}

#[test]
fn a_changed_header_byte_does_not_stop_the_reader() {
    for (frame, first) in small_frames(64) {
        let mut stream = frame.bytes.clone();
        for at in 0..Sv2Header::SIZE {
            let original = stream[at];
            for value in values(original, first) {
                stream[at] = value;
                let mut reader = FrameReader::<_, Sv2>::new(&stream[..], &POOL);
                // The reader reaches the end of the stream, whatever errors occur on the way.
                for _ in 0..stream.len() {
                    match reader.read() {
                        Ok(None) => break,
                        Ok(Some(view)) => drop(view.borrow::<Sv2>()),
                        Err(error) => drop(error.to_string()),
                    }
                }
            }
            stream[at] = original;
        }
    }
}
