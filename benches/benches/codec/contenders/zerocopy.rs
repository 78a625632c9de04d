//! zerocopy: the message as a struct of integers without alignment. wincode borrows the same struct.

use benches::chart::Role;
use benches::sum::{Sum, bytes};
use zerocopy::little_endian::{U32, U64};
use zerocopy::{FromBytes, Immutable, IntoBytes, KnownLayout, Unaligned};

use crate::plain;
use crate::row::{Row, Subject, seen};

#[derive(
    Clone,
    Debug,
    Default,
    PartialEq,
    FromBytes,
    IntoBytes,
    Immutable,
    KnownLayout,
    Unaligned,
    wincode::SchemaRead,
)]
#[wincode(assert_zero_copy)]
#[repr(C)]
pub(crate) struct SwapEvent {
    timestamp: U64,
    pool_address: [u8; 20],
    transaction: [u8; 32],
    amount_in: U64,
    amount_out: U64,
    block: U32,
    index: U32,
}

benches::sum! { SwapEvent => |m| [
    m.timestamp.get(),
    bytes(&m.pool_address),
    bytes(&m.transaction),
    m.amount_in.get(),
    m.amount_out.get(),
    m.block.get().into(),
    m.index.get().into(),
]}

pub(crate) fn row(message: plain::SwapEvent) -> Row {
    let sum = message.sum();
    let message = SwapEvent {
        timestamp: message.timestamp.into(),
        pool_address: message.pool_address,
        transaction: message.transaction,
        amount_in: message.amount_in.into(),
        amount_out: message.amount_out.into(),
        block: message.block.into(),
        index: message.index.into(),
    };
    let bytes = message.as_bytes().to_vec();
    Subject::new("zerocopy", Role::Rival, message, &bytes)
        .encode_slice(|message, out| {
            message.write_to_prefix(out).ok()?;
            Some(size_of::<SwapEvent>())
        })
        .encode_reused(Vec::new(), |message, out| {
            out.clear();
            out.extend_from_slice(message.as_bytes());
            Some(out)
        })
        .encode_fresh(|message| Ok::<_, ()>(message.as_bytes().to_vec()))
        .owned(
            |bytes| SwapEvent::read_from_bytes(bytes).ok(),
            |decoded, message| decoded.as_ref() == Some(message),
        )
        .refill(SwapEvent::default(), |message, bytes| {
            let Ok(decoded) = SwapEvent::read_from_bytes(bytes) else { return false };
            *message = decoded;
            true
        })
        .borrow(|bytes| seen(SwapEvent::ref_from_bytes(bytes)))
        .prefix(|bytes| seen(SwapEvent::ref_from_prefix(bytes)))
        .read(sum, |bytes| Some(SwapEvent::ref_from_bytes(bytes).ok()?.sum()))
        .finish()
}
