//! Sets with encodings that the model does not describe: they are opaque, and a lock notices their changes.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use pool_codec::layout::{Leb128, Postcard};
use pool_codec::prelude::*;
use pool_codec::{I24, Str, TlvHeader, U40};
use pool_schema::{Impact, Schema, Type};

#[derive(Debug, Frame)]
#[frame(id = 1, layout = Postcard)]
struct Varied {
    number: u32,
    text: Str<20>,
    wide: U40,
    narrow: I24,
    plain: u8,
}

/// `Varied` with a larger number.
#[derive(Debug, Frame)]
#[frame(id = 1, layout = Postcard)]
struct Wider {
    number: u64,
    text: Str<20>,
    wide: U40,
    narrow: I24,
    plain: u8,
}

#[derive(Debug, Frame)]
#[frame(id = 2)]
struct Conditional {
    flags: u8,
    #[frame(when = flags & 1)]
    id: Option<u32>,
    #[frame(layout = Leb128)]
    small: u16,
}

#[derive(Debug, FrameSet)]
#[frames(header = TlvHeader)]
enum Old {
    Varied(Varied),
    Conditional(Conditional),
}

#[derive(Debug, FrameSet)]
#[frames(header = TlvHeader)]
enum New {
    Varied(Wider),
    Conditional(Conditional),
}

#[test]
fn sets_with_opaque_parts() {
    let schema = Schema::of::<Old>();
    let fields = schema.definition("Varied").unwrap().fields();
    let types: Vec<String> = fields.iter().map(|field| field.ty.to_string()).collect();
    assert!(types[0].starts_with("Opaque<1, 5, d"), "{types:?}");
    assert!(types[1].starts_with("Opaque<1, 21, d"), "{types:?}");
    assert_eq!(types[4], "u8");
    let message = schema.message(2).unwrap();
    assert!(matches!(message.ty, Type::Opaque { min: 2, max: 8, digest: Some(_) }), "{message:?}");
    assert_eq!(Schema::from_json(&schema.to_json()).unwrap(), schema);
    // Sizes and classes are those of the types.
    let compiled = schema.compile().unwrap();
    for (ours, theirs) in compiled.messages().iter().zip(Old::MESSAGES) {
        assert_eq!((ours.min_size, ours.max_size), (theirs.min_size, theirs.max_size));
    }
    assert!(schema.dissector(&[]).is_ok() && schema.report(None, 1).is_ok());
}

#[test]
fn a_lock_notices_changes_of_opaque_parts() {
    let changes = Schema::of::<New>().changes_since(&Schema::of::<Old>());
    assert_eq!(changes.impact(), Some(Impact::Breaks), "{changes}");
    assert!(Schema::of::<Old>().changes_since(&Schema::of::<Old>()).is_empty());
}
