// @generated from `parts.yaml`, by pool-schema. Change the schema, not this file.

use pool_codec::prelude::*;
use pool_codec::{Be, Seq, Str, TlvHeader, U24};

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

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 5, borrow)]
pub struct Ranges {
    #[frame(range = Be(1)..=Be(9))]
    pub port: Be<u16>,
    #[frame(range = U24::from(1_u8)..)]
    pub odd: U24,
    #[frame(range = -1.5..=9.0)]
    pub rate: f32,
    #[frame(range = 'a'..='z')]
    pub letter: char,
    #[frame(default = [1, 2, 3, 4])]
    pub hash: [u8; 4],
    #[frame(default = Some(1))]
    pub level: Option<u8>,
}

#[derive(Debug, Clone, PartialEq, FrameSet)]
#[frames(header = TlvHeader)]
pub enum Parts {
    Path(Path),
    Line(Line),
    Nothing(Nothing),
    Small(Small),
    Ranges(Ranges),
}
