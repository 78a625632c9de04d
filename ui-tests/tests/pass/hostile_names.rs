//! Types, fields and variants with names that an expansion might use itself.

#![allow(non_camel_case_types, non_snake_case, clippy::upper_case_acronyms, dead_code)]

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

/// This name differs from the next one only in case.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct FooBar {
    name: Str<4>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Foobar {
    name: Str<4>,
}

/// The names of the expansion itself, as fields and as variants.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 4, tag = u16, borrow, max_size = 60)]
enum FOOBAR<Self_> {
    #[frame(tag = 0)]
    Ok { __tag: u8, __value: Str<4>, __error: u16, __start: u8, __at: u8, __before: u8 },
    #[frame(tag = 1)]
    Err(self::Ok, FooBar, Foobar),
    #[frame(tag = 2)]
    Some {
        __field_0: Self_,
        __field_1: Str<4>,
        #[frame(range = 1..=4)]
        __variant: u8,
        __decoder: u8,
        __encoder: u8,
        __size: u8,
        __LABELS: u8,
    },
    #[frame(other)]
    None(u16, Str<4>),
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Marked {
    __decoder: u8,
    __decoder_: u16,
}

/// A type in a function, where its impls have another scope.
fn inside() {
    #[derive(Debug, Clone, PartialEq, Frame)]
    #[frame(id = 9, borrow, validate = check)]
    struct Inside<T> {
        value: T,
        text: Str<4>,
    }

    fn check<T: pool_codec::layout::Borrow<pool_codec::layout::Own>>(_: &InsideRef<'_, T>) -> core::result::Result<(), &'static str> {
        core::result::Result::Ok(())
    }
    let _ = <Inside<u8> as pool_codec::Wire>::MAX_SIZE;
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
    fn put(self) where Self: Sized {}
    fn get(self) where Self: Sized {}
    fn get_or(self) where Self: Sized {}
    fn tag(self) where Self: Sized {}
    fn variant(self) where Self: Sized {}
    fn refill(self) where Self: Sized {}
    fn checked(self) where Self: Sized {}
    fn borrowed(self) where Self: Sized {}
    fn optional(self) where Self: Sized {}
    fn ruled(self) where Self: Sized {}
    fn offset(self) where Self: Sized {}
    fn again(self) where Self: Sized {}
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

fn main() {
    inside();
}
