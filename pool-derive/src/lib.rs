//! The derive macros of `pool-codec`. Depend on that crate, which re-exports them, not on this one.

#![forbid(unsafe_code)]

mod attrs;
mod borrowed;
mod bounds;
mod check;
mod diag;
mod emit;
mod expand;
mod layout;
mod literal;
mod lower;
mod model;
mod names;
mod paths;
mod set;
#[cfg(test)]
mod tests;
mod variants;

use proc_macro::TokenStream;

/// Derives the wire traits of a message or of a part of messages.
///
/// ```
/// use pool_codec::{Frame, Str};
///
/// /// Opens a connection.
/// #[derive(Debug, Clone, PartialEq, Frame)]
/// #[frame(id = 0x00, borrow)]
/// pub struct SetupConnection {
///     pub flags: u32,
///     pub vendor: Str<255>,
///     #[frame(max_len = 255)]
///     pub firmware: String,
/// }
///
/// assert_eq!(SetupConnection::ID, 0x00);
/// assert_eq!(<SetupConnection as pool_codec::Wire>::MAX_SIZE, 4 + 256 + 256);
/// ```
///
/// On a **struct with named fields** it implements `Wire`, `Encodable`, `Decodable` and `Fields`, with an
/// `id` also `Frame`. The struct is the owned form; it has neither generics nor lifetimes. A struct
/// without an id is a part: it nests in messages.
///
/// On an **enum without fields** it implements `Wire`, `Encodable` and `Decodable`: a tag on the wire. Each
/// variant has its number written out. In a borrowed form the enum stays as it is: `borrow` gives it the
/// second name that borrowed forms use; it must be `Copy`.
///
/// # Attributes
///
/// | on | key | meaning |
/// |---|---|---|
/// | struct | `id = EXPR` | the frame's id, a `u32`: the header's identifying bits |
/// | both | `borrow` | generate the borrowed form, `FooRef<'decoder>`; parts in a borrowed form need it too |
/// | struct | `max_size = EXPR` | a bound in bytes that is tighter than the fields'; holds on encode and decode |
/// | struct | `capacity = EXPR` | slots of each of its size classes that a pool keeps; needs an `id` |
/// | enum | `tag = u8` | the tag's type: `u8` (the default), `u16`, `u32` or `u64` |
/// | both | `crate = PATH` | where the library is, if not at `::pool_codec` |
/// | field | `max_len = EXPR` | bounds a `String` or `Vec<u8>` in bytes, a `Vec<T>` in elements |
/// | field | `copy` | keep the field's type in the borrowed form; it must be `Copy` |
///
/// # The borrowed form
///
/// A derive sees names, not types, so it maps names:
///
/// | field | in `FooRef<'decoder>` |
/// |---|---|
/// | integers, floats, `bool`, `U24`, `LowBitBool` | the same |
/// | `[u8; N]` | `&'decoder [u8; N]` |
/// | `[T; N]`, `Option<T>` | the same of the borrowed form of `T` |
/// | `Str<N>`, `Bytes<N>`, `Seq<T, N>` | `StrRef<'decoder, N>`, `BytesRef<'decoder, N>`, `SeqRef<'decoder, T, N>` |
/// | `String`, `Vec<u8>`, `Vec<T>` with `max_len = N` | `&'decoder str`, `&'decoder [u8]`, `SeqRef<'decoder, T, N>` |
/// | `path::Foo`, `path::Foo<..>` | `path::FooRef<'decoder>`, `path::FooRef<'decoder, ..>` |
/// | any type with `copy` | the same |
///
/// So an alias `Str0255` needs an alias `Str0255Ref<'decoder>` beside it. `Str`, `Bytes`, `Seq`, `String` and
/// `Vec` without a path are those of the library and of `std`; a type of your own by that name is written
/// `self::Str<N>`. The borrowed form is `Debug`, `Clone`, `Copy` and `PartialEq`; its docs, `allow`s and
/// `deprecated`s are those of the struct. Where nothing borrows, it has one hidden field besides; make it
/// with `From<Foo>`.
///
/// # What it expands to
///
/// ```text
/// pub struct SetupConnectionRef<'decoder> {               // with `borrow`
///     pub flags: u32,
///     pub vendor: StrRef<'decoder, 255>,
///     pub firmware: &'decoder str,
/// }
/// impl Wire for SetupConnection { /* MIN_SIZE, MAX_SIZE, MAX_HEAP, PLAIN, SCHEMA */ }
/// impl Encodable for SetupConnection { /* encoded_len, encode_to */ }
/// impl<'decoder> Decodable<'decoder> for SetupConnection { /* decode_from, refill_from */ }
/// impl Fields for SetupConnection { /* visit_fields */ }
/// impl Frame for SetupConnection { /* ID, NAME, CAPACITY */ }               // with `id`
/// // With `borrow`: all of the above for `SetupConnectionRef<'decoder>`, and
/// impl ZeroCopy for SetupConnection { type Ref<'decoder> = SetupConnectionRef<'decoder>; /* .. */ }
/// impl Covariant for SetupConnection { /* shorten */ }
/// impl From<SetupConnectionRef<'_>> for SetupConnection { /* .. */ }
/// impl SetupConnectionRef<'_> { pub fn into_owned(self) -> SetupConnection { /* .. */ } }
/// ```
///
/// Everything but the borrowed form's declaration is in a `const _: () = { .. };`. There is no `unsafe`.
#[proc_macro_derive(Frame, attributes(frame))]
pub fn frame(input: TokenStream) -> TokenStream {
    expand::frame(input.into()).into()
}

