//! Encoding, decoding and reading the messages of the `codec` benchmark.

use core::fmt::Debug;
use core::hint::black_box;

use benches::messages;
use benches::sum::Sum;
use pool_codec::error::TooLong;
use pool_codec::{Decodable, Encodable, ZeroCopy};

use crate::cells::Cell;

pub(super) fn cells() -> Vec<Cell> {
    let mut cells = message("SwapEvent", Ok(messages::swap_event()));
    cells.extend(message("SetupConnection", benches::setup_connection()));
    cells.extend(message("NewExtendedMiningJob", benches::new_extended_mining_job()));
    cells.extend(message("OrderBook", messages::order_book()));
    cells.extend(message("bytes 64 B", messages::blob(64)));
    cells.extend(message("bytes 1 KiB", messages::blob(1 << 10)));
    cells.extend(message("integers 1 KiB", messages::integers(1 << 10)));
    cells
}

/// Returns the cells of one message.
fn message<M>(name: &str, message: Result<M, TooLong>) -> Vec<Cell>
where
    M: ZeroCopy + Encodable + Clone + Debug + PartialEq + Sum + for<'d> Decodable<'d>,
    for<'d> M::Ref<'d>: Decodable<'d> + Encodable + Sum,
{
    let message: &'static M = Box::leak(Box::new(message.expect("the parts are short")));
    let bytes: &'static [u8] = message.encode_to_vec().expect("encodes").leak();
    let borrowed: &'static M::Ref<'static> =
        Box::leak(Box::new(M::Ref::decode(bytes).expect("decodes")));
    assert!(M::from_borrowed(borrowed) == *message, "{name}: both forms are equal");
    let (mut out, mut out_borrowed) = (vec![0; bytes.len()], vec![0; bytes.len()]);
    let (mut reused, mut refilled) = (Vec::new(), message.clone());

    let cell =
        |operation: &str, run: Box<dyn FnMut()>| Cell::new(format!("{name}, {operation}"), run);
    vec![
        cell(
            "encode",
            Box::new(move || {
                black_box(black_box(message).encode(black_box(&mut out)).is_ok());
            }),
        ),
        cell(
            "encode the borrowed form",
            Box::new(move || {
                black_box(black_box(borrowed).encode(black_box(&mut out_borrowed)).is_ok());
            }),
        ),
        cell(
            "append to a vector",
            Box::new(move || {
                reused.clear();
                black_box(black_box(message).append_to_vec(black_box(&mut reused)).is_ok());
            }),
        ),
        cell(
            "encode to a new vector",
            Box::new(move || {
                black_box(&black_box(message).encode_to_vec());
            }),
        ),
        cell(
            "owned",
            Box::new(|| {
                black_box(&M::decode(black_box(bytes)));
            }),
        ),
        cell(
            "refilled",
            Box::new(move || {
                black_box(black_box(&mut refilled).decode_into(black_box(bytes)).is_ok());
            }),
        ),
        cell(
            "borrowed",
            Box::new(|| {
                black_box(&M::Ref::decode(black_box(bytes)));
            }),
        ),
        cell(
            "prefix",
            Box::new(|| {
                black_box(&M::Ref::decode_prefix(black_box(bytes)));
            }),
        ),
        cell(
            "read",
            Box::new(|| {
                black_box(M::Ref::decode(black_box(bytes)).map_or(0, |borrowed| borrowed.sum()));
            }),
        ),
    ]
}
