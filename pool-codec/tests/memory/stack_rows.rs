//! The stack that rows of the table in the guide's section "Large values" promise.

use std::process::Command;
use std::{env, thread};

use pool_codec::prelude::*;
use pool_codec::{FrameReader, Held, Pool, Seq, TlvHeader};

/// 256 KiB.
const LARGE: usize = 256 << 10;

const DEBUG: bool = cfg!(debug_assertions);

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1, borrow)]
struct Small {
    number: u64,
}

const SMALL: [u8; 14] = [1, 0, 8, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0];

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 2)]
struct Large {
    numbers: [u64; LARGE / 8],
}

#[derive(Debug, FrameSet)]
#[frames(header = TlvHeader)]
#[expect(clippy::large_enum_variant, reason = "the subject of the test")]
enum Set {
    Small(Small),
    Large(Large),
}

/// A type of the user's with the name of a library type.
mod own {
    use pool_codec::prelude::*;

    #[derive(Debug, Clone, PartialEq, Frame)]
    pub(crate) struct Bytes {
        pub(crate) numbers: [u64; super::LARGE / 8],
    }
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 3)]
struct OwnBytes {
    bytes: own::Bytes,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 4, borrow, validate = check)]
struct Boxed {
    numbers: Box<[u64; LARGE / 8]>,
}

#[inline(never)]
fn check(boxed: &BoxedRef<'_>) -> Result<(), &'static str> {
    match core::hint::black_box(boxed).numbers.get(5) {
        Some(77) => Err("the fifth is 77"),
        _ => Ok(()),
    }
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 5)]
struct Optional {
    numbers: Option<[u64; LARGE / 8]>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 6)]
struct Defaulted {
    number: u8,
    #[frame(default)]
    numbers: [u64; LARGE / 8],
}

/// A set of which a large message is in a box, and so is the array in it.
#[derive(Debug, FrameSet)]
#[frames(header = TlvHeader, borrow)]
enum BoxedSet {
    Small(Small),
    Boxed(Box<Boxed>),
}

/// Runs `call` in a child process on a thread with `stack` bytes of stack, because an overflow ends the process.
#[track_caller]
fn fits(test: &str, stack: usize, call: impl FnOnce() + Send + 'static) {
    if env::var("STACK_TEST").as_deref() == Ok(test) {
        thread::Builder::new().stack_size(stack).spawn(call).unwrap().join().unwrap();
        return;
    }
    let output = Command::new(env::current_exe().unwrap())
        .args(["--exact", &format!("stack_rows::{test}")])
        .env("STACK_TEST", test)
        .output()
        .unwrap();
    assert!(output.status.success(), "{stack} bytes of stack were not enough");
}

/// One more than in the table, for the variable of the caller.
#[test]
fn a_small_message_that_is_read_as_its_set() {
    let copies = if DEBUG { 9 } else { 3 };
    fits("a_small_message_that_is_read_as_its_set", copies * size_of::<Set>() + LARGE / 4, || {
        let pool = Pool::new(&Set::POOL_CONFIG);
        let mut reader = FrameReader::<_, Set>::new(&SMALL[..], &pool);
        let Ok(Some(Set::Small(small))) = reader.read_message::<Set>() else { panic!() };
        assert_eq!(small.number, 7);
    });
}

#[test]
fn a_small_message_of_an_iterator() {
    let copies = if DEBUG { 15 } else { 5 };
    fits("a_small_message_of_an_iterator", copies * size_of::<Set>() + LARGE / 4, || {
        let pool = Pool::new(&Set::POOL_CONFIG);
        let mut reader = FrameReader::<_, Set>::new(&SMALL[..], &pool);
        for message in reader.messages::<Set>() {
            let Ok(Set::Small(small)) = &message else { panic!() };
            assert_eq!(small.number, 7);
        }
    });
}

