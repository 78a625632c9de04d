//! The headers, and a set of messages behind each.

use pool_codec::layout::{Checksum, Postcard};
use pool_codec::{Decodable, FixedStr, Frame, FrameSet, Header, HeaderNumber, RawFrame, U24};

/// libp2p and delimited Protocol Buffers: only a length, of variable width.
#[derive(Debug, Clone, Copy, PartialEq, Frame, Header)]
#[frame(layout = Postcard)]
pub(super) struct Delimited {
    #[header(len)]
    pub(super) len: u32,
}

/// The same, from a peer whose numbers may be longer than necessary.
#[derive(Debug, Clone, Copy, PartialEq, Frame, Header)]
#[frame(layout = Postcard, lenient)]
pub(super) struct Overlong {
    #[header(len)]
    pub(super) len: u32,
}

/// Kafka: the length counts everything behind it.
#[derive(Debug, Clone, Copy, PartialEq, Frame, Header)]
#[frame(endian = big)]
pub(super) struct Kafka {
    #[header(len, counts = rest)]
    pub(super) len: u32,
    #[header(id)]
    pub(super) api_key: u16,
    #[header(version = 1..=3)]
    pub(super) api_version: u16,
    #[header(correlation)]
    pub(super) correlation: u32,
}

/// DNS over TCP, FIX SOFH and others: the length counts the whole frame.
#[derive(Debug, Clone, Copy, PartialEq, Frame, Header)]
pub(super) struct Whole {
    #[frame(magic = b"WH")]
    pub(super) magic: (),
    #[header(len, counts = frame)]
    pub(super) len: U24,
    #[header(id)]
    pub(super) id: u8,
}

/// The type and the flags of MQTT's packets.
#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(bits = u8)]
pub(super) struct Control {
    #[frame(bits = 4)]
    pub(super) flags: u8,
    #[frame(bits = 4)]
    pub(super) kind: u8,
}

impl HeaderNumber for Control {
    const MAX: u64 = 15;

    fn from_number(kind: u64) -> Option<Self> {
        Some(Self { flags: 0, kind: kind.try_into().ok()? })
    }

    fn number(self) -> u64 {
        self.kind.into()
    }
}

/// MQTT: a length of one to four bytes.
#[derive(Debug, Clone, Copy, PartialEq, Frame, Header)]
#[frame(layout = Postcard)]
pub(super) struct Mqtt {
    #[header(id)]
    pub(super) control: Control,
    #[header(len, max = 268_435_455)]
    pub(super) len: u32,
}

/// The length of WebSocket: 7 bits, or 16 or 64 bits behind an escape. The bit above them, for a mask, is not supported.
#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(endian = big)]
pub(super) struct WebSocketLen {
    #[frame(range = 0..=127)]
    pub(super) short: u8,
    #[frame(when = short == 126)]
    pub(super) medium: Option<u16>,
    #[frame(when = short == 127)]
    pub(super) long: Option<u64>,
}

impl HeaderNumber for WebSocketLen {
    const MAX: u64 = u64::MAX >> 1;

    fn from_number(number: u64) -> Option<Self> {
        let (short, medium, long) = match number {
            0..126 => (number as u8, None, None),
            126..0x1_0000 => (126, Some(number as u16), None),
            _ => (127, None, Some(number)),
        };
        Some(Self { short, medium, long })
    }

    fn number(self) -> u64 {
        match (self.medium, self.long) {
            (Some(len), _) => len.into(),
            (None, Some(len)) => len,
            (None, None) => self.short.into(),
        }
    }
}

/// WebSocket, from a server.
#[derive(Debug, Clone, Copy, PartialEq, Frame, Header)]
pub(super) struct WebSocket {
    #[header(id)]
    pub(super) control: Opcode,
    #[header(len)]
    pub(super) len: WebSocketLen,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(bits = u8)]
pub(super) struct Opcode {
    #[frame(bits = 4)]
    pub(super) opcode: u8,
    #[frame(bits = 3)]
    pub(super) reserved: u8,
    pub(super) last: bool,
}

impl HeaderNumber for Opcode {
    const MAX: u64 = 15;

    fn from_number(opcode: u64) -> Option<Self> {
        Some(Self { opcode: opcode.try_into().ok()?, reserved: 0, last: true })
    }

    fn number(self) -> u64 {
        self.opcode.into()
    }
}

/// The commands of a protocol that names them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Frame)]
#[frame(transparent)]
pub(super) struct Command(pub(super) FixedStr<12>);

impl HeaderNumber for Command {
    const MAX: u64 = 9;

    fn from_number(number: u64) -> Option<Self> {
        let name = ["small", "medium", "large"].get(usize::try_from(number).ok()?)?;
        Some(Self(name.parse().ok()?))
    }

    fn number(self) -> u64 {
        match self.0.as_str() {
            "small" => 0,
            "medium" => 1,
            "large" => 2,
            _ => Self::MAX,
        }
    }
}

