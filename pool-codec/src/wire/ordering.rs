//! The result of a comparison: -1, 0 or 1 (WIRE.md section 11).

use core::cmp::Ordering;

use crate::codec::borrow::{ArrayElement, own_borrowed_form};
use crate::codec::{Blank, Decode, DecodeError, Decoder, Encode, Facts, Layout, Schema, Sink};
use crate::wire::parts::parts;

parts!(
    Ordering as i8,
    Facts::CHECKED,
    Some(Blank::new(Ordering::Equal)),
    |value| Ok(value as i8),
    |number| match number {
        -1 => Ok(Ordering::Less),
        0 => Ok(Ordering::Equal),
        1 => Ok(Ordering::Greater),
        _ => Err("the order is -1, 0 or 1"),
    }
);
