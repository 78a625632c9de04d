//! The source text of types as large as protocols get, for tests that compile them and for the benchmark of the compiler.

use core::fmt::Write as _;

/// Returns the source text of an enum with `variants` variants and of a set with `messages` messages.
///
/// The text uses the names of `pool_codec::prelude`, and `Bytes`, `Seq`, `Str` and `TlvHeader`.
///
/// # Panics
///
/// Never panics, because writing to a string cannot fail.
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
        writeln!(text, "#[frame(tag = {index})] {variant},")
            .expect("writing to a string cannot fail");
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
        .expect("writing to a string cannot fail");
    }
    text.push_str(
        "#[derive(Debug, Clone, PartialEq, FrameSet)]\n#[frames(header = TlvHeader, borrow)]\n\
         enum Set {\n",
    );
    for index in 0..messages {
        writeln!(text, "M{index}(M{index}),").expect("writing to a string cannot fail");
    }
    text.push_str("}\n");
    text
}
