//! The layouts of headers that only Rust code describes.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use pool_codec::error::HeaderError;
use pool_codec::prelude::*;
use pool_codec::{Header, Sv2Header, TlvHeader};
use pool_schema::{HeaderLayout, Impact, Schema};

/// A header of four bytes: an id and a length of 16 bits, and what `write` makes of them.
macro_rules! header {
    ($name:ident, $write:expr, $read:expr) => {
        #[derive(Debug, Clone, Copy)]
        struct $name {
            id: u16,
            len: u16,
        }

        impl Header for $name {
            const SIZE: usize = 4;
            const MAX_ID: u32 = 0xFFFF;
            const MAX_PAYLOAD: usize = 0xFFF;

            fn new(id: u32, payload_len: usize) -> Option<Self> {
                let len = u16::try_from(payload_len).ok().filter(|len| *len <= 0xFFF)?;
                Some(Self { id: u16::try_from(id).ok()?, len })
            }

            fn decode(bytes: &[u8]) -> Result<Self, HeaderError> {
                let &[a, b, c, d] = bytes else {
                    return Err(HeaderError { reason: "a header is four bytes" });
                };
                let (id, len) = $read([a, b], [c, d]);
                Ok(Self { id, len })
            }

            fn encode(&self, out: &mut [u8]) {
                let (id, len) = $write(self.id, self.len);
                out.copy_from_slice(&[id, len].concat());
            }

            fn id(&self) -> u32 {
                self.id.into()
            }

            fn payload_len(&self) -> usize {
                self.len.into()
            }
        }
    };
}

header!(Little, |id: u16, len: u16| (id.to_le_bytes(), len.to_le_bytes()), |id, len| (
    u16::from_le_bytes(id),
    u16::from_le_bytes(len)
));
header!(Big, |id: u16, len: u16| (id.to_be_bytes(), len.to_be_bytes()), |id, len| (
    u16::from_be_bytes(id),
    u16::from_be_bytes(len)
));
// The id and the length share bytes, or are not plain numbers.
header!(Mixed, |id: u16, len: u16| ((id ^ len).to_le_bytes(), len.to_le_bytes()), |id, len| {
    let len = u16::from_le_bytes(len);
    (u16::from_le_bytes(id) ^ len, len)
});
header!(Magic, |id: u16, len: u16| ((id ^ 1).to_le_bytes(), len.to_le_bytes()), |id, len| (
    u16::from_le_bytes(id) ^ 1,
    u16::from_le_bytes(len)
));
header!(
    Rotated,
    |id: u16, len: u16| (id.rotate_left(3).to_le_bytes(), len.to_le_bytes()),
    |id, len| (u16::from_le_bytes(id).rotate_right(3), u16::from_le_bytes(len))
);

#[derive(Debug, Clone, Frame)]
#[frame(id = 1)]
struct Ping {
    time: u64,
}

/// The schema of a set with that header.
macro_rules! set {
    ($header:ty) => {{
        #[derive(Debug, FrameSet)]
        #[frames(header = $header)]
        enum Set {
            Ping(Ping),
        }
        Schema::of::<Set>()
    }};
}

#[test]
fn layouts_are_found_by_encoding() {
    let layout = |id: &[u64], length: &[u64]| {
        Some(HeaderLayout { id: id.to_vec(), length: length.to_vec(), length_includes: 0 })
    };
    assert_eq!(set!(TlvHeader).header.layout, layout(&[0, 1], &[2, 3, 4, 5]));
    assert_eq!(set!(Sv2Header).header.layout, layout(&[2, 0, 1], &[3, 4, 5]));
    assert_eq!(set!(Little).header.layout, layout(&[0, 1], &[2, 3]));
    assert_eq!(set!(Big).header.layout, layout(&[1, 0], &[3, 2]));
    assert_eq!(set!(Mixed).header.layout, None);
    assert_eq!(set!(Magic).header.layout, None);
    assert_eq!(set!(Rotated).header.layout, None);
}

#[test]
fn a_lock_notices_another_layout() {
    let changes = set!(Big).changes_since(&set!(Little));
    assert_eq!(changes.impact(), Some(Impact::Breaks), "{changes}");
    // Of these only the names are known.
    let changes = set!(Magic).changes_since(&set!(Mixed));
    assert_eq!(changes.impact(), Some(Impact::Names), "{changes}");
}

#[test]
fn a_derived_header_is_probed_like_any_other() {
    #[derive(Debug, Clone, Copy, Frame, Header)]
    #[frame(endian = big)]
    struct Plain {
        #[header(len)]
        len: u32,
        #[header(id)]
        id: u16,
    }

    #[derive(Debug, Clone, Copy, Frame, Header)]
    #[frame(layout = pool_codec::layout::Postcard)]
    struct Varies {
        #[header(len)]
        len: u32,
    }

    let plain = pool_schema::Header::of::<Plain>();
    let layout = plain.layout.unwrap();
    assert_eq!((layout.id, layout.length), (vec![5, 4], vec![3, 2, 1, 0]));
    let varies = pool_schema::Header::of::<Varies>();
    assert_eq!((varies.size, varies.layout.is_none()), (5, true));
}
