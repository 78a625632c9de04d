//! bitcode. Its `Buffer` is the buffer that is reused, and it also makes decoding faster. It borrows text, but no bytes.

use core::cell::RefCell;

use benches::chart::Role;
use benches::sum::Sum;
use bitcode::{Buffer, Decode, DecodeOwned, Encode};

use crate::borrowed::Borrowed;
use crate::row::{Row, Subject, seen};

pub(crate) fn owned<M>(message: M) -> Subject<M>
where
    M: Encode + DecodeOwned + PartialEq + 'static,
{
    let bytes = bitcode::encode(&message);
    let buffer = RefCell::new(Buffer::new());
    Subject::new("bitcode", Role::Rival, message, &bytes)
        .encode_reused(Buffer::new(), |message, buffer| Some(buffer.encode(message)))
        .encode_fresh(|message| Ok::<_, ()>(bitcode::encode(message)))
        .owned(
            move |bytes| buffer.borrow_mut().decode::<M>(bytes),
            |decoded, message| decoded.as_ref().is_ok_and(|decoded| decoded == message),
        )
}

pub(crate) fn borrowing<M>(message: M) -> Row
where
    M: Encode + DecodeOwned + PartialEq + Borrowed + Sum,
    for<'a> M::Ref<'a>: Decode<'a>,
{
    let sum = message.sum();
    let [buffer, other] = [(); 2].map(|()| RefCell::new(Buffer::new()));
    owned(message)
        .borrow(move |bytes| seen(buffer.borrow_mut().decode::<M::Ref<'_>>(bytes)))
        .read(sum, move |bytes| Some(other.borrow_mut().decode::<M::Ref<'_>>(bytes).ok()?.sum()))
        .finish()
}
