//! Boxed arrays: what is decoded and what is refilled fails in the same way.

use std::time::SystemTime;

use pool_codec::prelude::*;
use pool_codec::{Be, Str};

#[derive(Debug, Clone, PartialEq, Frame)]
struct Part {
    number: u32,
    text: Str<4>,
}

fn agree<T: for<'d> Decodable<'d> + Encodable + PartialEq + core::fmt::Debug>(value: T) {
    let bytes = value.encode_to_vec().unwrap();
    let mut refilled = value;
    for len in 0..bytes.len() {
        for change in [0, 1, 0xFF] {
            let mut wrong = bytes[..len].to_vec();
            if let Some(last) = wrong.last_mut() {
                *last ^= change;
            }
            let decoded = T::decode(&wrong);
            assert_eq!(refilled.decode_into(&wrong).err(), decoded.err(), "{wrong:x?}");
        }
    }
}

#[test]
fn decoded_and_refilled_boxes_have_the_same_errors() {
    let text = || "ab".parse::<Str<4>>().unwrap();
    let part = || Part { number: 1, text: text() };
    agree(Box::new([text(), text()]));
    agree(Box::new([[text(), text()], [text(), text()]]));
    agree(Box::new([SystemTime::UNIX_EPOCH; 3]));
    agree(Some(Box::new([SystemTime::UNIX_EPOCH; 2])));
    agree(Box::new([part(), part(), part()]));
    agree(Box::new([true, false, true]));
    agree(Box::new([Be(1_u64), Be(2)]));
    agree(Box::new([1_u64, 2]));
    agree(Box::new(part()));
    agree([Box::new([text()]), Box::new([text()])]);
}
