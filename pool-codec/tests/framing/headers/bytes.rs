//! The bytes of derived headers, and those that are refused.

use pool_codec::{Header, Sv2Header, U24, Wire};

use super::shapes::{
    Checked, Command, Control, Delimited, Kafka, Mqtt, Opcode, Overlong, WebSocket, Whole, decode,
    encode, number,
};

#[test]
fn a_length_alone_is_a_header() {
    assert_eq!((Delimited::SHORTEST, <Delimited as Header>::SIZE), (1, 5));
    assert_eq!((Delimited::MAX_ID, Delimited::MAX_PAYLOAD), (0, u32::MAX as usize));
    for (len, bytes) in [
        (0, &[0][..]),
        (127, &[127]),
        (128, &[0x80, 1]),
        (300, &[0xAC, 2]),
        (u32::MAX as usize, &[0xFF, 0xFF, 0xFF, 0xFF, 0x0F]),
    ] {
        assert_eq!(encode::<Delimited>(0, len).unwrap(), bytes);
        assert_eq!(decode::<Delimited>(bytes).unwrap().payload_len(), len);
        for short in 0..bytes.len() {
            assert_eq!(Delimited::decode_prefix(&bytes[..short]), Ok(None));
        }
        let longer = [bytes, &[9, 9, 9, 9, 9]].concat();
        let (header, size) = Delimited::decode_prefix(&longer).unwrap().unwrap();
        assert_eq!((header.payload_len(), size), (len, bytes.len()));
    }
    assert!(encode::<Delimited>(1, 0).is_none());
    assert!(encode::<Delimited>(0, 1 << 32).is_none());
    assert!(decode::<Delimited>(&[0x80, 0]).is_err());
    assert!(decode::<Delimited>(&[0xFF; 5]).is_err());
    assert!(decode::<Delimited>(&[1, 2]).is_err());
    let (header, size) = Overlong::decode_prefix(&[0x83, 0x80, 0, 7]).unwrap().unwrap();
    assert_eq!((header.payload_len(), size, header.size()), (3, 3, 1));
}

#[test]
fn a_channel_is_in_the_payload_of_channel_messages() {
    let header = |id| Sv2Header::new(id, 4).unwrap();
    assert_eq!(header(0x80_0021).channel_id(&[7, 1, 0, 0, 9]), Some(0x0107));
    assert_eq!(header(0x80_0021).channel_id(&[7, 1, 0]), None);
    assert_eq!(header(0x00_0025).channel_id(&[7, 1, 0, 0]), None);
}

#[test]
fn a_length_can_count_what_is_behind_it() {
    assert_eq!((Kafka::SHORTEST, <Kafka as Header>::SIZE), (12, 12));
    assert_eq!((Kafka::MAX_ID, Kafka::MAX_PAYLOAD), (0xFFFF, u32::MAX as usize - 8));
    let bytes = [0, 0, 0, 13, 0, 18, 0, 3, 0, 0, 0, 0];
    assert_eq!(encode::<Kafka>(18, 5).unwrap(), bytes);
    let header = decode::<Kafka>(&[0, 0, 0, 13, 0, 18, 0, 2, 1, 2, 3, 4]).unwrap();
    assert_eq!(header, Kafka { len: 13, api_key: 18, api_version: 2, correlation: 0x0102_0304 });
    assert_eq!(header.payload_len(), 5);
    assert_eq!(
        decode::<Kafka>(&[0, 0, 0, 7, 0, 18, 0, 2, 1, 2, 3, 4]),
        Err("`len` is less than the bytes that it counts")
    );
    for version in [0, 4] {
        assert_eq!(
            decode::<Kafka>(&[0, 0, 0, 13, 0, 18, 0, version, 1, 2, 3, 4]),
            Err("the version in `api_version` is not supported")
        );
    }
    assert!(Kafka::new(18, u32::MAX as usize).is_none());
    let mut reply = Kafka::new(18, 5).unwrap();
    reply.reply_to(&header);
    assert_eq!(reply.correlation, 0x0102_0304);
    assert_eq!((reply.api_version, reply.len), (3, 13));
}