/// Derives `FrameSet` for an enum of messages: what one connection may carry.
///
/// ```
/// use pool_codec::{Frame, FrameSet, RawFrame, Sv2Header};
///
/// #[derive(Debug, Clone, PartialEq, Frame)]
/// #[frame(id = 0x00, borrow)]
/// pub struct SetupConnection {
///     pub flags: u32,
/// }
///
/// #[derive(Debug, Clone, PartialEq, Frame)]
/// #[frame(id = 0x800015, borrow)]
/// pub struct NewMiningJob {
///     pub channel_id: u32,
///     pub merkle_root: [u8; 32],
/// }
///
/// #[derive(Debug, Clone, PartialEq, FrameSet)]
/// #[frames(header = Sv2Header, borrow)]
/// pub enum Mining {
///     SetupConnection(SetupConnection),
///     NewMiningJob(NewMiningJob),
///     #[frame(other)]
///     Unknown(RawFrame),
/// }
///
/// assert_eq!(Mining::MAX_SIZE, 36);
/// assert_eq!(Mining::message(0x800015).map(|message| message.name), Some("NewMiningJob"));
/// ```
///
/// Each variant holds one message, a type with `#[frame(id = ..)]`. That the ids differ and that the
/// header can express them is checked by the build.
///
/// # Attributes
///
/// | on | key | meaning |
/// |---|---|---|
/// | enum | `frames(header = PATH)` | what precedes each payload: `Sv2Header`, `TlvHeader` or a `Header` of your own; required |
/// | enum | `frames(borrow)` | generate the borrowed form, `MiningRef<'decoder>`; its messages need `borrow` too |
/// | enum | `frames(crate = PATH)` | where the library is, if not at `::pool_codec` |
/// | variant | `frame(other)` | keeps frames of unknown id in a `RawFrame`; without one they are an error |
///
/// # What it expands to
///
/// ```text
/// pub enum MiningRef<'decoder> {                                            // with `borrow`
///     SetupConnection(SetupConnectionRef<'decoder>),
///     NewMiningJob(NewMiningJobRef<'decoder>),
///     Unknown(RawFrameRef<'decoder>),
/// }
/// impl FrameSet for Mining { /* Header, NAME, MESSAGES, KEEPS_UNKNOWN, message */ }
/// impl EncodeFrame for Mining { /* frame_id, payload_len, encode_payload */ }
/// impl<'decoder> DecodeFrame<'decoder> for Mining { /* decode_frame */ }
/// impl Fields for Mining { /* visit_fields */ }
/// impl From<SetupConnection> for Mining { /* .. */ }                        // and each other message
/// // With `borrow`: `EncodeFrame`, `DecodeFrame` and `Fields` for `MiningRef<'decoder>`, and
/// // `ZeroCopy`, `Covariant`, `From<MiningRef<'_>>` and `into_owned` as for a message.
/// ```
#[proc_macro_derive(FrameSet, attributes(frames, frame))]
pub fn frame_set(input: TokenStream) -> TokenStream {
    expand::frame_set(input.into()).into()
}
