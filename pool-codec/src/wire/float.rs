//! Floating-point numbers: IEEE 754, little-endian. Every bit pattern is preserved (WIRE.md section 1).

use crate::codec::borrow::{ArrayElement, own_borrowed_form};
use crate::codec::native;
use crate::codec::{
    Decode, DecodeError, Decoder, Encode, Facts, Kind, Layout, Schema, Sink, Slots,
};
use crate::wire::int::number;

number!(f32, Kind::Float { size: 4, big_endian: false });
number!(f64, Kind::Float { size: 8, big_endian: false });
impl ArrayElement for f32 {}
impl ArrayElement for f64 {}
