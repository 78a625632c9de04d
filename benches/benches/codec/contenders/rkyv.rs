//! rkyv with checked access. Owned is `from_bytes`, which checks and then deserialises.

use benches::chart::Role;
use benches::sum::{Sum, bytes, total};
use rkyv::api::high::{self, HighDeserializer, HighSerializer, HighValidator};
use rkyv::bytecheck::CheckBytes;
use rkyv::rancor::Error;
use rkyv::ser::allocator::ArenaHandle;
use rkyv::ser::writer::Buffer;
use rkyv::util::AlignedVec;
use rkyv::{Archive, Deserialize, Serialize};

use crate::plain::{
    ArchivedBlob, ArchivedIntegers, ArchivedJob, ArchivedLevel, ArchivedOrderBook,
    ArchivedSetupConnection, ArchivedSwapEvent,
};
use crate::row::{Row, Subject, seen};

pub(crate) fn row<M>(message: M) -> Row
where
    M: Archive + PartialEq + Sum + 'static,
    M: for<'a> Serialize<HighSerializer<AlignedVec, ArenaHandle<'a>, Error>>,
    M: for<'a, 'b> Serialize<HighSerializer<Buffer<'b>, ArenaHandle<'a>, Error>>,
    M::Archived: for<'a> CheckBytes<HighValidator<'a, Error>>
        + Deserialize<M, HighDeserializer<Error>>
        + Sum,
{
    let sum = message.sum();
    let bytes = rkyv::to_bytes::<Error>(&message).expect("encodes");
    Subject::new("rkyv", Role::Rival, message, &bytes)
        .encode_slice(|message, out| {
            Some(high::to_bytes_in::<_, Error>(message, Buffer::from(out)).ok()?.len())
        })
        .encode_reused(AlignedVec::new(), |message, out| {
            let mut buffer = core::mem::take(out);
            buffer.clear();
            *out = high::to_bytes_in::<_, Error>(message, buffer).ok()?;
            Some(out)
        })
        .encode_fresh(|message| rkyv::to_bytes::<Error>(message))
        .owned(
            |bytes| rkyv::from_bytes::<M, Error>(bytes),
            |decoded, message| decoded.as_ref().is_ok_and(|decoded| decoded == message),
        )
        .borrow_any(|bytes| seen(rkyv::access::<M::Archived, Error>(bytes)))
        .read(sum, |bytes| Some(rkyv::access::<M::Archived, Error>(bytes).ok()?.sum()))
        .finish()
}

benches::sum! { ArchivedSwapEvent => |m| [
    m.timestamp.to_native(),
    bytes(&m.pool_address),
    bytes(&m.transaction),
    m.amount_in.to_native(),
    m.amount_out.to_native(),
    m.block.to_native().into(),
    m.index.to_native().into(),
]}

benches::sum! { ArchivedSetupConnection => |m| [
    m.protocol.number(),
    m.min_version.to_native().into(),
    m.max_version.to_native().into(),
    m.flags.to_native().into(),
    bytes(m.endpoint_host.as_bytes()),
    m.endpoint_port.to_native().into(),
    bytes(m.vendor.as_bytes()),
    bytes(m.hardware_version.as_bytes()),
    bytes(m.firmware.as_bytes()),
    bytes(m.device_id.as_bytes()),
]}

benches::sum! { ArchivedJob => |m| [
    m.channel_id.to_native().into(),
    m.job_id.to_native().into(),
    m.min_ntime.as_ref().map_or(0, |ntime| ntime.to_native()).into(),
    m.version.to_native().into(),
    m.version_rolling_allowed.into(),
    total(m.merkle_path.iter().map(|hash| bytes(hash))),
    bytes(&m.coinbase_tx_prefix),
    bytes(&m.coinbase_tx_suffix),
]}

#[inline(always)]
fn level(level: &ArchivedLevel) -> u64 {
    level.quantity.to_native().wrapping_add(level.price.to_native() as u64)
}

benches::sum! { ArchivedOrderBook => |m| [
    m.sequence.to_native(),
    m.instrument.to_native().into(),
    total(m.bids.iter().map(level)),
    total(m.asks.iter().map(level)),
]}

benches::sum! { ArchivedBlob => |m| [bytes(&m.content)]}
benches::sum! { ArchivedIntegers => |m| [total(m.content.iter().map(|number| number.to_native()))]}
