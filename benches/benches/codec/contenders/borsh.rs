//! borsh, which has no borrowed form.

use benches::chart::Role;
use borsh::{BorshDeserialize, BorshSerialize};

use crate::row::{Row, Subject};

pub(crate) fn row<M>(message: M) -> Row
where
    M: BorshSerialize + BorshDeserialize + PartialEq + 'static,
{
    let bytes = borsh::to_vec(&message).expect("encodes");
    Subject::new("borsh", Role::Rival, message, &bytes)
        .encode_slice(|message, mut out| {
            let room = out.len();
            borsh::to_writer(&mut out, message).ok()?;
            Some(room - out.len())
        })
        .encode_reused(Vec::new(), |message, out| {
            out.clear();
            borsh::to_writer(&mut *out, message).ok()?;
            Some(out)
        })
        .encode_fresh(|message| borsh::to_vec(message))
        .owned(
            |bytes| borsh::from_slice::<M>(bytes),
            |decoded, message| decoded.as_ref().is_ok_and(|decoded| decoded == message),
        )
        .finish()
}
