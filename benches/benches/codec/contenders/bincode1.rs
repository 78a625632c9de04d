//! bincode 1 through serde. `serde_bytes` makes byte strings fast.

use benches::chart::Role;
use benches::sum::Sum;
use bincode::Options;
use serde::Serialize;
use serde::de::{Deserialize, DeserializeOwned};

use crate::borrowed::Borrowed;
use crate::row::{Row, Subject, seen};

/// The bytes of `bincode::serialize`. Bytes after a message are rejected.
#[inline(always)]
fn strict() -> impl Options {
    bincode::DefaultOptions::new().with_fixint_encoding()
}

pub(crate) fn owned<M>(message: M) -> Subject<M>
where
    M: Serialize + DeserializeOwned + PartialEq + 'static,
{
    let bytes = bincode::serialize(&message).expect("encodes");
    Subject::new("bincode 1", Role::Rival, message, &bytes)
        .encode_slice(|message, mut out| {
            let room = out.len();
            bincode::serialize_into(&mut out, message).ok()?;
            Some(room - out.len())
        })
        .encode_reused(Vec::new(), |message, out| {
            out.clear();
            bincode::serialize_into(&mut *out, message).ok()?;
            Some(out)
        })
        .encode_fresh(|message| bincode::serialize(message))
        .owned(
            |bytes| strict().deserialize::<M>(bytes),
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
        .borrow(|bytes| seen(strict().deserialize::<M::Ref<'_>>(bytes)))
        .prefix(|bytes| seen(bincode::deserialize::<M::Ref<'_>>(bytes)))
        .read(sum, |bytes| Some(strict().deserialize::<M::Ref<'_>>(bytes).ok()?.sum()))
        .finish()
}
