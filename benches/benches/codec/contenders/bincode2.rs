//! bincode 2 with its own derives, and integers of a fixed size.

use benches::chart::Role;
use benches::sum::Sum;
use bincode2::config::{Configuration, Fixint, LittleEndian};
use bincode2::{BorrowDecode, Decode, Encode};

use crate::borrowed::Borrowed;
use crate::row::{Row, Subject, seen};

const CONFIG: Configuration<LittleEndian, Fixint> =
    bincode2::config::standard().with_fixed_int_encoding();

pub(crate) fn owned<M>(message: M) -> Subject<M>
where
    M: Encode + Decode<()> + PartialEq + 'static,
{
    let bytes = bincode2::encode_to_vec(&message, CONFIG).expect("encodes");
    let len = bytes.len();
    Subject::new("bincode 2", Role::Rival, message, &bytes)
        .encode_slice(|message, out| bincode2::encode_into_slice(message, out, CONFIG).ok())
        .encode_reused(Vec::new(), |message, out| {
            out.clear();
            bincode2::encode_into_std_write(message, out, CONFIG).ok()?;
            Some(out)
        })
        .encode_fresh(|message| bincode2::encode_to_vec(message, CONFIG))
        .owned(
            |bytes| bincode2::decode_from_slice::<M, _>(bytes, CONFIG),
            move |decoded, message| {
                decoded.as_ref().is_ok_and(|decoded| (&decoded.0, decoded.1) == (message, len))
            },
        )
}

pub(crate) fn borrowing<M>(message: M) -> Row
where
    M: Encode + Decode<()> + PartialEq + Borrowed + Sum,
    for<'a> M::Ref<'a>: BorrowDecode<'a, ()>,
{
    let sum = message.sum();
    owned(message)
        .borrow(|bytes| {
            let decoded = bincode2::borrow_decode_from_slice::<M::Ref<'_>, _>(bytes, CONFIG);
            let whole = decoded.as_ref().is_ok_and(|decoded| decoded.1 == bytes.len());
            seen(decoded) & whole
        })
        .prefix(|bytes| seen(bincode2::borrow_decode_from_slice::<M::Ref<'_>, _>(bytes, CONFIG)))
        .read(sum, |bytes| {
            let decoded = bincode2::borrow_decode_from_slice::<M::Ref<'_>, _>(bytes, CONFIG);
            Some(decoded.ok()?.0.sum())
        })
        .finish()
}