#[test]
fn a_length_can_count_the_whole_frame() {
    assert_eq!(Whole::MAX_PAYLOAD, (1 << 24) - 1 - 6);
    assert_eq!(encode::<Whole>(7, 10).unwrap(), *b"WH\x10\0\0\x07");
    assert_eq!(decode::<Whole>(b"WH\x10\0\0\x07").unwrap().payload_len(), 10);
    assert!(decode::<Whole>(b"Wh\x10\0\0\x07").is_err());
    assert!(decode::<Whole>(b"WH\x05\0\0\x07").is_err());
    assert_eq!(
        Whole::new(255, Whole::MAX_PAYLOAD).unwrap().len,
        U24::try_from(0xFF_FFFF_u32).unwrap()
    );
}

#[test]
fn the_id_can_be_a_part_of_a_byte() {
    assert_eq!((Mqtt::SHORTEST, Mqtt::MAX_ID, Mqtt::MAX_PAYLOAD), (2, 15, 268_435_455));
    assert_eq!(encode::<Mqtt>(3, 321).unwrap(), [0x30, 0xC1, 2]);
    let header = decode::<Mqtt>(&[0x3D, 0xC1, 2]).unwrap();
    assert_eq!(header.control, Control { flags: 0xD, kind: 3 });
    assert!(decode::<Mqtt>(&[0x30, 0xFF, 0xFF, 0xFF, 0x7F]).is_ok());
    assert_eq!(
        decode::<Mqtt>(&[0x30, 0x80, 0x80, 0x80, 0x80, 1]),
        Err("`len` is longer than the longest payload")
    );
    assert!(Mqtt::new(3, 268_435_456).is_none() && Mqtt::new(16, 0).is_none());
}

#[test]
fn the_length_can_be_of_a_type_of_the_user() {
    assert_eq!((WebSocket::SHORTEST, <WebSocket as Header>::SIZE), (2, 12));
    assert_eq!(encode::<WebSocket>(2, 5).unwrap(), [0x82, 5]);
    assert_eq!(encode::<WebSocket>(2, 126).unwrap(), [0x82, 126, 0, 126]);
    assert_eq!(encode::<WebSocket>(2, 0x1_0000).unwrap(), [0x82, 127, 0, 0, 0, 0, 0, 1, 0, 0]);
    assert_eq!(number(&[127, 0, 0, 0, 0, 0, 1, 0, 0]), Some(0x1_0000));
    let header = decode::<WebSocket>(&[0x01, 3]).unwrap();
    assert_eq!(header.control, Opcode { opcode: 1, reserved: 0, last: false });
    assert_eq!(header.id(), 1);
    assert_eq!(
        decode::<WebSocket>(&[0x82, 127, 255, 255, 255, 255, 255, 255, 255, 255]),
        Err("`len` is longer than the longest payload")
    );
}

#[test]
fn a_checksum_is_that_of_the_payload() {
    let mut header = Checked::new(1, 3).unwrap();
    assert_eq!(header.command, Command("medium".parse().unwrap()));
    assert_eq!((Checked::MAX_SIZE, header.checksum), (24, [0; 4]));
    header.seal(&[1, 2, 3]);
    assert_eq!(header.verify(&[1, 2, 3]), Ok(()));
    assert_eq!(
        header.verify(&[1, 2, 4]).unwrap_err().reason,
        "the checksum in `checksum` is not that of the payload"
    );
    // A command that nobody knows is still a header.
    let unknown = b"\xF9\xBE\xB4\xD9whatever\0\0\0\0\x03\0\0\0\0\0\0\0";
    assert_eq!(decode::<Checked>(unknown).unwrap().id(), 9);
    assert!(Checked::new(9, 3).is_none());
}
