//! Elements that fail, panic, decode others, or have no size, while arrays and sequences of them are decoded in place.
//! No value is lost, and none is dropped twice.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::rc::Rc;
use std::sync::Arc;

use pool_codec::error::{DecodeError, DecodeErrorKind};
use pool_codec::layout::{Decode, Encode, Layout, Own, Sink};
use pool_codec::prelude::*;
use pool_codec::schema::Schema;
use pool_codec::{Decoder, Seq};

thread_local! {
    static LIVE: Cell<isize> = const { Cell::new(0) };
}

fn live() -> isize {
    LIVE.get()
}

/// Decoding fails at this byte.
const FAIL: u8 = 0xF0;
/// Decoding panics at this byte.
const PANIC: u8 = 0xF1;
/// Dropping the value panics.
const PANIC_ON_DROP: u8 = 0xF2;
/// Decoding decodes other values, which fail.
const REENTER: u8 = 0xF3;

/// One byte, which is also kept in a heap block, so that tools see whether it is freed once.
#[derive(Debug, PartialEq)]
struct Guard(Box<u8>);

impl Drop for Guard {
    fn drop(&mut self) {
        LIVE.set(LIVE.get() - 1);
        if *self.0 == PANIC_ON_DROP && !std::thread::panicking() {
            quiet_panic();
        }
    }
}

/// The same, but without a size in memory.
#[derive(Debug, PartialEq)]
struct Unsized;

impl Drop for Unsized {
    fn drop(&mut self) {
        LIVE.set(LIVE.get() - 1);
    }
}

/// The same, but large.
#[derive(Debug, PartialEq)]
struct Large(Guard, [u64; 40]);

/// Panics without the message and the backtrace of each of many panics.
fn quiet_panic() -> ! {
    resume_unwind(Box::new("asked to panic"))
}

fn read(decoder: &mut Decoder<'_>) -> Result<u8, DecodeError> {
    let error = decoder.error(DecodeErrorKind::InvalidValue { reason: "asked to fail" });
    let [byte] = *decoder.take_array()?;
    match byte {
        FAIL => return Err(error),
        PANIC => quiet_panic(),
        REENTER => {
            let bytes = [1, 2, FAIL, 4];
            assert!(<[Guard; 4]>::decode(&bytes).is_err());
            assert!(<Box<[Guard; 2]>>::decode(&bytes[..2]).is_ok());
            assert!(<Seq<[Guard; 2], 9>>::decode(&[2, 1, 2, 3, FAIL]).is_err());
        }
        _ => {}
    }
    LIVE.set(LIVE.get() + 1);
    Ok(byte)
}

macro_rules! element {
    ($ty:ty, $byte:ident => $value:expr, $heap:expr) => {
        impl<L: Layout> Encode<L> for $ty {
            type Value = Self;
            const ENCODING: &'static Schema = &Schema::opaque(1, 1).with_max_heap($heap);

            fn encode_to<S: Sink>(_: &Self, sink: &mut S) -> Result<(), S::Error> {
                sink.put(&[0])
            }
        }

        impl<'decoder, L: Layout> Decode<'decoder, L> for $ty {
            fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
                let $byte = read(decoder)?;
                Ok($value)
            }
        }
    };
}
element!(Guard, byte => Self(Box::new(byte)), 1);
element!(Large, byte => Self(Guard(Box::new(byte)), [7; 40]), 1);
element!(Unsized, _byte => Self, 0);

/// Decodes `T` from 0 to 24 bytes, in which each byte in turn is one of those above, and refills a value with them.
fn attack<T>(prefix: &[u8])
where
    T: for<'d> Decode<'d, Own, Value = T> + for<'d> Decodable<'d>,
{
    assert_eq!(live(), 0);
    for len in 0..=24 {
        for place in 0..len.max(1) {
            for special in [0, FAIL, PANIC, PANIC_ON_DROP, REENTER] {
                let mut body = vec![9_u8; len];
                if let Some(byte) = body.get_mut(place) {
                    *byte = special;
                }
                let bytes = [prefix, &body[..]].concat();
                let decode = || T::decode_prefix(&bytes).is_ok();
                let _ = catch_unwind(AssertUnwindSafe(decode));
                assert_eq!(live(), 0, "{bytes:?}");

                let fine = [prefix, &[8; 24][..]].concat();
                let refill = || {
                    let mut value = T::decode_prefix(&fine).ok()?.0;
                    let refilled = catch_unwind(AssertUnwindSafe(|| {
                        T::refill_from(&mut value, &mut Decoder::new(&bytes)).is_ok()
                    }));
                    let again = T::refill_from(&mut value, &mut Decoder::new(&fine));
                    assert!(again.is_ok(), "{refilled:?}");
                    Some(())
                };
                if let Err(payload) = catch_unwind(AssertUnwindSafe(refill)) {
                    assert_eq!(payload.downcast_ref(), Some(&"asked to panic"), "{bytes:?}");
                }
                assert_eq!(live(), 0, "{bytes:?}");
            }
        }
    }
}

#[test]
fn arrays_of_any_element_drop_each_value_once() {
    attack::<[Guard; 5]>(&[]);
    attack::<[Guard; 0]>(&[]);
    attack::<[[Guard; 2]; 3]>(&[]);
    attack::<[[Guard; 0]; 3]>(&[]);
    attack::<[[Guard; 3]; 0]>(&[]);
    attack::<[Large; 5]>(&[]);
    attack::<[[Large; 2]; 3]>(&[]);
    attack::<[Unsized; 7]>(&[]);
    attack::<[[Unsized; 7]; 2]>(&[]);
    attack::<[(Guard, u8, Large); 3]>(&[]);
}

#[test]
fn boxed_arrays_drop_each_value_once() {
    attack::<Box<[Guard; 5]>>(&[]);
    attack::<Box<[Guard; 0]>>(&[]);
    attack::<Box<[[Guard; 2]; 3]>>(&[]);
    attack::<Box<[Large; 5]>>(&[]);
    attack::<Box<[Unsized; 7]>>(&[]);
    attack::<[Box<[Guard; 2]>; 3]>(&[]);
}

#[test]
fn sequences_drop_each_value_once() {
    for count in [0, 1, 5] {
        attack::<Seq<Guard, 9>>(&[count]);
        attack::<Seq<[Guard; 2], 9>>(&[count]);
        attack::<Seq<([Guard; 0], u8), 9>>(&[count]);
        attack::<Seq<[Large; 2], 9>>(&[count]);
        attack::<Seq<Unsized, 9>>(&[count]);
        attack::<Seq<[Unsized; 3], 9>>(&[count]);
        attack::<[Seq<Guard, 9>; 1]>(&[count]);
    }
}

#[derive(Debug, PartialEq, Frame)]
struct Counted(#[frame(max_len = 9)] Rc<[Guard]>);

#[derive(Debug, PartialEq, Frame)]
struct Shared(#[frame(max_len = 9)] Arc<[[Large; 2]]>);

#[derive(Debug, PartialEq, Frame)]
struct Sizeless(#[frame(max_len = 9)] Rc<[Unsized]>);

#[test]
fn counted_slices_drop_each_value_once() {
    for count in [0, 1, 5] {
        attack::<Counted>(&[count]);
        attack::<Shared>(&[count]);
        attack::<Sizeless>(&[count]);
        attack::<[Counted; 1]>(&[count]);
    }
}
