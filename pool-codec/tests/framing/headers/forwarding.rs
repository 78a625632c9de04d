//! The fields of a header besides the id and the length.

use pool_codec::{
    FrameEncoder, FrameReader, FrameSet, FrameWriter, Header, Pool, PooledFrame, RawFrame,
    Sv2Header,
};

use super::shapes::{
    Checked, CheckedSet, Control, Kafka, KafkaSet, Large, Medium, Mqtt, MqttSet, Small, frame,
};

#[test]
fn a_caller_sets_fields_of_the_header() {
    let pool = Pool::new(&MqttSet::POOL_CONFIG);
    let mut writer = FrameWriter::<_, MqttSet>::new(Vec::new(), &pool);
    writer.send_with(&Small { number: 7 }, |header| header.control.flags = 0xB).unwrap();
    // Larger than a batch.
    let large = Large { bytes: vec![1; 30_000] };
    writer.send_with(&large, |header| header.control.flags = 0x5).unwrap();
    writer.flush().unwrap();
    let bytes = writer.get_ref().clone();
    assert_eq!(bytes[..4], [0x0B, 2, 7, 0]);
    let mut reader = FrameReader::<_, MqttSet>::new(&bytes[..], &pool);
    let flags = |header: Mqtt| header.control.flags;
    assert_eq!(flags(reader.read().unwrap().unwrap().header()), 0xB);
    assert_eq!(flags(reader.read().unwrap().unwrap().header()), 0x5);
    assert!(reader.read().unwrap().is_none());
}

#[test]
fn the_id_and_the_length_are_not_for_the_caller_to_set() {
    let pool = Pool::new(&MqttSet::POOL_CONFIG);
    let mut encoder = FrameEncoder::<MqttSet>::new(&pool);
    let small = Small { number: 7 };
    for amend in [
        |header: &mut Mqtt| header.control.kind = 1,
        |header: &mut Mqtt| header.len += 1,
        // Does not fit into its bits.
        |header: &mut Mqtt| header.control = Control { flags: 0x10, kind: 0 },
    ] {
        let error = encoder.push_with(&small, amend).unwrap_err().to_string();
        assert!(error.contains("header"), "{error}");
        assert_eq!(encoder.unsent_len(), 0);
        assert!(PooledFrame::<MqttSet>::encode_with(&small, amend, &pool).is_err());
    }
    assert!(encoder.push_with(&small, |_| {}).unwrap());
    assert_eq!(encoder.unsent()[0], [0, 2, 7, 0]);
}

#[test]
fn a_reply_has_the_correlation_id_of_its_request() {
    let pool = Pool::new(&KafkaSet::POOL_CONFIG);
    let request = PooledFrame::<KafkaSet>::encode_with(
        &Small { number: 7 },
        |header| (header.correlation, header.api_version) = (99, 2),
        &pool,
    )
    .unwrap();
    assert_eq!(request.as_bytes(), [0, 0, 0, 10, 0, 0, 0, 2, 0, 0, 0, 99, 7, 0]);
    let mut writer = FrameWriter::<_, KafkaSet>::new(Vec::new(), &pool);
    let reply = Medium { text: "ok".into() };
    writer.send_with(&reply, |header| header.reply_to(&request.header())).unwrap();
    writer.flush().unwrap();
    assert_eq!(writer.get_ref()[..12], [0, 0, 0, 12, 0, 1, 0, 3, 0, 0, 0, 99]);
}

#[test]
fn a_forwarded_frame_keeps_its_header() {
    let pool = Pool::new(&KafkaSet::POOL_CONFIG);
    let header = |header: &mut Kafka| (header.correlation, header.api_version) = (5, 1);
    for message in [Large { bytes: vec![3; 30] }, Large { bytes: vec![3; 39_000] }] {
        let frame = PooledFrame::<KafkaSet>::encode_with(&message, header, &pool).unwrap();
        let mut set = FrameWriter::<_, KafkaSet>::new(Vec::new(), &pool);
        set.send(&frame).unwrap();
        set.flush().unwrap();
        assert!(set.get_ref() == frame.as_bytes());
        let mut proxy = FrameWriter::<_, Kafka>::new(Vec::new(), &pool);
        proxy.send(&frame).unwrap();
        proxy.flush().unwrap();
        assert!(proxy.get_ref() == frame.as_bytes());
        let again = PooledFrame::<KafkaSet>::encode(&frame, &pool).unwrap();
        assert_eq!(again.as_bytes(), frame.as_bytes());
        // Another header cannot keep it.
        let mut other = FrameWriter::<_, Sv2Header>::new(Vec::new(), &pool);
        other.send(&frame).unwrap();
        other.flush().unwrap();
        assert_eq!(other.get_ref()[6..], *frame.payload());
    }
}

#[test]
fn a_checksum_is_computed_by_every_sender() {
    let pool = Pool::new(&CheckedSet::POOL_CONFIG);
    for len in [0, 10, 300, 9_000, 40_000] {
        let message = CheckedSet::Large(Large { bytes: vec![9; len] });
        let expected = frame(&message);
        let mut writer = FrameWriter::<_, CheckedSet>::new(Vec::new(), &pool);
        writer.send(&message).unwrap();
        writer.flush().unwrap();
        assert!(*writer.get_ref() == expected);
        let pooled = PooledFrame::<CheckedSet>::encode(&message, &pool).unwrap();
        assert!(pooled.as_bytes() == expected);
        // A raw frame too.
        let mut proxy = FrameWriter::<_, Checked>::new(Vec::new(), &pool);
        proxy.send(&RawFrame { id: 2, payload: pooled.payload().to_vec() }).unwrap();
        proxy.flush().unwrap();
        assert!(*proxy.get_ref() == expected);
    }
}