/// A part is not taken for a library type because of its name.
#[test]
fn a_field_of_the_users_own_type_bytes() {
    let copies = if DEBUG { 4 } else { 2 };
    fits("a_field_of_the_users_own_type_bytes", copies * LARGE + LARGE / 4, || {
        let bytes = vec![1; LARGE];
        let value = OwnBytes::decode(&bytes).unwrap();
        assert_eq!(core::hint::black_box(&value).bytes.numbers[3], 0x0101_0101_0101_0101);
    });
}

/// The rule takes the borrowed form.
#[test]
fn a_box_of_an_array_with_a_rule() {
    fits("a_box_of_an_array_with_a_rule", LARGE / 2, || {
        let bytes = vec![1; LARGE];
        let mut value = Boxed::decode(&bytes).unwrap();
        value.decode_into(&bytes).unwrap();
        assert_eq!(value.numbers[3], 0x0101_0101_0101_0101);
        let owned = BoxedRef::decode(&bytes).unwrap().into_owned();
        assert_eq!((owned == value, value.encode_to_vec().unwrap() == bytes), (true, true));
    });
}

#[test]
fn refilling_an_option() {
    let copies = if DEBUG { 1 } else { 0 };
    let mut value = <Box<Optional>>::decode(&[0]).unwrap();
    fits("refilling_an_option", copies * LARGE + LARGE / 2, move || {
        let mut bytes = vec![1; LARGE + 1];
        value.decode_into(&bytes).unwrap();
        bytes.truncate(1);
        bytes[0] = 0;
        value.decode_into(&bytes).unwrap();
    });
}

#[test]
fn refilling_an_absent_field() {
    let copies = if DEBUG { 5 } else { 0 };
    fits("refilling_an_absent_field", copies * LARGE + LARGE / 2, || {
        let full = vec![1; LARGE + 1];
        // Decoded on a stack of its own.
        let decode = move || <Box<Defaulted>>::decode(&full).unwrap();
        let thread = thread::Builder::new().stack_size(64 * LARGE).spawn(decode);
        let mut value = thread.unwrap().join().unwrap();
        value.decode_into(&[1]).unwrap();
        assert_eq!(value.numbers[3], 0);
    });
}

#[test]
fn refilling_a_sequence_that_grows() {
    let copies = if DEBUG { 7 } else { 0 };
    fits("refilling_a_sequence_that_grows", copies * LARGE + LARGE / 2, || {
        let mut bytes = vec![2];
        bytes.resize(1 + 2 * LARGE, 1);
        let mut value = Seq::<Large, 2>::default();
        value.decode_into(&bytes).unwrap();
        assert_eq!(value[1].numbers[3], 0x0101_0101_0101_0101);
    });
}

/// The forms of a set of boxes are small, whatever the size of the arrays in the boxes.
#[test]
fn a_set_of_boxes() {
    const {
        assert!(size_of::<BoxedSet>() <= 16);
        assert!(size_of::<BoxedSetRef<'_>>() <= 40 && size_of::<Held<BoxedSet>>() <= 128);
    }
    fits("a_set_of_boxes", LARGE / 4, || {
        let pool = Pool::new(&BoxedSet::POOL_CONFIG);
        let mut reader = FrameReader::<_, BoxedSet>::new(&SMALL[..], &pool);
        let frame = reader.read().unwrap().unwrap();
        let Ok(BoxedSetRef::Small(small)) = frame.borrow::<BoxedSet>() else { panic!() };
        assert_eq!(small.number, 7);

        let mut large = vec![4, 0, 0, 0, 4, 0];
        large.resize(6 + LARGE, 1);
        for stream in [&SMALL[..], &large] {
            let mut reader = FrameReader::<_, BoxedSet>::new(stream, &pool);
            let held = reader.read_held::<BoxedSet>().unwrap().unwrap();
            match held.get() {
                BoxedSetRef::Small(small) => assert_eq!(small.number, 7),
                BoxedSetRef::Boxed(boxed) => assert_eq!(boxed.numbers.iter().count(), LARGE / 8),
            }
        }
    });
}
