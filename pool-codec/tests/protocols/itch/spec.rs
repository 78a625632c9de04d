//! The fields of each message, from "Nasdaq TotalView-ITCH 5.0", and random bytes that match them.
//!
//! This table is independent of the types in [`messages`](super::messages) and of what encodes them.

use proptest::collection::vec;
use proptest::prelude::*;

/// A field as the specification describes it.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Field {
    /// An integer of this many bytes, in network order. Prices are integers.
    Integer(usize),
    /// Text on the left, and spaces up to this many bytes.
    Alpha(usize),
    /// One of these letters.
    Letter(&'static [u8]),
    /// One of the codes of a table.
    Code(&'static [&'static [u8; 2]]),
}
use Field::{Alpha, Code, Integer, Letter};

const STOCK: Field = Alpha(8);
const PRICE4: Field = Integer(4);
const PRICE8: Field = Integer(8);
const ORDER: Field = Integer(8);
const MATCH: Field = Integer(8);
const SIDE: Field = Letter(b"BS");
const YES_NO: Field = Letter(b"YN");
const FLAG: Field = Letter(b"YN ");

/// A message: its type, its length, and its fields after the type, the locate code, the tracking number and the time.
pub(crate) struct Layout {
    pub(crate) kind: u8,
    pub(crate) len: usize,
    pub(crate) fields: &'static [Field],
}

/// The locate code, the tracking number and the time.
const STAMP: [Field; 3] = [Integer(2), Integer(2), Integer(6)];

const fn layout(kind: u8, len: usize, fields: &'static [Field]) -> Layout {
    Layout { kind, len, fields }
}

pub(crate) const LAYOUTS: [Layout; 23] = [
    layout(b'S', 12, &[Letter(b"OSQMEC")]),
    layout(
        b'R',
        39,
        &[
            STOCK,
            Letter(b"QGSNAPZV "),
            Letter(b"DEQSGHJKCN "),
            Integer(4),
            YES_NO,
            Letter(b"ABCFILNOPQRSTUVW"),
            Code(&SUBTYPES),
            Letter(b"PT"),
            FLAG,
            FLAG,
            Letter(b"12 "),
            FLAG,
            Integer(4),
            YES_NO,
        ],
    ),
    layout(b'H', 25, &[STOCK, Letter(b"HPQT"), Letter(b" "), Alpha(4)]),
    layout(b'Y', 20, &[STOCK, Letter(b"012")]),
    layout(b'L', 26, &[Alpha(4), STOCK, YES_NO, Letter(b"NPSRL"), Letter(b"AEWSD")]),
    layout(b'V', 35, &[PRICE8, PRICE8, PRICE8]),
    layout(b'W', 12, &[Letter(b"123")]),
    layout(b'K', 28, &[STOCK, Integer(4), Letter(b"AC"), PRICE4]),
    layout(b'J', 35, &[STOCK, PRICE4, PRICE4, PRICE4, Integer(4)]),
    layout(b'h', 21, &[STOCK, Letter(b"QBX"), Letter(b"HT")]),
    layout(b'A', 36, &[ORDER, SIDE, Integer(4), STOCK, PRICE4]),
    layout(b'F', 40, &[ORDER, SIDE, Integer(4), STOCK, PRICE4, Alpha(4)]),
    layout(b'E', 31, &[ORDER, Integer(4), MATCH]),
    layout(b'C', 36, &[ORDER, Integer(4), MATCH, YES_NO, PRICE4]),
    layout(b'X', 23, &[ORDER, Integer(4)]),
    layout(b'D', 19, &[ORDER]),
    layout(b'U', 35, &[ORDER, ORDER, Integer(4), PRICE4]),
    layout(b'P', 44, &[ORDER, SIDE, Integer(4), STOCK, PRICE4, MATCH]),
    layout(b'Q', 40, &[Integer(8), STOCK, PRICE4, MATCH, Letter(b"OCHI")]),
    layout(b'B', 19, &[MATCH]),
    layout(
        b'I',
        50,
        &[
            Integer(8),
            Integer(8),
            Letter(b"BSNO"),
            STOCK,
            PRICE4,
            PRICE4,
            PRICE4,
            Letter(b"OCHA"),
            Letter(b"L123456789ABC "),
        ],
    ),
    layout(b'N', 20, &[STOCK, Letter(b"BSAN")]),
    layout(b'O', 48, &[STOCK, YES_NO, PRICE4, PRICE4, PRICE4, Integer(8), PRICE4, PRICE4]),
];

/// The subtypes of issues.
const SUBTYPES: [&[u8; 2]; 58] = [
    b"A ", b"AI", b"B ", b"C ", b"CB", b"CF", b"CL", b"CM", b"CO", b"CT", b"CU", b"CW", b"D ",
    b"E ", b"EG", b"EI", b"EM", b"EN", b"EU", b"F ", b"FI", b"FL", b"G ", b"I ", b"IR", b"IW",
    b"IX", b"J ", b"L ", b"LL", b"M ", b"MF", b"ML", b"MT", b"N ", b"O ", b"P ", b"PP", b"PU",
    b"Q ", b"R ", b"RC", b"RF", b"RT", b"RU", b"S ", b"SC", b"SI", b"T ", b"TC", b"TU", b"U ",
    b"V ", b"W ", b"WC", b"X ", b"Y ", b"Z ",
];

impl Field {
    fn bytes(self) -> BoxedStrategy<Vec<u8>> {
        match self {
            Integer(len) => vec(any::<u8>(), len).boxed(),
            Alpha(len) => vec(prop::sample::select(b"ABCXYZ.-+=019".to_vec()), 0..=len)
                .prop_map(move |mut text| {
                    text.resize(len, b' ');
                    text
                })
                .boxed(),
            Letter(letters) => {
                prop::sample::select(letters).prop_map(|letter| vec![letter]).boxed()
            }
            Code(codes) => prop::sample::select(codes).prop_map(|code| code.to_vec()).boxed(),
        }
    }
}

impl Layout {
    /// Generates a message.
    pub(crate) fn message(&self) -> impl Strategy<Value = Vec<u8>> + use<> {
        let (kind, len) = (self.kind, self.len);
        let fields: Vec<_> = STAMP.iter().chain(self.fields).map(|field| field.bytes()).collect();
        fields.prop_map(move |fields| {
            let message = [&[kind][..], &fields.concat()].concat();
            assert_eq!(message.len(), len);
            message
        })
    }
}

/// Generates a message of any type.
pub(crate) fn any_message() -> impl Strategy<Value = Vec<u8>> {
    prop::sample::select((0..LAYOUTS.len()).collect::<Vec<_>>())
        .prop_flat_map(|at| LAYOUTS[at].message())
}
