//! Legal types that try to break the derive: names, bounds, macros, lints, and combined rules. On any bytes, both
//! forms, refilling and the schema agree.
#![deny(warnings)]

use core::fmt::Debug;
use core::marker::PhantomData;

use pool_codec::error::DecodeErrorKind;
use pool_codec::prelude::*;
use pool_codec::schema::Value;
use pool_codec::{Adapter, Be, Bytes, Encodable, Seq, Str, U24, ZeroCopy};
use proptest::prelude::*;

/// Checks that both forms, a refilled value and the schema agree on `bytes`.
fn agree<T>(old: &T, bytes: &[u8])
where
    T: Encodable + ZeroCopy + Clone + PartialEq + Debug + for<'d> Decodable<'d>,
    for<'d> T::Ref<'d>: Decodable<'d> + Encodable + PartialEq + Debug,
{
    let (owned, borrowed) = (T::decode(bytes), T::Ref::decode(bytes));
    let mut refilled = old.clone();
    let refill = refilled.decode_into(bytes);
    let value = Value::new(T::SCHEMA, bytes);
    match (&owned, &borrowed) {
        (Ok(owned), Ok(borrowed)) => {
            assert_eq!(refill, Ok(()));
            assert_eq!(&refilled, owned);
            assert_eq!(&T::from_borrowed(borrowed), owned);
            assert!(value.is_ok(), "{owned:?} but {value:?}");
            let encoded = owned.encode_to_vec().unwrap();
            assert_eq!(borrowed.encode_to_vec().as_ref(), Ok(&encoded));
            assert_eq!(owned.as_borrowed().encode_to_vec().as_ref(), Ok(&encoded));
            assert_eq!(
                (owned.encoded_len(), borrowed.encoded_len()),
                (encoded.len(), encoded.len())
            );
            assert!((T::MIN_SIZE..=T::MAX_SIZE).contains(&encoded.len()));
            assert_eq!(T::decode(&encoded).as_ref(), Ok(owned));
        }
        (Err(owned), Err(borrowed)) => {
            assert_eq!(owned, borrowed);
            assert_eq!(refill, Err(*owned));
            // The schema of a type does not contain its rules.
            let rule = matches!(owned.kind(), DecodeErrorKind::InvalidValue { .. });
            assert!(value.is_err() || rule, "{owned} but {value:?}");
            assert!(owned.offset() <= bytes.len());
            for shown in [bytes, &bytes[..bytes.len() / 2], &[]] {
                assert!(!owned.explain(shown).to_string().is_empty());
            }
            // Whatever the value is now, it can be refilled.
            assert_eq!(refilled.decode_into(bytes), Err(*owned));
        }
        (owned, borrowed) => panic!("{owned:?} and {borrowed:?}"),
    }
}

/// Checks the encoding of `value`, each of its prefixes, and each change of one byte.
pub(crate) fn attack<T>(value: &T, old: &T)
where
    T: Encodable + ZeroCopy + Clone + PartialEq + Debug + for<'d> Decodable<'d>,
    for<'d> T::Ref<'d>: Decodable<'d> + Encodable + PartialEq + Debug,
{
    let bytes = value.encode_to_vec().unwrap();
    assert_eq!(T::decode(&bytes).as_ref(), Ok(value));
    for len in 0..=bytes.len() {
        agree(old, &bytes[..len]);
    }
    for place in 0..bytes.len() {
        for byte in [0, 1, 2, 3, 0x7F, 0x80, 0xFF] {
            let mut changed = bytes.clone();
            changed[place] = byte;
            agree(old, &changed);
        }
    }
    for extra in [1, 3, 4, 200] {
        agree(old, &[&bytes[..], &vec![0; extra]].concat());
    }
}

/// Fields with the names that an expansion uses itself.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow, max_size = 16, validate = any_names)]
struct Names {
    __decoder: Str<3>,
    __encoder: u8,
    __tag: u8,
    __field_0: u8,
    #[frame(range = 1..=7)]
    __value: u8,
    __error: u8,
    __start: u8,
    #[frame(range = ..100)]
    __at: u8,
    self_: u8,
    input: u8,
    r#type: u8,
    r#fn: Option<u8>,
    #[frame(skip)]
    __borrowed: Vec<u8>,
}

