//! The inputs of the snapshots. Each is small and covers one feature.

#[derive(Clone, Copy)]
pub(super) enum Derive {
    Frame,
    FrameSet,
    Header,
    ServiceConfig,
}
use Derive::{Frame, FrameSet, Header, ServiceConfig};

/// The name of the snapshot, the macro, and the input.
pub(super) const ALL: [(&str, Derive, &str); 37] = [
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
    (
        "boxed_arrays",
        Frame,
        "#[frame(borrow)]
         struct Table { rows: Option<Box<[u64; 4]>>, pair: (u8, Box<[Str<9>; 2]>) }",
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
    (
        "max_len_nested",
        Frame,
        "struct Nested {
             #[frame(max_len = [9, Self::LIMIT])] texts: Option<Vec<String>>,
             #[frame(max_len = [3, 4, 5])] map: BTreeMap<String, Vec<u8>>,
             #[frame(max_len = [3, 4], with_each = Millis)] waits: Vec<VecDeque<Duration>>,
         }",
    ),
    (
        "align",
        Frame,
        "#[frame(borrow, tag = u16)]
         enum Aligned {
             #[frame(tag = 1)] A {
                 kind: u8,
                 #[frame(align = 4)] value: u32,
                 #[frame(align = Self::WORD)] name: Str<9>,
             },
             #[frame(other)] Other(u16, #[frame(align = 8)] [u8; 4]),
         }",
    ),
    ("max_size", Frame, "#[frame(max_size = 100)] struct Tight { text: Str<255> }"),
    ("renamed_crate", Frame, "#[frame(id = 1, crate = other::codec)] struct Ping { n: u8 }"),
    ("raw_idents", Frame, "#[frame(borrow)] struct r#struct { r#type: u8, r#match: Str<8> }"),
    (
        "tuple_struct",
        Frame,
        "#[frame(borrow)] pub struct Pair(pub u16, #[frame(skip)] u8, pub Str<8>);",
    ),
    ("unit_struct", Frame, "#[frame(id = 2, borrow)] pub struct Ping;"),
    (
        "generic",
        Frame,
        "#[frame(borrow)]
         pub struct Page<T: Clone = u8, const N: usize = 4> where T: Send {
             pub cursor: u64,
             pub first: Option<T>,
             pub items: Seq<T, N>,
             #[frame(max_len = N)] more: Vec<T>,
             mark: PhantomData<T>,
         }",
    ),
    (
        "enum_data",
        Frame,
        "#[frame(id = 3, tag = u16, borrow, reserved = [3, 8..=15])]
         pub enum Shape {
             #[frame(tag = 0)] Empty,
             /// Round.
             #[frame(tag = 1)] Circle { radius: u32, name: Str<8> },
             #[frame(tag = 2)] Line((u8, u8), #[frame(skip)] Cache),
             #[frame(other)] Other(u16, Bytes<255>),
         }",
    ),
    (
        "enum_other",
        Frame,
        "#[frame(borrow)] pub enum Kind { #[frame(tag = 0)] Plain, #[frame(other)] Other(u8) }",
    ),
    (
        "enum_untagged",
        Frame,
        "#[frame(untagged, borrow)] pub enum Time { Unknown, Short(u32), Long { day: u16, of: [u8; 8] } }",
    ),
    (
        "len",
        Frame,
        "#[frame(len = u64, tag = u32, borrow)]
         struct Wide {
             name: Str<8>,
             list: Option<Seq<Str<4>, 3>>,
             hash: [u8; 4],
             #[frame(max_len = 9)] text: Option<String>,
             #[frame(max_len = 9)] blob: Box<[u8]>,
         }",
    ),
    (
        "with",
        Frame,
        "#[frame(borrow)] struct Timed { #[frame(with = Millis)] wait: Duration, n: Box<Str<4>> }",
    ),
    (
        "defaults",
        Frame,
        "#[frame(id = 4, borrow, trailing = allow)]
         struct Grown { a: u8, #[frame(default)] hash: [u8; 4], #[frame(default = 7)] c: u16 }",
    ),
    (
        "rules",
        Frame,
        "#[frame(borrow, validate = check)]
         struct Ruled { #[frame(range = 1..=100)] percent: u8, name: Str<8> }",
    ),
    (
        "layout",
        Frame,
        "#[frame(layout = Postcard, endian = big, lenient, borrow)]
         enum Event {
             #[frame(tag = 0)] Open { id: u32, #[frame(layout = Leb128)] list: Seq<u16, 4> },
             #[frame(tag = 1)] Close,
         }",
    ),
    (
        "dependencies",
        Frame,
        "#[frame(borrow)]
         struct Packet {
             flags: u8,
             #[frame(when = flags & 1)] id: Option<u32>,
             #[frame(count = flags, max_len = 9)] list: Vec<u16>,
         }",
    ),
    (
        "dependency_on_tag",
        Frame,
        "enum Event {
             #[frame(other)]
             Any {
                 count: u8,
                 #[frame(count = count, max_len = 9)] items: Vec<u8>,
                 kind: u8,
                 #[frame(when = kind)] detail: Option<u16>,
             },
         }",
    ),
    (
        "ends",
        Frame,
        "#[frame(borrow)]
         struct Chunk {
             #[frame(magic = b\"RIFF\")] magic: (),
             #[frame(terminated, max_len = 9)] name: String,
             #[frame(terminated = b\"\\r\\n\", max_len = 9)] line: Vec<u8>,
             #[frame(terminated = [0, 0], max_len = 9)] ids: Option<Vec<u16>>,
             #[frame(delimited, checksum = Crc32)] part: Part,
             #[frame(rest, max_len = 9)] list: Vec<u16>,
         }",
    ),
    (
        "collections",
        Frame,
        "#[frame(borrow)]
         struct Tables {
             #[frame(max_len = 9)] map: BTreeMap<u8, Str<4>>,
             #[frame(max_len = 9, entries = ascending)] set: Option<HashSet<u16>>,
             #[frame(with_each = Millis)] waits: [Option<Duration>; 2],
             #[frame(width = u32)] size: usize,
             span: Range<u16>,
         }",
    ),
    (
        "bits",
        Frame,
        "#[frame(bits = u16, endian = big, borrow)]
         struct Flags { #[frame(bits = 15)] kind: u16, urgent: bool }",
    ),
    ("transparent", Frame, "#[frame(transparent)] struct Id(u64);"),
    (
        "derive",
        Frame,
        "#[frame(borrow, derive(Hash, serde::Serialize))] struct Keyed { name: Str<8> }",
    ),
    (
        "set_reserved",
        FrameSet,
        "#[frames(header = Sv2Header, max_payload = 4 << 20, reserved = [0x10, 0x20..0x30])]
         enum Some { Open(Open) }",
    ),
    ("service", ServiceConfig, r#"msg::Market, "services.toml", "adapter""#),
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
    (
        "header",
        Header,
        "/// Before each call.
         pub struct Call {
             #[header(len, counts = rest, max = 1 << 20)] len: u32,
             #[header(id)] method: Method,
             #[header(version = 1..=2)] version: u8,
             #[header(correlation)] pub call: u64,
             #[header(checksum = Crc32)] sum: u32,
             #[header(default = true)] last: bool,
             rest: [u8; 2],
         }",
    ),
    (
        "header_of_bits",
        Header,
        "#[frame(bits = u16, crate = other::codec)]
         struct Short {
             #[frame(bits = 12)] #[header(len)] len: u16,
             #[frame(bits = 4)] flags: u8,
         }",
    ),
];
