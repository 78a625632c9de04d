//! The *read* of contenders that borrow text.

use std::rc::Rc;

use serde::Serialize;
use serde::de::{Deserialize, DeserializeOwned};
use speedy::{LittleEndian, Readable, Writable};

use crate::contenders::owned;
use crate::row::Row;
use crate::sets::Borrowed;
use crate::sum::Sum;

/// Returns the rows of all contenders that borrow with the same borrowed form.
pub(crate) fn rows<M>(value: &Rc<M>) -> [Row; 4]
where
    M: Borrowed + PartialEq + Sum,
    M: bincode2::Encode + bincode2::Decode<()> + bitcode::Encode + bitcode::DecodeOwned,
    M: Writable<LittleEndian> + for<'a> Readable<'a, LittleEndian>,
    M: Serialize + DeserializeOwned,
    for<'a> M::Ref<'a>: bincode2::BorrowDecode<'a, ()> + bitcode::Decode<'a>,
    for<'a> M::Ref<'a>: Readable<'a, LittleEndian> + Deserialize<'a>,
{
    let sum = value.sum();
    let bincode2 = owned::bincode2(value).read(sum, |bytes| {
        let decoded = bincode2::borrow_decode_from_slice::<M::Ref<'_>, _>(bytes, owned::BINCODE);
        Some(decoded.ok()?.0.sum())
    });
    let speedy =
        owned::speedy(value).read(sum, |bytes| Some(M::Ref::read_from_buffer(bytes).ok()?.sum()));
    let bitcode = owned::bitcode(value)
        .read(sum, |bytes| Some(bitcode::decode::<M::Ref<'_>>(bytes).ok()?.sum()));
    let postcard = owned::postcard(value)
        .read(sum, |bytes| Some(postcard::from_bytes::<M::Ref<'_>>(bytes).ok()?.sum()));
    [bincode2.finish(), speedy.finish(), bitcode.finish(), postcard.finish()]
}
