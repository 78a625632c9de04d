//! The meanings of a header's fields: none, several, of no field, and of a type without numbers.

use pool_codec::{Frame, Header};

#[derive(Debug, Clone, Copy, Frame, Header)]
struct NoLen {
    #[header(id)]
    id: u8,
}

#[derive(Debug, Clone, Copy, Frame, Header)]
struct Twice {
    #[header(len)]
    first: u8,
    #[header(len, id)]
    second: u8,
    #[header(id, version = 1..)]
    third: u8,
    #[header(counts = rest)]
    fourth: u8,
}

#[derive(Debug, Clone, Copy, Frame, Header)]
#[header(len)]
struct OnTheType {
    #[header(len, counts = all)]
    len: u8,
}

#[derive(Debug, Clone, Copy, Frame, Header)]
struct Misspelt {
    #[header(lenght)]
    len: u8,
}

#[derive(Debug, Clone, Copy, Frame, Header)]
struct Generic<const N: usize> {
    #[header(len)]
    len: u8,
    rest: [u8; N],
}

#[derive(Debug, Clone, Copy, Frame, Header)]
#[frame(tag = u8)]
enum Shape {
    A,
}

fn main() {}
