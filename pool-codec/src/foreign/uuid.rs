//! UUIDs: 16 bytes in the order of their text (WIRE.md section 11).

use uuid::Uuid;

use crate::codec::borrow::{ArrayElement, own_borrowed_form};
use crate::codec::{Blank, Decode, DecodeError, Decoder, Encode, Facts, Layout, Schema, Sink};
use crate::wire::parts;

parts!(
    Uuid as [u8; 16],
    Facts::ALL,
    Some(Blank::new(Uuid::nil())),
    |value| Ok(value.into_bytes()),
    |bytes| Ok(Uuid::from_bytes(bytes))
);
