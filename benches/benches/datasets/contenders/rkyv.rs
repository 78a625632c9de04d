//! rkyv with checked access.

use std::rc::Rc;

use benches::chart::Role;
use rkyv::api::high::{self, HighDeserializer, HighSerializer, HighValidator};
use rkyv::bytecheck::CheckBytes;
use rkyv::rancor::Error;
use rkyv::ser::allocator::ArenaHandle;
use rkyv::util::AlignedVec;
use rkyv::{Archive, Deserialize, Serialize};

use crate::row::{Row, Subject};
use crate::sum::Sum;

pub(crate) fn row<M>(value: &Rc<M>) -> Row
where
    M: Archive + PartialEq + Sum + 'static,
    M: for<'a> Serialize<HighSerializer<AlignedVec, ArenaHandle<'a>, Error>>,
    M::Archived: for<'a> CheckBytes<HighValidator<'a, Error>>
        + Deserialize<M, HighDeserializer<Error>>
        + Sum,
{
    let bytes = rkyv::to_bytes::<Error>(&**value).expect("encodes");
    Subject::new("rkyv", Role::Rival, value, &bytes)
        .serialize(AlignedVec::new(), |value, out| {
            let mut buffer = core::mem::take(out);
            buffer.clear();
            *out = high::to_bytes_in::<_, Error>(value, buffer).ok()?;
            Some(out)
        })
        .deserialize(
            |bytes| rkyv::from_bytes::<M, Error>(bytes),
            |decoded, value| decoded.as_ref().is_ok_and(|decoded| decoded == value),
        )
        .read(value.sum(), |bytes| Some(rkyv::access::<M::Archived, Error>(bytes).ok()?.sum()))
        .finish()
}
