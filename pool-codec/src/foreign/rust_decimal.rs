//! Decimal numbers: the 16 bytes of `Decimal::serialize` (WIRE.md section 11).

use rust_decimal::Decimal;

use crate::codec::borrow::{ArrayElement, own_borrowed_form};
use crate::codec::{Blank, Decode, DecodeError, Decoder, Encode, Facts, Layout, Schema, Sink};
use crate::wire::parts;

parts!(
    Decimal as [u8; 16],
    // Numbers with different scales are equal.
    Facts { bitwise: false, ..Facts::CHECKED },
    Some(Blank::new(Decimal::ZERO)),
    |value| Ok(value.serialize()),
    |bytes| {
        let value = Decimal::deserialize(bytes);
        // Other bits of the flags than the sign and the scale are ignored there.
        if value.serialize() == bytes && value.scale() <= Decimal::MAX_SCALE {
            Ok(value)
        } else {
            Err("the number has bits that no decimal has")
        }
    }
);