fn any_names(_: &NamesRef<'_>) -> Result<(), &'static str> {
    Ok(())
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow, tag = u64, len = u16)]
enum Variants<T> {
    #[frame(tag = 1)]
    Ok { __decoder: T, __tag: u8, __before: Bytes<2> },
    #[frame(tag = 2)]
    Err(#[frame(skip)] u8, T, #[frame(skip)] Vec<T>),
    #[frame(tag = 3)]
    r#Self_,
    #[frame(tag = 0xFFFF_FFFF_FFFF_FFFF)]
    None {},
    #[frame(other)]
    Some { __field_1: u64, __other_tag: Bytes<4> },
}

#[test]
fn fields_can_have_the_names_of_the_expansion() {
    let names = Names {
        __decoder: "abc".parse().unwrap(),
        __encoder: 1,
        __tag: 2,
        __field_0: 3,
        __value: 4,
        __error: 5,
        __start: 6,
        __at: 7,
        self_: 8,
        input: 9,
        r#type: 10,
        r#fn: Some(11),
        __borrowed: Vec::new(),
    };
    attack(&names, &Names { r#fn: None, ..names.clone() });
    let variants: [Variants<Str<3>>; 5] = [
        Variants::Ok { __decoder: "ab".parse().unwrap(), __tag: 1, __before: Bytes::from([1]) },
        Variants::Err(0, "c".parse().unwrap(), Vec::new()),
        Variants::Self_,
        Variants::None {},
        Variants::Some { __field_1: 1 << 40, __other_tag: Bytes::from([1, 2]) },
    ];
    for value in &variants {
        for old in &variants {
            attack(value, old);
        }
    }
    assert!(
        format!("{:?}", variants[4].as_borrowed()).starts_with("Some { __field_1: 1099511627776")
    );
}

/// A module in which the names of the prelude and of crates have other meanings.
#[no_implicit_prelude]
#[allow(dead_code, reason = "a macro makes types that are not used in all ways")]
mod shadowed {
    macro_rules! types {
        ($($name:ident)*) => {$(
            #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq, ::pool_codec::Frame)]
            #[frame(borrow, len = auto)]
            pub(super) struct $name {
                pub(super) text: ::pool_codec::Str<4>,
            }
        )*};
    }
    types! { Result Ok Err }

    mod core {}
    mod std {}

    #[derive(
        ::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq, ::pool_codec::Frame,
    )]
    #[frame(borrow, len = u32, tag = u16)]
    pub(super) enum All<Vec> {
        #[frame(tag = 1)]
        Ok(Ok, ::pool_codec::Seq<Err, 2>),
        #[frame(tag = 2)]
        None { result: Result, generic: Vec },
        #[frame(other)]
        Other(u16, ::pool_codec::Bytes<3>),
    }
}

#[test]
fn types_can_have_the_names_of_the_prelude() {
    let text: Str<4> = "name".parse().unwrap();
    let all = [
        shadowed::All::Ok(
            shadowed::Ok { text: text.clone() },
            Seq::from([shadowed::Err { text: text.clone() }]),
        ),
        shadowed::All::None {
            result: shadowed::Result { text: text.clone() },
            generic: (text, U24::default(), ()),
        },
        shadowed::All::Other(3, Bytes::from([1])),
    ];
    attack(&all[0], &all[1]);
    attack(&all[1], &all[2]);
    attack(&all[2], &all[0]);
}

struct Doubled;

impl Adapter<u8> for Doubled {
    type Wire = u16;

    fn to_wire(value: &u8) -> Result<u16, &'static str> {
        Ok(u16::from(*value) * 2)
    }

    fn from_wire(wire: u16) -> Result<u8, &'static str> {
        if wire % 2 == 1 {
            return Err("odd");
        }
        (wire / 2).try_into().map_err(|_| "large")
    }
}

/// Every fragment that a macro can pass on, in each place that the derive inspects.
macro_rules! generated {
    ($name:ident, $params:ident, $text:ty, $byte:ty, $slice:ty, $n:expr, $lit:literal, $tag:ident, $with:path) => {
        #[derive(Debug, Clone, PartialEq, Frame)]
        #[frame(borrow, len = $tag, id = $n)]
        struct $name<const $params: usize> {
            text: $text,
            array: [$byte; 3],
            #[frame(max_len = $n)]
            bytes: Option<Vec<$byte>>,
            #[frame(max_len = $lit)]
            slice: Box<$slice>,
            #[frame(max_len = $params)]
            param: Vec<Str<$params>>,
            #[frame(with = $with)]
            with: u8,
            #[frame(range = 1..=$lit)]
            range: u8,
            #[frame(default = { assert!(Self::LEVEL > $n); Self::LEVEL })]
            level: u8,
        }

        impl<const $params: usize> $name<$params> {
            const LEVEL: u8 = 9;
        }
    };
}
generated!(Generated, N, Option<Str<4>>, u8, [u16], 5, 6, u16, Doubled);

#[test]
fn fragments_of_macros_mean_their_tokens() {
    let generated = Generated::<2> {
        text: Some("text".parse().unwrap()),
        array: [1, 2, 3],
        bytes: Some(vec![4, 5]),
        slice: [6, 7].into(),
        param: vec!["p".parse().unwrap()],
        with: 8,
        range: 6,
        level: 1,
    };
    attack(
        &generated,
        &Generated { text: None, bytes: None, param: Vec::new(), ..generated.clone() },
    );
    let bytes = generated.encode_to_vec().unwrap();
    let old = Generated { level: 9, ..generated };
    assert_eq!(Generated::decode(&bytes[..bytes.len() - 1]), Ok(old));
}

trait Of<T: ?Sized> {}
impl<T: ?Sized> Of<T> for u8 {}

