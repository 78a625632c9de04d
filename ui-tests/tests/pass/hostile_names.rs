//! Names that an expansion might use for itself.

#![allow(non_camel_case_types, dead_code)]

use pool_codec::{Frame, FrameSet, RawFrame, Str, Sv2Header};

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1, borrow)]
struct Result {
    input: u8,
    fields: Str<4>,
    self_: u16,
    decoder: Str<4>,
    encoder: Str<4>,
    error: u8,
    value: Ok,
    start: Str<4>,
    borrowed: Vec,
    visitor: [u8; 4],
    schema: self::String,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Ok {
    name: Str<4>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct String {
    name: Str<4>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow, max_size = 3)]
struct Vec {
    name: Str<4>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 2, borrow)]
struct Err {}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 3, borrow)]
struct Option {
    #[frame(max_len = 4)]
    none: std::vec::Vec<Ok>,
    #[frame(max_len = 4)]
    some: std::string::String,
}

#[derive(Debug, Clone, PartialEq, Frame)]
enum None {
    None = 0,
    Some = 1,
}

trait Wire {
    const MIN_SIZE: u8 = 0;
    const SCHEMA: u8 = 0;
}
impl<T> Wire for T {}

trait Encodable {
    fn encode_to(&self) {}
    fn encoded_len(&self) {}
    fn check_run(&self) {}
}
impl<T> Encodable for T {}

#[derive(Debug, Clone, PartialEq, FrameSet)]
#[frames(header = Sv2Header, borrow)]
enum Default {
    Ok(Result),
    Err(Err),
    None(Option),
    #[frame(other)]
    Some(RawFrame),
}

fn main() {}
