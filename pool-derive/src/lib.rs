//! The derive macros of `pool-codec`. Depend on that crate, which re-exports them, not on this one.

#![forbid(unsafe_code)]

mod attrs;
mod check;
mod diag;
mod emit;
mod expand;
mod lower;
mod model;
mod names;
mod paths;
#[cfg(feature = "service")]
mod service;
#[cfg(test)]
mod tests;

use proc_macro::TokenStream;

/// Derives the encoding of a message, or of a part of messages.
///
/// ```
/// use pool_codec::{Frame, Str, Wire};
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
/// assert_eq!(SetupConnection::MAX_SIZE, 4 + 256 + 256);
/// ```
///
/// It applies to structs and enums of any shape, with type and const parameters. A type with an `id` is a
/// message; without one it is a part of messages. The type as written is the owned form, and `borrow` generates
/// the borrowed form.
///
/// The guide, `pool_codec::guide`, shows how to port a protocol.
///
/// # Attributes
///
/// The keys of `#[frame(..)]`:
///
#[doc = include_str!("attributes/frame.md")]
///
/// Rust's own attributes on the type, its variants and its fields:
///
#[doc = include_str!("attributes/rust.md")]
///
/// # What it expands to
///
/// ```text
/// pub struct SetupConnectionRef<'decoder> {               // with `borrow`
///     pub flags: u32,
///     pub vendor: StrRef<'decoder, 255>,
///     pub firmware: &'decoder str,
/// }
///
/// // The encoding, the same in every layout `L`. `Wire` and `Encodable` follow from it.
/// impl<L: Layout> Encode<L> for SetupConnection {
///     type Value = Self;
///     const ENCODING: &'static Schema = &Schema::record("SetupConnection", &[/* the fields */]).checked();
///     fn encode_to<S: Sink>(value: &Self, sink: &mut S) -> Result<(), S::Error> { /* .. */ }
/// }
/// // `Decodable<'decoder>` follows from it.
/// impl<'decoder, L: Layout> Decode<'decoder, L> for SetupConnection {
///     fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> { /* .. */ }
///     fn refill_from(value: &mut Self, decoder: &mut Decoder<'decoder>) -> Result<(), DecodeError> { /* .. */ }
/// }
/// impl Frame for SetupConnection { /* ID, NAME, CAPACITY */ }               // with `id`
///
/// // With `borrow`: the three impls above for `SetupConnectionRef<'decoder>` too, its `Debug`, `Clone`, `Copy`
/// // and `PartialEq`, and
/// impl<L: Layout> Borrow<L> for SetupConnection {         // `ZeroCopy` follows from it
///     type Ref<'decoder> = SetupConnectionRef<'decoder>;
///     fn own(borrowed: &SetupConnectionRef<'_>) -> Self { /* .. */ }
///     fn lend(value: &Self) -> SetupConnectionRef<'_> { /* .. */ }
/// }
/// impl Covariant for SetupConnection { /* shorten */ }    // it can be held
/// impl From<SetupConnectionRef<'_>> for SetupConnection { /* .. */ }
/// impl SetupConnectionRef<'_> { pub fn into_owned(self) -> SetupConnection { /* .. */ } }
/// ```
///
/// The fields are encoded and decoded in the layout that `len` selects, whatever layout surrounds the type. All
/// sizes follow from `ENCODING`. Everything except the declaration of the borrowed form is inside a
/// `const _: () = { .. };`. The expansion contains no `unsafe`.
#[proc_macro_derive(Frame, attributes(frame))]
pub fn frame(input: TokenStream) -> TokenStream {
    expand::frame(input.into()).into()
}

/// Derives `FrameSet` for an enum of messages: everything that one connection may carry.
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
/// Each variant contains one message, a type with `#[frame(id = ..)]`. The build checks that the ids are unique
/// and that the header can express them.
///
/// # Attributes
///
/// The keys of `#[frames(..)]` on the enum, and of `#[frame(..)]` on its variants:
///
#[doc = include_str!("attributes/frame_set.md")]
///
/// Rust's own attributes are treated as by [`Frame`](macro@Frame).
///
/// # What it expands to
///
/// ```text
/// pub enum MiningRef<'decoder> {                                            // with `borrow`
///     SetupConnection(SetupConnectionRef<'decoder>),
///     NewMiningJob(NewMiningJobRef<'decoder>),
///     Unknown(RawFrameRef<'decoder>),
/// }
///
/// impl FrameSet for Mining { /* Header, NAME, MESSAGES, KEEPS_UNKNOWN, message */ }
/// impl EncodeFrame for Mining { /* frame_id, payload_len, encode_payload */ }
/// impl<'decoder> DecodeFrame<'decoder> for Mining { /* decode_frame */ }
/// impl From<SetupConnection> for Mining { /* .. */ }                        // and from each other message
/// // With `borrow`: `EncodeFrame` and `DecodeFrame` for `MiningRef<'decoder>` too; `ZeroCopy` and `Covariant`
/// // for `Mining`; `From<MiningRef<'_>>` and `into_owned`, as for a message.
/// ```
#[proc_macro_derive(FrameSet, attributes(frames, frame))]
pub fn frame_set(input: TokenStream) -> TokenStream {
    expand::frame_set(input.into()).into()
}

