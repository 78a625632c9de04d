//! wincode, without its limit for allocations.

use std::rc::Rc;

use benches::chart::Role;
use wincode::config::{Configuration, PREALLOCATION_SIZE_LIMIT_DISABLED};
use wincode::{SchemaRead, SchemaWrite, config};

use crate::row::{Row, Subject};
use crate::sets::Borrowed;
use crate::sum::Sum;

type Config = Configuration<true, PREALLOCATION_SIZE_LIMIT_DISABLED>;
const CONFIG: Config = Configuration::default().disable_preallocation_size_limit();

pub(crate) fn owned<M>(value: &Rc<M>) -> Subject<M>
where
    M: SchemaWrite<Config, Src = M> + for<'a> SchemaRead<'a, Config, Dst = M> + PartialEq + 'static,
{
    let bytes = config::serialize(&**value, CONFIG).expect("encodes");
    Subject::new("wincode", Role::Rival, value, &bytes)
        .serialize(vec![0; bytes.len()], |value, out| {
            config::serialize_into(&mut out[..], value, CONFIG).ok()?;
            Some(out)
        })
        .deserialize(
            |bytes| config::deserialize::<M, _>(bytes, CONFIG),
            |decoded, value| decoded.as_ref().is_ok_and(|decoded| decoded == value),
        )
}

pub(crate) fn borrowing<M>(value: &Rc<M>) -> Row
where
    M: SchemaWrite<Config, Src = M> + for<'a> SchemaRead<'a, Config, Dst = M>,
    M: PartialEq + Borrowed + Sum,
    for<'a> M::Ref<'a>: SchemaRead<'a, Config, Dst = M::Ref<'a>>,
{
    owned(value)
        .read(value.sum(), |bytes| {
            Some(config::deserialize::<M::Ref<'_>, _>(bytes, CONFIG).ok()?.sum())
        })
        .finish()
}