/// Bounds with the lifetimes of the derive and with `Self`, and defaults of parameters.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow, id = 1)]
struct Bounds<T, const N: usize = 3>
where
    T: Of<Self> + for<'decoder> Of<&'decoder u8> + for<'long> Of<dyn Fn(&'long u8)>,
{
    value: T,
    text: Str<N>,
    nothing: PhantomData<str>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow, invariant, id = 2)]
struct TakesDefaults {
    bounds: Bounds<u8>,
    other: Bounds<u8, 5>,
    ghost: Ghost<u8>,
}

/// A type with a parameter in which nothing borrows.
#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(borrow)]
enum Ghost<T> {
    #[frame(tag = 1)]
    Of(PhantomData<T>),
    #[frame(tag = 2)]
    None,
}

#[test]
fn generics_are_copied_correctly() {
    let bounds = Bounds { value: 1_u8, text: "abc".parse().unwrap(), nothing: PhantomData };
    attack(&bounds, &bounds);
    let other = Bounds { value: 2, text: "defgh".parse().unwrap(), nothing: PhantomData };
    let takes = TakesDefaults { bounds, other, ghost: Ghost::Of(PhantomData) };
    attack(&takes, &TakesDefaults { ghost: Ghost::None, ..takes.clone() });
}

/// Lints that a user may enable cause no warnings. `#![deny(warnings)]` is above.
mod lints {
    use pool_codec::{Bytes, Frame, Str};

    #[derive(Debug, Clone, PartialEq, Frame)]
    #[frame(borrow, id = 3)]
    #[deprecated]
    pub(super) struct Old {
        #[deprecated]
        pub(super) text: Str<3>,
    }

    #[derive(Debug, Clone, PartialEq, Frame)]
    #[frame(borrow)]
    pub(super) enum Variants {
        #[deprecated]
        #[frame(tag = 1)]
        Old(Str<3>),
        #[frame(tag = 2)]
        Skips(u8, #[frame(skip)] u8),
    }

    /// The user allows what the impls inherit: uses of a deprecated type.
    #[allow(deprecated, reason = "the message is old")]
    #[derive(Debug, Clone, PartialEq, Frame)]
    #[frame(borrow, id = 4)]
    pub(super) struct UsesOld {
        pub(super) old: Old,
    }

    #[derive(Debug, Clone, PartialEq, Frame)]
    #[frame(borrow)]
    pub(super) enum VariantUsesOld {
        #[allow(deprecated, reason = "the variant is old")]
        #[frame(tag = 1)]
        Old(Old),
        #[frame(tag = 2)]
        New,
    }

    #[derive(Debug, Clone, PartialEq, Frame)]
    #[frame(borrow)]
    pub(super) enum OnlyOther {
        #[frame(other)]
        Other(u8, Bytes<3>),
    }
}

#[test]
fn expansions_cause_no_warnings() {
    let other = lints::OnlyOther::Other(7, Bytes::from([1, 2]));
    attack(&other, &other);
    let skips = lints::Variants::Skips(1, 0);
    attack(&skips, &skips);
}

/// All widths with their largest bounds, which no real length reaches.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow, len = u64, max_size = 1000)]
struct Endless {
    #[frame(max_len = usize::MAX)]
    text: String,
    #[frame(max_len = usize::MAX)]
    bytes: Box<[u8]>,
    #[frame(max_len = usize::MAX)]
    texts: Vec<Str<3>>,
    #[frame(max_len = usize::MAX)]
    numbers: Box<[Be<u64>]>,
    arrays: Seq<[u64; 4], { usize::MAX }>,
    maybe: Option<Bytes<{ usize::MAX }>>,
}

#[test]
fn no_length_overflows() {
    let endless = Endless {
        text: "ab".into(),
        bytes: [1].into(),
        texts: vec!["x".parse().unwrap()],
        numbers: [Be(1)].into(),
        arrays: Seq::from([[1; 4]]),
        maybe: Some(Bytes::from([1, 2])),
    };
    let bytes = endless.encode_to_vec().unwrap();
    let lengths = [8, 32].map(|size| [u64::MAX / size, u64::MAX / size + 1]).concat();
    for length in lengths.into_iter().chain([u64::MAX, u64::MAX - 7, i64::MAX as u64, 1 << 32]) {
        for place in 0..bytes.len() - 8 {
            let mut changed = bytes.clone();
            changed[place..place + 8].copy_from_slice(&length.to_le_bytes());
            agree(&endless, &changed);
        }
    }
}

proptest! {
    #[test]
    fn any_bytes_give_one_answer(
        bytes in prop::collection::vec(prop_oneof![4 => 0..4_u8, 1 => any::<u8>()], 0..60),
    ) {
        agree(&Variants::<(u8, Option<Str<3>>)>::None {}, &bytes);
        agree(&shadowed::All::<[Bytes<2>; 2]>::Other(9, Bytes::from([])), &bytes);
        agree(&lints::OnlyOther::Other(7, Bytes::from([1, 2])), &bytes);
    }
}
