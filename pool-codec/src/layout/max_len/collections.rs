//! Maps and sets whose field sets a bound: `#[frame(max_len = N)]` on `BTreeMap<K, V>`.

use alloc::collections::{BTreeMap, BTreeSet};
#[cfg(feature = "std")]
use core::hash::Hash;
#[cfg(feature = "std")]
use std::collections::{HashMap, HashSet};

use super::blocks;
use super::rule::{Ascending, EntryRule};
use crate::codec::prefix::prefix;
use crate::codec::{
    Blank, Borrow, Decode, DecodeError, Decoder, Encode, Facts, Layout, Schema, Sink,
};
use crate::layout::MaxLen;
use crate::wire::{EntriesRef, Keyed, Rule, read_entries, write_entries};

/// The rule for the collection `C`.
const fn rule<C: Keyed<L>, R: EntryRule, L: Layout>() -> Rule {
    match R::RULE {
        Some(rule) => rule,
        None => C::USUAL,
    }
}

/// The facts about a collection, from those about its entries. Entries in another order are another encoding.
const fn facts<L: Layout>(entry: Facts, rule: Rule) -> Facts {
    match rule {
        Rule::Ascending => entry.prefixed::<L>(),
        Rule::Distinct | Rule::LastWins => Facts::NONE,
    }
}

/// Implements the traits for a collection, whose blocks for a number of entries are `$blocks`.
macro_rules! collection {
    (
        $(#[$cfg:meta])? [$($param:ident: $($bound:path),*);*] $ty:ty => $value:ty, $entry:ty,
        $blocks:expr, $blank:expr
    ) => {
        $(#[$cfg])?
        impl<$($param: Encode<L, Value: $($bound +)* Sized>,)* R: EntryRule, L: Layout, const N: usize>
            Encode<L> for MaxLen<$ty, N, R>
        {
            type Value = $value;
            const ENCODING: &'static Schema = &{
                let entry = <$entry as Encode<L>>::ENCODING;
                let blocks: [usize; 2] = [$blocks(N), $blocks(1)];
                Schema::seq(entry, N, prefix::<L>(N), 0)
                    .with_blocks(blocks[0], blocks[0], blocks[1].div_ceil(entry.min_size()))
                    // More than what a refill holds, which releases the old blocks first.
                    .replaced()
            };

            #[inline]
            fn encode_to<S: Sink>(value: &$value, sink: &mut S) -> Result<(), S::Error> {
                write_entries::<$ty, L, N, S>(value, sink)
            }
        }

        $(#[$cfg])?
        impl<'decoder, $($param,)* R: EntryRule, L: Layout, const N: usize> Decode<'decoder, L>
            for MaxLen<$ty, N, R>
        where
            $($param: Decode<'decoder, L> + Encode<L, Value: $($bound +)* Sized>,)*
        {
            const FACTS: Facts =
                facts::<L>(<$entry as Decode<'decoder, L>>::FACTS, rule::<$ty, R, L>());
            const BLANK: Option<Blank<$value>> = $blank;

            #[inline]
            fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<$value, DecodeError> {
                read_entries::<$ty, L, N>(decoder, const { rule::<$ty, R, L>() })
            }

            #[inline]
            fn refill_from(
                value: &mut $value,
                decoder: &mut Decoder<'decoder>,
            ) -> Result<(), DecodeError> {
                // The old blocks are released before new ones are taken.
                *value = Default::default();
                *value = Self::decode_from(decoder)?;
                Ok(())
            }
        }
    };
}
collection!(
    [K: Ord; V:] BTreeMap<K, V> => BTreeMap<K::Value, V::Value>, (K, V),
    blocks::tree::<K::Value, V::Value>, Some(Blank::new(BTreeMap::new()))
);
collection!(
    [T: Ord] BTreeSet<T> => BTreeSet<T::Value>, T,
    blocks::tree::<T::Value, ()>, Some(Blank::new(BTreeSet::new()))
);
collection!(
    #[cfg(feature = "std")]
    [K: Ord, Hash; V:] HashMap<K, V> => HashMap<K::Value, V::Value>, (K, V),
    blocks::table::<(K::Value, V::Value)>, None
);
collection!(
    #[cfg(feature = "std")]
    [T: Ord, Hash] HashSet<T> => HashSet<T::Value>, T,
    blocks::table::<T::Value>, None
);

/// Implements `Borrow` for a collection with a rule that accepts only ascending keys.
macro_rules! borrowed {
    ($($(#[$cfg:meta])? [$key:ident $(, $value:ident)?] $ty:ty, $rule:ty $(, $hash:ident)?;)*) => {$(
        $(#[$cfg])?
        impl<$key, $($value,)? L: Layout, const N: usize> Borrow<L> for MaxLen<$ty, N, $rule>
        where
            $key: Borrow<L, Value = $key> + for<'decoder> Decode<'decoder, L>,
            $key: Ord $(+ $hash)? + 'static,
            for<'a> $key::Ref<'a>: Ord,
            $($value: Borrow<L, Value = $value> + for<'decoder> Decode<'decoder, L> + 'static,)?
        {
            type Ref<'decoder> = EntriesRef<'decoder, $ty, N, L>;

            #[inline]
            fn own(borrowed: &EntriesRef<'_, $ty, N, L>) -> $ty {
                borrowed.to_collection()
            }

            #[inline]
            fn lend(value: &$ty) -> EntriesRef<'_, $ty, N, L> {
                EntriesRef::new(value)
            }
        }
    )*};
}
borrowed! {
    [K, V] BTreeMap<K, V>, ();
    [K, V] BTreeMap<K, V>, Ascending;
    [T] BTreeSet<T>, ();
    [T] BTreeSet<T>, Ascending;
    #[cfg(feature = "std")]
    [K, V] HashMap<K, V>, Ascending, Hash;
    #[cfg(feature = "std")]
    [T] HashSet<T>, Ascending, Hash;
}
