//! The integers and hashes of Ethereum (WIRE.md section 11).

use primitive_types::{H128, H160, H256, H512, U128, U256, U512};

use crate::codec::borrow::{ArrayElement, own_borrowed_form};
use crate::codec::{Blank, Decode, DecodeError, Decoder, Encode, Facts, Layout, Schema, Sink};
use crate::wire::parts;

macro_rules! hashes {
    ($($hash:ident $bytes:literal)*) => {$(
        parts!(
            $hash as [u8; $bytes],
            Facts::ALL,
            Some(Blank::new($hash([0; $bytes]))),
            |value| Ok(value.0),
            |bytes| Ok($hash(bytes))
        );
    )*};
}
hashes!(H128 16 H160 20 H256 32 H512 64);

macro_rules! integers {
    ($($integer:ident $words:literal)*) => {$(
        parts!(
            $integer as [u64; $words],
            Facts::ALL,
            Some(Blank::new($integer([0; $words]))),
            |value| Ok(value.0),
            |words| Ok($integer(words))
        );
    )*};
}
integers!(U128 2 U256 4 U512 8);
