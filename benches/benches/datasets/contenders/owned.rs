//! Contenders that read from their owned form, because they do not borrow from the data set.

use std::rc::Rc;

use benches::chart::Role;
use bincode2::config::{Configuration, Fixint, LittleEndian};
use bitcode::Buffer;
use borsh::{BorshDeserialize, BorshSerialize};
use serde::Serialize;
use serde::de::DeserializeOwned;
use speedy::{Readable, Writable};

use crate::row::Subject;

pub(crate) const BINCODE: Configuration<LittleEndian, Fixint> =
    bincode2::config::standard().with_fixed_int_encoding();

pub(crate) fn bincode2<M>(value: &Rc<M>) -> Subject<M>
where
    M: bincode2::Encode + bincode2::Decode<()> + PartialEq + 'static,
{
    let bytes = bincode2::encode_to_vec(&**value, BINCODE).expect("encodes");
    Subject::new("bincode 2", Role::Rival, value, &bytes)
        .serialize(vec![0; bytes.len()], |value, out| {
            let len = bincode2::encode_into_slice(value, out, BINCODE).ok()?;
            out.get(..len)
        })
        .deserialize(
            |bytes| bincode2::decode_from_slice::<M, _>(bytes, BINCODE),
            |decoded, value| decoded.as_ref().is_ok_and(|decoded| decoded.0 == *value),
        )
}

pub(crate) fn borsh<M>(value: &Rc<M>) -> Subject<M>
where
    M: BorshSerialize + BorshDeserialize + PartialEq + 'static,
{
    let bytes = borsh::to_vec(&**value).expect("encodes");
    Subject::new("borsh", Role::Rival, value, &bytes)
        .serialize(Vec::new(), |value, out| {
            out.clear();
            borsh::to_writer(&mut *out, value).ok()?;
            Some(out)
        })
        .deserialize(
            |bytes| borsh::from_slice::<M>(bytes),
            |decoded, value| decoded.as_ref().is_ok_and(|decoded| decoded == value),
        )
}

pub(crate) fn speedy<M>(value: &Rc<M>) -> Subject<M>
where
    M: Writable<speedy::LittleEndian>
        + for<'a> Readable<'a, speedy::LittleEndian>
        + PartialEq
        + 'static,
{
    let bytes = value.write_to_vec().expect("encodes");
    Subject::new("speedy", Role::Rival, value, &bytes)
        .serialize(vec![0; bytes.len()], |value, out| {
            value.write_to_buffer(out).ok()?;
            Some(out)
        })
        .deserialize(
            |bytes| M::read_from_buffer(bytes),
            |decoded, value| decoded.as_ref().is_ok_and(|decoded| decoded == value),
        )
}

pub(crate) fn bitcode<M>(value: &Rc<M>) -> Subject<M>
where
    M: bitcode::Encode + bitcode::DecodeOwned + PartialEq + 'static,
{
    Subject::new("bitcode", Role::Rival, value, &bitcode::encode(&**value))
        .serialize(Buffer::new(), |value, buffer| Some(buffer.encode(value)))
        .deserialize(
            |bytes| bitcode::decode::<M>(bytes),
            |decoded, value| decoded.as_ref().is_ok_and(|decoded| decoded == value),
        )
}

pub(crate) fn postcard<M>(value: &Rc<M>) -> Subject<M>
where
    M: Serialize + DeserializeOwned + PartialEq + 'static,
{
    let bytes = postcard::to_stdvec(&**value).expect("encodes");
    Subject::new("postcard", Role::Rival, value, &bytes)
        .serialize(vec![0; bytes.len()], |value, out| {
            postcard::to_slice(value, out).ok().map(|bytes| &*bytes)
        })
        .deserialize(
            |bytes| postcard::from_bytes::<M>(bytes),
            |decoded, value| decoded.as_ref().is_ok_and(|decoded| decoded == value),
        )
}
