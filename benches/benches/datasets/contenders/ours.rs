//! Ours: with `String` and `Vec` that have a bound, and with `Str`, `Bytes` and `Seq`.

use core::fmt::Debug;
use std::rc::Rc;

use benches::chart::Role;
use pool_codec::{Decodable, Encodable, ZeroCopy};

use crate::row::{Row, Subject};
use crate::sum::Sum;

fn row<M>(name: &'static str, value: &Rc<M>) -> Row
where
    M: ZeroCopy + Encodable + Debug + PartialEq + Sum + for<'d> Decodable<'d>,
    for<'d> M::Ref<'d>: Decodable<'d> + Sum,
{
    let bytes = value.encode_to_vec().expect("encodes");
    Subject::new(name, Role::Ours, value, &bytes)
        .serialize(vec![0; bytes.len()], |value, out| {
            let len = value.encode(out).ok()?;
            out.get(..len)
        })
        .deserialize(|bytes| M::decode(bytes), |decoded, value| decoded.as_ref() == Ok(value))
        .read(value.sum(), |bytes| Some(M::Ref::decode(bytes).ok()?.sum()))
        .finish()
}

/// Returns a row with the plain types, and one with the types `C`, which have the same bytes.
pub(crate) fn rows<M, C>(value: &Rc<M>) -> [Row; 2]
where
    M: ZeroCopy + Encodable + Debug + PartialEq + Sum + for<'d> Decodable<'d>,
    for<'d> M::Ref<'d>: Decodable<'d> + Sum,
    C: ZeroCopy + Encodable + Debug + PartialEq + Sum + for<'d> Decodable<'d>,
    for<'d> C::Ref<'d>: Decodable<'d> + Sum,
{
    let cells = C::decode(&value.encode_to_vec().expect("encodes")).expect("decodes");
    assert_eq!(cells.sum(), value.sum(), "both types have the same content");
    [row("ours, `String` and `Vec`", value), row("ours, `Str` and `Seq`", &Rc::new(cells))]
}
