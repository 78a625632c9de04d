//! The fixed header (section 2.1).

use pool_codec::layout::Leb128;
use pool_codec::{Frame, Header, HeaderNumber};

use super::messages::{PublishId, QoS};

/// The type of the packet in the upper bits, and its flags. Only a PUBLISH has flags that mean something.
#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(bits = u8, validate = check)]
pub(crate) struct Control {
    pub(crate) retain: bool,
    #[frame(bits = 2)]
    pub(crate) qos: QoS,
    pub(crate) dup: bool,
    #[frame(bits = 4)]
    pub(crate) kind: u8,
}

const PUBLISH: u8 = 3;

/// PUBREL, SUBSCRIBE and UNSUBSCRIBE have the flags 0b0010, as if they had a quality of service.
const ACKNOWLEDGED: [u8; 3] = [6, 8, 10];

fn check(control: &Control) -> Result<(), &'static str> {
    let expected = match control.kind {
        0 => return Err("there is no packet of type 0"),
        PUBLISH => return Ok(()),
        kind => Control::of(kind),
    };
    if *control == expected { Ok(()) } else { Err("the flags are not those of the packet") }
}

impl Control {
    fn of(kind: u8) -> Self {
        let is_acknowledged = ACKNOWLEDGED.contains(&kind);
        let qos = if is_acknowledged { QoS::Level1 } else { QoS::Level0 };
        Self { retain: false, qos, dup: false, kind }
    }
}

/// The type of the packet. A PUBLISH with a packet identifier is another message than one without, so it has a number of
/// its own.
impl HeaderNumber for Control {
    const MAX: u64 = 19;

    fn from_number(number: u64) -> Option<Self> {
        match u8::try_from(number).ok()? {
            19 => Some(Self { qos: QoS::Level1, ..Self::of(PUBLISH) }),
            kind @ 1..16 => Some(Self::of(kind)),
            _ => None,
        }
    }

    fn number(self) -> u64 {
        let id = match (self.kind, self.qos) {
            (PUBLISH, QoS::Level0) => <()>::FRAME_ID,
            (PUBLISH, _) => core::num::NonZeroU16::FRAME_ID,
            (kind, _) => kind.into(),
        };
        id.into()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Frame, Header)]
#[frame(layout = Leb128)]
pub(crate) struct FixedHeader {
    #[header(id)]
    pub(crate) control: Control,
    /// At most four bytes.
    #[header(len, max = 268_435_455)]
    pub(crate) len: u32,
}
