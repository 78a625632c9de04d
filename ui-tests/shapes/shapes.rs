// Every legal input, once. Pass tests `include!` this file under different lints. It imports the items of the
// library with `use codec::..`, whatever name the library has in the test.

use codec::{
    Adapter, Be, ByteStr, Bytes, Frame, FrameSet, LowBitBool, RawFrame, Seq, Str, Sv2Header, Tlvs, U24,
};

/// A message in which nothing borrows, so its borrowed form has a hidden field.
#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(crate = codec, id = 0x01, borrow)]
pub struct Fixed {
    /// An unsigned integer.
    pub a: u8,
    /// A signed integer.
    pub b: i64,
    /// Three bytes.
    pub c: U24,
    /// One byte that is 0 or 1.
    pub d: bool,
    /// One byte of which only one bit counts.
    pub e: LowBitBool,
    /// An array of integers.
    pub f: [u16; 3],
    /// A float.
    pub g: ::core::option::Option<f64>,
}

/// A message with the bounded types.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(crate = codec, id = 0x02, borrow)]
pub struct Bounded {
    /// Text.
    pub text: Str<255>,
    /// Bytes.
    pub bytes: Bytes<65_535>,
    /// A sequence.
    pub numbers: Seq<u32, 255>,
    /// A sequence of arrays.
    pub hashes: Seq<[u8; 32], 16>,
    /// An array of bytes, which is borrowed as an array.
    pub hash: [u8; 32],
    /// An array of text.
    pub names: [Str<8>; 2],
    /// An optional text.
    pub maybe: ::core::option::Option<Str<{ Bounded::LIMIT }>>,
    /// A part.
    pub part: Part,
    /// A part that is its own borrowed form.
    #[frame(copy)]
    pub kind: Kind,
    /// Some of them.
    #[frame(copy)]
    pub kinds: [Kind; 4],
}

impl Bounded {
    /// A bound that is a constant.
    pub const LIMIT: usize = 16;
}

/// A part, which has no id.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(crate = codec, len = auto, borrow)]
pub struct Part {
    /// A name.
    pub name: Str<32>,
    /// The location.
    pub(crate) private: u16,
}

/// A part that takes one byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Frame)]
#[frame(crate = codec)]
pub enum Kind {
    /// A variant without a value of its own.
    Plain = 0,
    /// The variant with the largest tag that fits.
    Largest = 0xFF,
}

/// A part with a wider tag.
#[derive(Debug, Clone, PartialEq, Eq, Frame)]
#[frame(crate = codec, tag = u32)]
#[repr(u32)]
pub enum Wide {
    /// Small.
    Small = 1,
    /// Large.
    Large = 0xFFFF_FFFF,
}

/// Standard types with a bound from the field.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(crate = codec, id = 0x0080_0003, borrow, capacity = 4)]
pub struct Standard {
    /// Text.
    #[frame(max_len = 255)]
    pub text: ::std::string::String,
    /// Bytes.
    #[frame(max_len = Standard::LIMIT)]
    pub bytes: ::std::vec::Vec<u8>,
    /// Parts.
    #[frame(max_len = Self::LIMIT)]
    pub parts: ::std::vec::Vec<Part>,
}

impl Standard {
    /// A bound that is a constant.
    pub const LIMIT: usize = 300;
}

/// A message whose bound is tighter than that of its fields.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(crate = codec, id = 4, borrow, max_size = 100)]
pub struct Tight {
    /// Text.
    pub text: Str<255>,
}

/// A message without a borrowed form.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(crate = codec, id = 5)]
pub struct OwnedOnly {
    /// Text.
    pub text: Str<255>,
    /// Bytes.
    #[frame(max_len = 3)]
    pub bytes: ::std::vec::Vec<u8>,
    /// A part.
    pub wide: Wide,
}

/// A message without fields.
#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(crate = codec, id = 6, borrow)]
pub struct Empty {}

/// A message that is private to this module.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(crate = codec, id = 7, borrow)]
pub(crate) struct Internal {
    pub(crate) text: Str<255>,
    number: u16,
}

/// A tuple struct. The borrowed form does not have the skipped field.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(crate = codec, id = 8, borrow)]
pub struct Tuple(
    /// A number.
    pub u16,
    #[frame(skip)] Cache,
    /// Text.
    pub Str<8>,
);

/// A value that is not on the wire.
#[derive(Debug, Clone, PartialEq)]
pub struct Cache(::std::vec::Vec<u8>);

impl ::core::default::Default for Cache {
    fn default() -> Self {
        Cache(::std::vec::Vec::new())
    }
}

/// A unit struct.
#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(crate = codec, id = 9, borrow)]
pub struct Unit;

