//! postcard, whose integers have a variable length. `serde_bytes` makes byte strings fast.

use core::mem;

use benches::chart::Role;
use benches::sum::Sum;
use serde::Serialize;
use serde::de::{Deserialize, DeserializeOwned};

use crate::borrowed::Borrowed;
use crate::row::{Row, Subject, seen};

pub(crate) fn owned<M>(message: M) -> Subject<M>
where
    M: Serialize + DeserializeOwned + PartialEq + 'static,
{
    let bytes = postcard::to_stdvec(&message).expect("encodes");
    Subject::new("postcard", Role::Rival, message, &bytes)
        .encode_slice(|message, out| Some(postcard::to_slice(message, out).ok()?.len()))
        .encode_reused(Vec::new(), |message, out| {
            out.clear();
            *out = postcard::to_extend(message, mem::take(out)).ok()?;
            Some(out)
        })
        .encode_fresh(|message| postcard::to_stdvec(message))
        .owned(
            |bytes| postcard::from_bytes::<M>(bytes),
            |decoded, message| decoded.as_ref().is_ok_and(|decoded| decoded == message),
        )
}

pub(crate) fn borrowing<M>(message: M) -> Row
where
    M: Serialize + DeserializeOwned + PartialEq + Borrowed + Sum,
    for<'a> M::Ref<'a>: Deserialize<'a>,
{
    let sum = message.sum();
    owned(message)
        .borrow(|bytes| {
            let decoded = postcard::take_from_bytes::<M::Ref<'_>>(bytes);
            let whole = decoded.as_ref().is_ok_and(|decoded| decoded.1.is_empty());
            seen(decoded) & whole
        })
        .prefix(|bytes| seen(postcard::take_from_bytes::<M::Ref<'_>>(bytes)))
        .read(sum, |bytes| Some(postcard::from_bytes::<M::Ref<'_>>(bytes).ok()?.sum()))
        .finish()
}
