//! Inputs of the snapshots: small, one feature each.

#[derive(Clone, Copy)]
pub(super) enum Derive {
    Frame,
    FrameSet,
}
use Derive::{Frame, FrameSet};

/// Name of the snapshot, derive, input.
pub(super) const ALL: [(&str, Derive, &str); 12] = [
    ("part", Frame, "pub struct Point { pub x: u16, y: u32 }"),
    ("no_fields", Frame, "#[frame(id = 1)] struct Ping {}"),
    ("message", Frame, "#[frame(id = 0x8000_15, capacity = 4)] pub struct Job { pub id: u32 }"),
    (
        "borrow",
        Frame,
        "/// Opens a connection.
         #[frame(id = 0, borrow)]
         pub struct Setup {
             /// Who opens it.
             pub vendor: Str<255>,
             pub(crate) hash: [u8; 32],
             tail: part::Tail<4>,
             #[frame(copy)] kind: Kind,
         }",
    ),
    ("borrow_nothing", Frame, "#[frame(borrow)] pub struct Point { pub x: u16, pub y: [u32; 2] }"),
    (
        "max_len",
        Frame,
        "#[frame(borrow)]
         struct Bounded {
             #[frame(max_len = 255)] text: String,
             #[frame(max_len = Self::LIMIT)] bytes: Vec<u8>,
             #[frame(max_len = 8)] parts: Vec<Part>,
         }",
    ),
    ("max_size", Frame, "#[frame(max_size = 100)] struct Tight { text: Str<255> }"),
    ("renamed_crate", Frame, "#[frame(id = 1, crate = other::codec)] struct Ping { n: u8 }"),
    ("raw_idents", Frame, "#[frame(borrow)] struct r#struct { r#type: u8, r#match: Str<8> }"),
    ("enum_part", Frame, "#[frame(tag = u16)] pub enum Kind { Plain = 0, Odd = 0x101 }"),
    (
        "set",
        FrameSet,
        "#[frames(header = Sv2Header)] pub enum Few { Open(Open), Close(msg::Close) }",
    ),
    (
        "set_borrow",
        FrameSet,
        "/// All of them.
         #[frames(header = Sv2Header, borrow)]
         pub enum Many {
             /// The first.
             Open(Open),
             #[frame(other)] Unknown(RawFrame),
         }",
    ),
];
