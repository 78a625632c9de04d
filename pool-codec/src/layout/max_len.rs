//! Standard types whose field sets a bound: `#[frame(max_len = N)]`.

use core::marker::PhantomData;

mod blocks;
mod c_string;
mod collections;
mod cow;
mod deque;
mod items;
mod rule;
mod shared;
mod shared_items;
mod text;

pub use rule::{Ascending, Distinct, EntryRule, LastWins};

/// The encoding of a standard type with at most `N` bytes or elements.
///
/// If `T` is `String`, `Box<str>` or `&str`, the encoding is that of [`Str<N>`](crate::Str). If it is `Vec<E>`,
/// `Box<[E]>`, `Rc<[E]>` or `Arc<[E]>`, the encoding is that of [`Seq<E, N>`](crate::Seq). The layout sets the width of the length prefix,
/// and also applies to the elements. [`MaxBytes`](crate::layout::MaxBytes) is for byte strings.
///
/// `VecDeque<E>`, `BinaryHeap<E>`, `BTreeSet<E>` and `HashSet<E>` have the encoding of `Seq<E, N>`, and `BTreeMap<K, V>` and
/// `HashMap<K, V>` that of `Seq<(K, V), N>`. Maps and sets are written in the order of their keys. The [`EntryRule`] `R`
/// decides which keys decoding accepts. A map reserves memory only for entries that the input can hold, and the hash
/// tables are those of the standard library with its random state, so that a peer cannot make keys collide.
///
/// ```
/// use pool_codec::layout::{Encode, MaxLen, Own, Prefixed};
/// use pool_codec::error::EncodeErrorKind;
/// use pool_codec::Encoder;
///
/// let ids = vec![1_u16, 2];
/// let mut out = [0; 6];
/// <MaxLen<Vec<u16>, 9> as Encode<Prefixed<u16>>>::encode_to(&ids, &mut Encoder::new(&mut out)).unwrap();
/// assert_eq!(out, [2, 0, 1, 0, 2, 0]);
///
/// let error = <MaxLen<Vec<u16>, 1> as Encode<Own>>::encode_to(&ids, &mut Encoder::new(&mut out)).unwrap_err();
/// assert!(matches!(error.kind(), EncodeErrorKind::TooLong(_)));
/// ```
#[derive(Debug)]
pub struct MaxLen<T, const N: usize, R = ()>(PhantomData<(T, R)>);
