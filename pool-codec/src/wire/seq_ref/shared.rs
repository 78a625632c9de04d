//! Owned copies of a borrowed sequence behind a counted pointer.

use alloc::rc::Rc;
#[cfg(target_has_atomic = "ptr")]
use alloc::sync::Arc;

use super::body::Body;
use crate::codec::{Borrow, Decode, Decoder, Layout, slots};
use crate::wire::SeqRef;

macro_rules! shared {
    ($pointer:ident, $slice:path, $to_shared:ident) => {
        impl<'decoder, T, const MAX: usize, L> SeqRef<'decoder, T, MAX, L>
        where
            L: Layout,
            T: Borrow<L, Value = T> + Decode<'decoder, L>,
        {
            /// Copies the elements into one block.
            pub(crate) fn $to_shared(self) -> $pointer<[T]> {
                match self.elements.body {
                    Body::Encoded { count, bytes } => {
                        let mut decoder = Decoder::new(bytes);
                        let short = decoder.unexpected_end(count);
                        let elements =
                            $slice(count, |slots| T::decode_slots(&mut decoder, slots), || short);
                        debug_assert!(
                            elements.is_ok(),
                            "the elements were checked when the sequence was decoded"
                        );
                        elements.unwrap_or_default()
                    }
                    Body::Slice(elements) => {
                        elements.iter().map(|element| T::own(&T::lend(element))).collect()
                    }
                }
            }
        }
    };
}
shared!(Rc, slots::rc_slice, to_rc);
#[cfg(target_has_atomic = "ptr")]
shared!(Arc, slots::arc_slice, to_arc);
