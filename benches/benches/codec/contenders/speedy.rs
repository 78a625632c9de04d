//! speedy, in little endian.

use benches::chart::Role;
use benches::sum::Sum;
use speedy::{LittleEndian, Readable, Writable};

use crate::borrowed::Borrowed;
use crate::row::{Row, Subject, seen};

pub(crate) fn owned<M>(message: M) -> Subject<M>
where
    M: Writable<LittleEndian> + for<'a> Readable<'a, LittleEndian> + PartialEq + 'static,
{
    let bytes = message.write_to_vec().expect("encodes");
    Subject::new("speedy", Role::Rival, message, &bytes)
        .encode_slice(|message, out| {
            message.write_to_buffer(out).ok()?;
            Some(out.len())
        })
        .encode_reused(Vec::new(), |message, out| {
            out.clear();
            message.write_to_stream(&mut *out).ok()?;
            Some(out)
        })
        .encode_fresh(|message| message.write_to_vec())
        .owned(
            |bytes| M::read_from_buffer(bytes),
            |decoded, message| decoded.as_ref().is_ok_and(|decoded| decoded == message),
        )
}

pub(crate) fn borrowing<M>(message: M) -> Row
where
    M: Writable<LittleEndian> + for<'a> Readable<'a, LittleEndian> + PartialEq + Borrowed + Sum,
    for<'a> M::Ref<'a>: Readable<'a, LittleEndian>,
{
    let sum = message.sum();
    owned(message)
        .borrow(|bytes| {
            let (decoded, len) = M::Ref::read_with_length_from_buffer(bytes);
            seen(decoded) & (len == bytes.len())
        })
        .prefix(|bytes| seen(M::Ref::read_from_buffer(bytes)))
        .read(sum, |bytes| Some(M::Ref::read_from_buffer(bytes).ok()?.sum()))
        .finish()
}
