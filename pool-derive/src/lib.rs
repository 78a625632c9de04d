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
/// On a struct or an enum of any shape, with type and const parameters. With an `id` it is a message,
/// without one a part of messages. The type as written is the owned form; `borrow` generates the borrowed
/// one.
///
/// All attributes, and how to port a protocol, are in the library's guide: `pool_codec::guide`.
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
/// impl OwnLayout for SetupConnection {}
/// impl Frame for SetupConnection { /* ID, NAME, CAPACITY */ }               // with `id`
/// // With `borrow`: all of the above for `SetupConnectionRef<'decoder>`, and
/// impl ZeroCopy for SetupConnection { type Ref<'decoder> = SetupConnectionRef<'decoder>; /* .. */ }
/// impl Covariant for SetupConnection { /* shorten */ }
/// impl Lend<SetupConnection> for SetupConnectionRef<'_> { /* lend */ }
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
/// `#[frames(..)]` takes `header`, `borrow`, `invariant`, `derive`, `reserved` and `crate`, a variant `#[frame(other)]`: see
/// the guide, `pool_codec::guide`.
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

/// A service's configuration, read and checked when the program is built.
///
/// ```text
/// service_config!(Set, "services.toml", "adapter")
/// ```
///
/// is a constant expression of the type `ServiceConfig`: what `[service.adapter]` of `services.toml`
/// declares. The path is relative to the folder of the package's `Cargo.toml`, and the package is built again
/// when the file changes. Every mistake in the file is a compile error, also a message that the set `Set`
/// does not have: the error shows the line, what may have been meant and what there is.
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
/// Without a file, the text stands in braces; an error is then shown on the very name. It consists of Rust's tokens:
/// strings have double quotes.
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
/// Where the library goes by another name, `crate = path` follows as a last argument.
#[cfg(feature = "service")]
#[proc_macro]
pub fn service_config(input: TokenStream) -> TokenStream {
    let root = std::env::var_os("CARGO_MANIFEST_DIR");
    expand::service_config(input.into(), root.as_ref().map(std::path::Path::new)).into()
}