/// Derives `Header` for a struct: the bytes before each payload.
///
/// `#[derive(Frame)]` describes the bytes of the struct, with all attributes of `#[frame(..)]`. The attribute
/// `#[header(..)]` says what its fields mean.
///
/// ```
/// use pool_codec::{Frame, FrameSet, Header};
///
/// /// The header of a remote call.
/// #[derive(Debug, Clone, Copy, PartialEq, Frame, Header)]
/// #[frame(endian = big)]
/// pub struct CallHeader {
///     /// Of everything behind it.
///     #[header(len, counts = rest)]
///     pub len: u32,
///     #[header(id)]
///     pub method: u16,
///     #[header(version = 1..=2)]
///     pub version: u16,
///     #[header(correlation)]
///     pub call: u32,
/// }
///
/// #[derive(Debug, Clone, PartialEq, Frame)]
/// #[frame(id = 3)]
/// pub struct Ping {
///     pub nonce: u64,
/// }
///
/// #[derive(Debug, Clone, PartialEq, FrameSet)]
/// #[frames(header = CallHeader)]
/// pub enum Calls {
///     Ping(Ping),
/// }
///
/// let header = CallHeader::new(3, 8).unwrap();
/// assert_eq!(header, CallHeader { len: 16, method: 3, version: 2, call: 0 });
/// assert_eq!((<CallHeader as Header>::SIZE, header.payload_len()), (12, 8));
/// ```
///
/// The struct is `Copy` and `Debug`. A field without a key, and one with a checksum or a correlation id, begins in a new
/// header with its `Default`. The length of the header may vary, for example with a length of variable width.
///
/// `Frame` and `Header` both have functions called `decode` and `encode`. If both traits are in scope, name the one that
/// you mean, as in `<CallHeader as Header>::decode(..)`.
///
/// # Attributes
///
/// The keys of `#[header(..)]` on a field:
///
#[doc = include_str!("attributes/header.md")]
///
/// # What it expands to
///
/// ```text
/// // `Header` follows from a private trait.
/// impl Header for CallHeader { /* .. */ }
/// impl DerivedHeader for CallHeader {
///     type Id = u16;
///     type Len = u32;
///     const COUNTED: usize = 8;                                             // with `counts`
///     fn from_parts(id: u16, len: u32) -> Self { /* .. */ }
///     fn parts(&self) -> (u16, u32) { /* .. */ }
///     fn check(&self) -> Result<(), HeaderError> { /* .. */ }               // with `version`
///     fn repeat_fields(&mut self, request: &Self) { /* .. */ }              // with `correlation`
/// }
/// ```
#[proc_macro_derive(Header, attributes(header, frame))]
pub fn header(input: TokenStream) -> TokenStream {
    expand::header(input.into()).into()
}

/// A service's configuration, read and checked at compile time.
///
/// ```text
/// service_config!(Set, "services.toml", "adapter")
/// ```
///
/// is a constant expression of type `ServiceConfig`: the declaration of `[service.adapter]` in `services.toml`. The
/// path is relative to the folder of the package's `Cargo.toml`, and the package is rebuilt when the file changes.
/// Every mistake in the file is a compile error, including a message that the set `Set` does not have. The error
/// shows the line, the likely intention, and the messages that exist.
///
/// ```
/// use pool_codec::service::ServiceConfig;
/// use pool_codec::{Frame, FrameSet, Pool, PoolConfig, service_config, TlvHeader};
///
/// #[derive(Debug, Frame)]
/// #[frame(id = 1)]
/// struct SwapEvent { amount: u64 }
///
/// #[derive(Debug, Frame)]
/// #[frame(id = 2)]
/// struct PoolStateUpdate { reserves: [u64; 20] }
///
/// #[derive(Debug, FrameSet)]
/// #[frames(header = TlvHeader)]
/// enum Market { SwapEvent(SwapEvent), PoolStateUpdate(PoolStateUpdate) }
///
/// const ADAPTER: ServiceConfig =
///     service_config!(Market, "../pool-codec/tests/service/market.toml", "polygon-adapter");
/// const CONFIG: PoolConfig = ADAPTER.pool_config::<Market>();
/// const _: () = assert!(CONFIG.footprint() <= 1 << 20);
/// static POOL: Pool = Pool::new(&CONFIG);
/// ```
///
/// The TOML can also be in braces instead of a file. An error then points at the token. The text consists of Rust
/// tokens, so its strings have double quotes.
///
/// ```
/// # use pool_codec::service::ServiceConfig;
/// # use pool_codec::{Frame, FrameSet, service_config, TlvHeader};
/// # #[derive(Debug, Frame)]
/// # #[frame(id = 1)]
/// # struct SwapEvent { amount: u64 }
/// # #[derive(Debug, FrameSet)]
/// # #[frames(header = TlvHeader)]
/// # enum Market { SwapEvent(SwapEvent) }
/// const ADAPTER: ServiceConfig = service_config!(Market, {
///     service.adapter = { messages = ["SwapEvent"], overflow = "fail" }
/// });
/// ```
///
/// If the library has another name, add `crate = path` as the last argument.
#[cfg(feature = "service")]
#[proc_macro]
pub fn service_config(input: TokenStream) -> TokenStream {
    let root = std::env::var_os("CARGO_MANIFEST_DIR");
    expand::service_config(input.into(), root.as_ref().map(std::path::Path::new)).into()
}