/// Numbers and wrappers, some of which are their own borrowed form.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(crate = codec, borrow)]
pub struct Wrapped {
    /// Big-endian.
    pub port: Be<u16>,
    /// A number that is not zero.
    pub count: ::core::num::NonZeroU32,
    /// A number that is not zero, by its other name.
    pub other: ::core::num::NonZero<u8>,
    /// A character.
    pub letter: char,
    /// A pair.
    pub pair: (u8, Str<4>),
    /// An array of arrays.
    pub grid: [[u8; 4]; 2],
    /// Nothing.
    pub nothing: (),
    /// A boxed value. The borrowed form has no box.
    pub boxed: ::std::boxed::Box<Part>,
    /// An optional array of pairs.
    pub maybe: ::core::option::Option<[(bool, Bytes<3>); 2]>,
}

/// An enum with data that keeps unknown tags and their content.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(crate = codec, id = 10, tag = u16, borrow, reserved = [3, 8..=15, 20..30])]
pub enum Shape {
    /// No data.
    #[frame(tag = 0)]
    Empty,
    /// Named fields.
    #[frame(tag = 1)]
    Circle {
        /// The size.
        radius: u32,
        /// The name.
        name: Str<40>,
    },
    /// Unnamed fields.
    #[frame(tag = 2)]
    Line((u8, u8), #[frame(skip)] Cache, Part),
    /// No fields, in parentheses.
    #[frame(tag = 4)]
    Nothing(),
    /// Anything else.
    #[frame(other)]
    Other(u16, Bytes<255>),
}

/// An enum without data that keeps unknown tags. It is its own borrowed form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Frame)]
#[frame(crate = codec, borrow)]
pub enum Reason {
    /// Known.
    #[frame(tag = 0)]
    Done,
    /// Unknown.
    #[frame(other)]
    Other(u8),
}

/// An enum with data without a borrowed form.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(crate = codec)]
pub enum Only {
    /// A number.
    #[frame(tag = 1)]
    Number(u64),
    /// Text.
    #[frame(tag = 2)]
    Text {
        /// The text.
        #[frame(max_len = 9)]
        text: ::std::string::String,
    },
}

/// A type with parameters of both kinds, bounds of both kinds, and defaults.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(crate = codec, borrow)]
pub struct Page<T: Clone = u8, const N: usize = 4>
where
    T: ::core::fmt::Debug,
{
    /// The first.
    pub first: ::core::option::Option<T>,
    /// Several values.
    pub items: Seq<T, N>,
    /// More values.
    #[frame(max_len = N)]
    pub more: ::std::vec::Vec<T>,
    /// Some of them.
    pub array: [T; 2],
    /// An array whose length is the parameter.
    pub hash: [u8; N],
    /// Nothing.
    pub mark: ::core::marker::PhantomData<T>,
}

/// A message with a parameter, and a field of a generic type.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(crate = codec, id = 11, borrow)]
pub enum Either<L, R> {
    /// One.
    #[frame(tag = 0)]
    Left(L),
    /// The other.
    #[frame(tag = 1)]
    Right {
        /// The value.
        right: R,
    },
}

/// A message in the layout of another ecosystem.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(crate = codec, len = u64, tag = u32, borrow)]
pub struct Foreign {
    /// Text.
    pub text: Str<8>,
    /// A sequence whose elements have prefixes.
    pub list: ::core::option::Option<Seq<Str<4>, 3>>,
    /// A nested type, which has its own layout.
    pub part: Part,
    /// An optional text.
    #[frame(max_len = 9)]
    pub maybe: ::core::option::Option<::std::string::String>,
    /// Bytes.
    #[frame(max_len = 9)]
    pub bytes: ::std::boxed::Box<[u8]>,
    /// Numbers.
    #[frame(max_len = 9)]
    pub numbers: ::std::boxed::Box<[u16]>,
    /// A boxed text.
    #[frame(max_len = 9)]
    pub boxed: ::std::boxed::Box<str>,
    /// A list of texts.
    #[frame(max_len = 9)]
    pub texts: ::std::vec::Vec<Str<5>>,
}

/// An adapter for milliseconds.
#[derive(Debug)]
pub struct Millis;

impl Adapter<::core::time::Duration> for Millis {
    type Wire = u32;

    fn to_wire(
        value: &::core::time::Duration,
    ) -> ::core::result::Result<u32, &'static str> {
        ::core::result::Result::map_err(
            <u32 as ::core::convert::TryFrom<u128>>::try_from(value.as_millis()),
            |_| "the duration exceeds 49 days",
        )
    }

    fn from_wire(wire: u32) -> ::core::result::Result<::core::time::Duration, &'static str> {
        ::core::result::Result::Ok(::core::time::Duration::from_millis(wire as u64))
    }
}

