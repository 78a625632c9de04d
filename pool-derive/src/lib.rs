//! The derive macros of `pool-codec`. Depend on that crate, which re-exports them, not on this one.

#![forbid(unsafe_code)]

mod attrs;
mod borrowed;
mod check;
mod diag;
mod emit;
mod expand;
mod lower;
mod model;
mod names;
mod paths;
mod set;
#[cfg(test)]
mod tests;

use proc_macro::TokenStream;

/// Derives the wire traits of a message: `Wire`, `Encodable`, `Decodable`, `Fields` and, with an id,
/// `Frame`.
#[proc_macro_derive(Frame, attributes(frame))]
pub fn frame(input: TokenStream) -> TokenStream {
    expand::frame(input.into()).into()
}

/// Derives `FrameSet` for an enum whose variants each hold one message.
#[proc_macro_derive(FrameSet, attributes(frames, frame))]
pub fn frame_set(input: TokenStream) -> TokenStream {
    expand::frame_set(input.into()).into()
}
