//! Floating-point numbers: IEEE 754, little-endian; every bit pattern is kept (WIRE.md section 1).

use alloc::vec::Vec;

use crate::Schema;
use crate::codec::decode::{Decodable, Decoder};
use crate::codec::encode::{Encodable, Encoder};
use crate::codec::error::{DecodeError, EncodeError};
use crate::private::ArrayElement;
use crate::wire::int::number;
use crate::wire::{Wire, own_borrowed_form};

number!(f32, Schema::Float { size: 4, big_endian: false };);
number!(f64, Schema::Float { size: 8, big_endian: false };);
impl ArrayElement for f32 {}
impl ArrayElement for f64 {}