/// A message with rules, adapters and defaults.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(crate = codec, id = 12, borrow, derive(Eq, Hash), trailing = allow, validate = Self::check)]
pub struct Ruled {
    /// A number in a range.
    #[frame(range = 1..=100)]
    pub percent: u8,
    /// A value of an adapter.
    #[frame(with = Millis)]
    pub wait: ::core::time::Duration,
    /// A field that is not on the wire.
    #[frame(skip, default = 7)]
    pub local: u8,
    /// Text.
    pub name: Str<8>,
    /// A field of a newer version.
    #[frame(default)]
    pub hash: [u8; 4],
    /// A field of an even newer version.
    #[frame(default = Ruled::LIMIT, range = ..=100)]
    pub limit: u16,
}

impl Ruled {
    /// A constant for a rule.
    pub const LIMIT: u16 = 100;

    fn check(ruled: &RuledRef<'_>) -> ::core::result::Result<(), &'static str> {
        match ruled.name.as_str() {
            "bad" => ::core::result::Result::Err("the name is bad"),
            _ => ::core::result::Result::Ok(()),
        }
    }
}

/// A transparent type, which has the schema of its field.
#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(crate = codec, transparent)]
pub struct UserId(pub u64);

/// A message with parts of all kinds and absent fields.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(crate = codec, id = 13, borrow, invariant, trailing = 16)]
pub struct Nested {
    /// An enum.
    pub shapes: Seq<Shape, 3>,
    /// A type that is its own borrowed form.
    pub reason: Reason,
    /// A sequence of a type that is its own borrowed form.
    pub prices: Seq<Price, 3>,
    /// A generic part.
    pub page: Page<u16, 3>,
    /// Another generic part.
    pub either: Either<Part, Bytes<4>>,
    /// A part with an adapter.
    #[frame(copy)]
    pub user: UserId,
    /// A part with other prefixes.
    pub foreign: Foreign,
    /// A part that may be absent.
    #[cfg(any())]
    pub absent: NoSuchType,
}

/// A type that is its own borrowed form.
#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(crate = codec, copy)]
pub struct Price(pub u32, pub bool);

/// A tuple struct in which nothing borrows.
#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(crate = codec, transparent, borrow)]
pub struct Gas(#[frame(skip)] (), pub u64);

/// A message whose fields may not borrow, so its borrowed form has a hidden field.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(crate = codec, borrow)]
pub struct Plain {
    /// A type that is its own borrowed form.
    pub reason: Reason,
}

/// Types of the standard library.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(crate = codec, id = 0x41, borrow, layout = codec::layout::Bincode1)]
pub struct Library {
    /// A map.
    #[frame(max_len = 4)]
    pub map: ::std::collections::BTreeMap<u16, Str<4>>,
    /// A hash table.
    #[frame(max_len = 4, entries = ascending)]
    pub table: ::core::option::Option<::std::collections::HashSet<u16>>,
    /// A queue.
    #[frame(max_len = 4)]
    pub queue: ::std::collections::VecDeque<u16>,
    /// A C string.
    #[frame(max_len = 4)]
    pub c: ::std::ffi::CString,
    /// A word.
    pub size: usize,
    /// A word of a fixed width.
    #[frame(width = u32)]
    pub narrow: ::core::option::Option<usize>,
    /// A result.
    pub result: ::core::result::Result<u8, Str<4>>,
    /// A range.
    pub range: ::core::ops::Range<u16>,
    /// A time.
    pub wait: ::core::time::Duration,
    /// Adapted parts.
    #[frame(with_each = Adapted)]
    pub each: [::core::option::Option<bool>; 2],
    /// Shared text.
    #[frame(max_len = 4)]
    pub text: ::std::sync::Arc<str>,
}

/// An adapter.
#[derive(Debug)]
pub struct Adapted;

impl Adapter<bool> for Adapted {
    type Wire = u32;

    fn to_wire(value: &bool) -> ::core::result::Result<u32, &'static str> {
        ::core::result::Result::Ok(if *value { 1 } else { 0 })
    }

    fn from_wire(wire: u32) -> ::core::result::Result<bool, &'static str> {
        ::core::result::Result::Ok(wire != 0)
    }
}

/// Every way in which a field can end or depend on another one.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(crate = codec, id = 0x42, borrow, endian = big, lenient)]
pub struct Ends {
    /// A constant.
    #[frame(magic = b"RIFF")]
    pub magic: (),
    /// Bits.
    pub flags: u16,
    /// A field that depends on a bit.
    #[frame(when = flags & 1)]
    pub id: ::core::option::Option<u32>,
    /// A number.
    pub kind: u8,
    /// A field that depends on a number.
    #[frame(when = kind == 3, max_len = 4)]
    pub maybe: ::core::option::Option<::std::string::String>,
    /// A flag.
    pub flag: bool,
    /// A field that depends on a flag.
    #[frame(when = flag)]
    pub whether: ::core::option::Option<Str<4>>,
    /// Elements that another field counts.
    #[frame(count = kind, max_len = 4)]
    pub counted: ::std::vec::Vec<u16>,
    /// Bytes that another field counts.
    #[frame(count = kind, max_len = 4)]
    pub bytes: ::std::vec::Vec<u8>,
    /// Text up to a NUL.
    #[frame(terminated, max_len = 4)]
    pub text: ::std::string::String,
    /// A value behind its length.
    #[frame(delimited, layout = codec::layout::Leb128)]
    pub delimited: (u32, Str<4>),
    /// Bits of an integer.
    #[frame(copy)]
    pub packed: Packed,
    /// The rest.
    #[frame(rest, max_len = 4)]
    pub rest: ::std::vec::Vec<Str<4>>,
}

