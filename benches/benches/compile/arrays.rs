//! How long does a large array take to compile, in release? The time should not depend on its length.

use crate::contenders::ours;
use crate::package::{Package, workspace};
use crate::times::median;

/// The numbers of elements.
const LENGTHS: [usize; 3] = [10, 1000, 16_000];

/// What a field of each row is. `N` is the number of elements.
const SHAPES: [(&str, &str); 12] = [
    ("numbers", "pub struct M { a: [u64; N] }"),
    ("floats", "pub struct M { k: u8, a: [f32; N], z: u16 }"),
    ("bools", "pub struct M { a: [bool; N] }"),
    ("tuples", "pub struct M { a: [(u8, u16); N] }"),
    ("arrays of bytes", "pub struct M { a: [[u8; 32]; N] }"),
    ("arrays of numbers", "pub struct M { a: [[u16; 8]; N] }"),
    ("derived parts", "pub struct M { a: [Part; N] }"),
    ("derived parts with text", "pub struct M { a: [Text; N] }"),
    ("an option", "pub struct M { a: Option<[u64; N]> }"),
    ("a box", "pub struct M { a: Box<[u64; N]> }"),
    ("a box of arrays", "pub struct M { a: Box<[[u8; 1024]; N]> }"),
    ("an enum", "pub enum M { #[frame(tag = 1)] A([u64; N]), #[frame(tag = 2)] B(u8, [Part; N]) }"),
];

const HEAD: &str = "#![allow(dead_code)]
use pool_codec::prelude::*;
use pool_codec::{DecodeError, EncodeError, Str};

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(borrow)]
pub struct Part { a: u32, b: u16, c: f64 }

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
pub struct Text { a: u32, b: Str<20> }

pub fn decode(bytes: &[u8]) -> Result<M, DecodeError> { M::decode(bytes) }
pub fn refill(message: &mut M, bytes: &[u8]) -> Result<(), DecodeError> { message.decode_into(bytes) }
pub fn encode(message: &M, out: &mut [u8]) -> Result<usize, EncodeError> { message.encode(out) }

#[derive(Frame)]
";

/// A row a shape.
pub(crate) fn print(rounds: usize) {
    print!("| an array in release, s |");
    for length in LENGTHS {
        print!(" {length} elements |");
    }
    println!("\n|---|{}", "---|".repeat(LENGTHS.len()));
    for (name, shape) in SHAPES {
        print!("| {name} |");
        for length in LENGTHS {
            let package = write(&shape.replace("; N]", &format!("; {length}]")));
            package.build();
            let seconds = median((0..rounds).map(|_| package.build()).collect());
            print!(" {seconds:.2} |");
        }
        println!();
    }
    println!();
}

fn write(shape: &str) -> Package {
    let library = ours(&workspace().join("pool-codec"));
    Package::write("large-array", &library, &format!("{HEAD}{shape}\n"))
}