/// A checksum that finds every single wrong byte, and depends on the order.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sum(u32);

impl Checksum for Sum {
    type Sum = [u8; 4];

    fn update(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(5) ^ u32::from(*byte);
        }
    }

    fn finish(self) -> [u8; 4] {
        self.0.to_be_bytes()
    }
}

/// Bitcoin: a magic number, a command, and a checksum of the payload.
#[derive(Debug, Clone, Copy, PartialEq, Frame, Header)]
pub(super) struct Checked {
    #[frame(magic = [0xF9, 0xBE, 0xB4, 0xD9])]
    pub(super) magic: (),
    #[header(id)]
    pub(super) command: Command,
    #[header(len)]
    pub(super) len: u32,
    #[header(checksum = Sum)]
    pub(super) checksum: [u8; 4],
}

/// Has the id of `Small` in the sets whose headers have no id.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0, borrow)]
pub(super) struct Small {
    pub(super) number: u16,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1, borrow)]
pub(super) struct Medium {
    #[frame(max_len = 300)]
    pub(super) text: String,
}

/// Longer than a window.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 2, borrow)]
pub(super) struct Large {
    #[frame(max_len = 40_000)]
    pub(super) bytes: Vec<u8>,
}

/// The only message behind a header without an id.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 0, borrow)]
pub(super) struct Any {
    #[frame(max_len = 40_000)]
    pub(super) bytes: Vec<u8>,
}

macro_rules! sets {
    ($($name:ident($header:ident))*) => {$(
        #[derive(Debug, Clone, PartialEq, FrameSet)]
        #[frames(header = $header)]
        pub(super) enum $name {
            Small(Small),
            Medium(Medium),
            Large(Large),
        }
    )*};
}
sets!(KafkaSet(Kafka) WholeSet(Whole) MqttSet(Mqtt) WebSocketSet(WebSocket) CheckedSet(Checked));

macro_rules! sets_without_id {
    ($($name:ident($header:ident))*) => {$(
        #[derive(Debug, Clone, PartialEq, FrameSet)]
        #[frames(header = $header)]
        pub(super) enum $name {
            Any(Any),
        }
    )*};
}
sets_without_id!(DelimitedSet(Delimited) OverlongSet(Overlong));

/// Decodes a header from exactly its bytes.
pub(super) fn decode<H: Header>(bytes: &[u8]) -> Result<H, &'static str> {
    H::decode(bytes).map_err(|error| error.reason)
}

/// Returns the bytes of a new header.
pub(super) fn encode<H: Header>(id: u32, len: usize) -> Option<Vec<u8>> {
    let header = H::new(id, len)?;
    let mut bytes = vec![0; header.size()];
    header.encode(&mut bytes);
    assert_eq!((header.id(), header.payload_len()), (id, len));
    Some(bytes)
}

/// Any message of a set, from a number.
pub(super) trait Sample: FrameSet + Clone + PartialEq {
    fn sample(seed: usize) -> Self;
}

macro_rules! samples {
    ($($set:ident)*) => {$(
        impl Sample for $set {
            fn sample(seed: usize) -> Self {
                match seed % 5 {
                    0 | 1 => Self::Small(Small { number: seed as u16 }),
                    2 | 3 => Self::Medium(Medium { text: "m".repeat(seed % 301) }),
                    _ => Self::Large(Large { bytes: vec![seed as u8; seed % 40_001] }),
                }
            }
        }
    )*};
}
samples!(KafkaSet WholeSet MqttSet WebSocketSet CheckedSet);

macro_rules! samples_without_id {
    ($($set:ident)*) => {$(
        impl Sample for $set {
            fn sample(seed: usize) -> Self {
                let len = if seed.is_multiple_of(3) { seed % 40_001 } else { seed % 300 };
                Self::Any(Any { bytes: vec![seed as u8; len] })
            }
        }
    )*};
}
samples_without_id!(DelimitedSet OverlongSet);

/// The payload of a message.
pub(super) fn payload<S: FrameSet>(message: &S) -> Vec<u8> {
    let mut bytes = vec![0; message.payload_len()];
    message.encode_payload(&mut bytes).unwrap();
    bytes
}

/// A frame as its header and payload, put together by hand.
pub(super) fn frame<S: FrameSet>(message: &S) -> Vec<u8> {
    let payload = payload(message);
    let mut header = S::Header::new(message.frame_id(), payload.len()).unwrap();
    header.seal(&payload);
    let mut bytes = vec![0; header.size()];
    header.encode(&mut bytes);
    bytes.extend(payload);
    bytes
}

/// A raw frame of the same bytes as a message.
pub(super) fn raw<S: FrameSet>(message: &S) -> RawFrame {
    RawFrame { id: message.frame_id(), payload: payload(message) }
}

/// The type decodes, so that the test of lengths of variable width tests what it says.
pub(super) fn number(bytes: &[u8]) -> Option<u64> {
    WebSocketLen::decode(bytes).ok().map(HeaderNumber::number)
}
