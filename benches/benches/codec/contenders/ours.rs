//! Our types, in both forms.

use core::fmt::Debug;

use benches::chart::Role;
use benches::sum::Sum;
use pool_codec::{Decodable, Encodable, ZeroCopy};

use crate::row::{Row, Subject, seen};

/// Encodes into a vector that is reused.
#[inline(always)]
fn append<'v>(message: &impl Encodable, out: &'v mut Vec<u8>) -> Option<&'v [u8]> {
    out.clear();
    message.append_to_vec(out).ok()?;
    Some(out)
}

/// Returns a row for the owned message, and one that encodes the borrowed form.
pub(crate) fn rows<M>(message: &M) -> [Row; 2]
where
    M: ZeroCopy + Encodable + Clone + Debug + PartialEq + Sum + for<'d> Decodable<'d>,
    for<'d> M::Ref<'d>: Decodable<'d> + Encodable + Sum,
{
    let bytes = message.encode_to_vec().expect("encodes");
    let sum = message.sum();
    let borrowed = M::Ref::decode(&bytes).expect("decodes");
    assert!(M::from_borrowed(&borrowed) == *message, "both forms are equal");
    // The shortest encoding of these messages has zeros only.
    let blank = M::decode(&vec![0; M::MIN_SIZE]).expect("decodes");

    let owned = Subject::new("ours", Role::Ours, message.clone(), &bytes)
        .encode_slice(|message, out| message.encode(out).ok())
        .encode_reused(Vec::new(), append)
        .encode_fresh(M::encode_to_vec)
        .owned(|bytes| M::decode(bytes), |decoded, message| decoded.as_ref() == Ok(message))
        .refill(blank, |message, bytes| message.decode_into(bytes).is_ok())
        .borrow(|bytes| seen(M::Ref::decode(bytes)))
        .prefix(|bytes| seen(M::Ref::decode_prefix(bytes)))
        .read(sum, |bytes| Some(M::Ref::decode(bytes).ok()?.sum()));

    // The row lives as long as the program, and so do the bytes that its message points to.
    let input: &'static [u8] = bytes.clone().leak();
    let borrowed = M::Ref::decode(input).expect("decodes");
    let borrowed = Subject::new("ours, from the borrowed form", Role::Ours, borrowed, input)
        .encode_slice(|message, out| message.encode(out).ok())
        .encode_reused(Vec::new(), append)
        .encode_fresh(Encodable::encode_to_vec);
    [owned.finish(), borrowed.finish()]
}
