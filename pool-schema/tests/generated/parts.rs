// @generated from `parts.yaml`, by pool-schema. Change the schema, not this file.

use pool_codec::prelude::*;
use pool_codec::{Be, Seq, Str, TlvHeader};

#[derive(Debug, Clone, PartialEq, Eq, Frame)]
pub struct Point {
    pub x: u8,
    pub name: Str<9>,
}

pub type Points = [Point; 2];

#[derive(Debug, Clone, PartialEq, Eq, Frame)]
#[frame(id = 1, borrow)]
pub struct Path {
    pub name: Str<300>,
    pub count: Be<u16>,
}

#[derive(Debug, Clone, PartialEq, Eq, Frame)]
#[frame(id = 2)]
pub struct Line {
    pub ends: Points,
    pub width: Option<Point>,
    pub points: Seq<Point, 4>,
}

#[derive(Debug, Clone, PartialEq, Eq, Frame)]
#[frame(id = 3, borrow)]
pub struct Nothing;

#[derive(Debug, Clone, PartialEq, Eq, Frame)]
#[frame(id = 4, borrow)]
pub struct Small {
    pub a: u8,
}

#[derive(Debug, Clone, PartialEq, Eq, FrameSet)]
#[frames(header = TlvHeader)]
pub enum Parts {
    Path(Path),
    Line(Line),
    Nothing(Nothing),
    Small(Small),
}
