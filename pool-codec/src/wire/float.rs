//! Floating-point numbers: IEEE 754. Every bit pattern is preserved (WIRE.md section 1).

use crate::codec::borrow::{ArrayElement, own_borrowed_form};
use crate::codec::native;
use crate::codec::{
    Blank, Decode, DecodeError, Decoder, Encode, Facts, Layout, Schema, Sink, Slots,
};
use crate::wire::int::layout_number;

// A float equals others with different bits, and NaN does not equal itself.
layout_number!(f32, Schema::float::<L>(4), Facts { bitwise: false, ..Facts::ALL });
layout_number!(f64, Schema::float::<L>(8), Facts { bitwise: false, ..Facts::ALL });
