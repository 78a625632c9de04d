//! Source text of types as large as protocols get: for the tests that compile them, and for the benchmark that
//! times the compiler.

use core::fmt::Write as _;

/// An enum of so many variants and a set of so many messages, as source text.
///
/// It needs the names of `pool_codec::prelude`, and `Bytes`, `Seq`, `Str` and `TlvHeader`.
///
/// # Panics
///
/// Never: a string takes all that is written to it.
#[must_use]
pub fn source(variants: usize, messages: usize) -> String {
    let mut text = String::from(
        "#[derive(Debug, Clone, PartialEq, Frame)]\n#[frame(tag = u16, borrow)]\nenum Large {\n",
    );
    for index in 0..variants {
        let variant = match index % 4 {
            0 => format!("V{index}"),
            1 => format!("V{index}(u32, Str<16>)"),
            2 => format!("V{index} {{ a: u64, b: Bytes<40>, c: [u8; 32] }}"),
            _ => format!("V{index}(Seq<u16, 8>)"),
        };
        writeln!(text, "#[frame(tag = {index})] {variant},").expect("a string takes all");
    }
    text.push_str("}\n");
    if messages == 0 {
        return text;
    }
    for index in 0..messages {
        writeln!(
            text,
            "#[derive(Debug, Clone, PartialEq, Frame)]\n#[frame(id = {index}, borrow)]\n\
             struct M{index} {{ a: u32, name: Str<16>, hash: [u8; 32], list: Seq<u16, 8> }}"
        )
        .expect("a string takes all");
    }
    text.push_str(
        "#[derive(Debug, Clone, PartialEq, FrameSet)]\n#[frames(header = TlvHeader, borrow)]\n\
         enum Set {\n",
    );
    for index in 0..messages {
        writeln!(text, "M{index}(M{index}),").expect("a string takes all");
    }
    text.push_str("}\n");
    text
}