/// Fields whose place or end is a constant, and values that extensions add.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(crate = codec, id = 0x4A, borrow, endian = big)]
pub struct Placed {
    /// A byte.
    pub kind: u8,
    /// A number at a multiple of 4 bytes.
    #[frame(align = 4)]
    pub number: u32,
    /// Text at a multiple that is a constant.
    #[frame(align = Self::ALIGN, max_len = 4)]
    pub text: ::std::string::String,
    /// Text up to constant bytes.
    #[frame(terminated = b"\r\n", max_len = 4)]
    pub line: ::std::string::String,
    /// Elements up to constant bytes.
    #[frame(terminated = [0xFF, 0xFF], max_len = 4)]
    pub ids: ::std::vec::Vec<u16>,
    /// Elements behind a counted pointer.
    #[frame(max_len = 4)]
    pub shared: ::std::sync::Arc<[Str<4>]>,
    /// Text of any bytes.
    pub user: ByteStr<40>,
    /// Values that extensions add.
    pub extensions: Tlvs<40>,
}

impl Placed {
    /// An alignment that is a constant.
    pub const ALIGN: usize = 16;
}

/// Standard types inside each other, which have no borrowed form.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(crate = codec)]
pub struct Inside {
    /// Text in a list.
    #[frame(max_len = [4, 8])]
    pub names: ::std::vec::Vec<::std::string::String>,
    /// Bytes by their name, with bounds of which one is a constant.
    #[frame(max_len = [4, 8, Self::LIMIT])]
    pub by_name: ::std::collections::HashMap<::std::string::String, ::std::vec::Vec<u8>>,
}

impl Inside {
    /// A bound that is a constant.
    pub const LIMIT: usize = 16;
}

/// Bits of an integer.
#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(crate = codec, borrow, bits = u64, endian = big)]
pub struct Packed {
    /// Most of the bits.
    #[frame(bits = 63)]
    pub most: u64,
    /// One bit.
    pub one: bool,
}

/// Variants with fields that depend on others.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(crate = codec, id = 0x43, borrow, layout = codec::layout::Leb128)]
pub enum Depending {
    /// Fields.
    #[frame(tag = 300)]
    Some {
        /// Bits.
        flags: u64,
        /// A field that depends on them.
        #[frame(when = flags & 1)]
        id: ::core::option::Option<u32>,
        /// Elements that they count.
        #[frame(count = flags, max_len = 4)]
        list: ::std::vec::Vec<u8>,
    },
    /// No fields.
    #[frame(tag = 1)]
    None,
}

/// A set in both forms that keeps unknown messages.
#[derive(Debug, Clone, PartialEq, FrameSet)]
#[frames(crate = codec, header = Sv2Header, borrow, invariant, reserved = [0x20, 0x30..=0x3F])]
pub enum Everything {
    /// Integers.
    Fixed(Fixed),
    /// Bounded types.
    Bounded(Bounded),
    /// Standard types.
    Standard(Standard),
    /// A tighter bound.
    Tight(Tight),
    /// Nothing.
    Empty(Empty),
    /// Unnamed fields.
    Tuple(Tuple),
    /// No fields.
    Unit(Unit),
    /// An enum.
    Shape(Shape),
    /// A generic message.
    Either(Either<u8, Str<4>>),
    /// Rules.
    Ruled(Ruled),
    /// Parts.
    Nested(Nested),
    /// Types of the standard library.
    Library(Library),
    /// Fields that end in other ways.
    Ends(Ends),
    /// Fields whose place or end is a constant.
    Placed(Placed),
    /// Variants with fields that depend on others.
    Depending(Depending),
    /// A part that may be absent.
    #[cfg(any())]
    Absent(NoSuchType),
    /// Anything else.
    #[frame(other)]
    Unknown(RawFrame),
}

/// A set in the owned form that rejects unknown messages.
#[derive(Debug, Clone, PartialEq, FrameSet)]
#[frames(crate = codec, header = codec::TlvHeader)]
pub enum Few {
    /// Text.
    OwnedOnly(OwnedOnly),
    /// Nothing.
    Empty(Empty),
}
