//! Keywords as names. The schema shows them without `r#`.

#![allow(non_camel_case_types, reason = "the keywords are lower case")]

use pool_codec::{Frame, FrameSet, Str, Sv2Header, Wire};

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1, borrow)]
struct r#struct {
    r#type: u8,
    r#match: Str<8>,
    #[frame(copy)]
    r#enum: r#enum,
    r#async: [u8; 4],
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
enum r#enum {
    r#Yield = 1,
    r#if = 2,
}

#[derive(Debug, Clone, PartialEq, FrameSet)]
#[frames(header = Sv2Header, borrow)]
enum r#trait {
    r#struct(r#struct),
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
enum r#impl {
    #[frame(tag = 0)]
    r#loop,
    #[frame(tag = 1)]
    r#match { r#in: u8, r#type: Str<4> },
    #[frame(other)]
    r#else { r#as: u8, r#use: Str<4> },
}

fn main() {
    assert_eq!(r#struct::NAME, "struct");
    assert_eq!(r#trait::NAME, "trait");
    let names: Vec<_> = r#struct::SCHEMA.fields().iter().map(|field| field.name()).collect();
    assert_eq!(names, ["type", "match", "enum", "async"]);
    let variants: Vec<_> = r#impl::SCHEMA.variants().iter().map(|variant| variant.name).collect();
    assert_eq!(variants, ["loop", "match"]);
    let error = <r#impl as pool_codec::Decodable>::decode(&[1, 0, 9]).unwrap_err();
    assert_eq!(error.field(), Some("match.type"));
    let borrowed = structRef { r#type: 1, r#match: Default::default(), r#enum: r#enum::r#if, r#async: &[0; 4] };
    assert_eq!(traitRef::r#struct(borrowed).into_owned(), r#trait::r#struct(borrowed.into_owned()));
}
