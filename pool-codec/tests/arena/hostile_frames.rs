//! Malformed frames, frames of another id and frames that the arena has no room for.

use pool_codec::error::{ArenaError, DecodeErrorKind, DecodeInError};
use pool_codec::{Arena, FrameReader, Held, Pool, PooledFrame, Str, ZeroCopy};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::{Blob, CONFIG, Hello, Set, SetRef, blob, hello, in_use, stream};

fn kind(error: &DecodeInError) -> DecodeErrorKind {
    match error {
        DecodeInError::Decode(error) => error.kind(),
        other => panic!("{other}"),
    }
}

#[test]
fn a_frame_of_another_id_is_still_current() {
    let pool = Pool::new(&CONFIG);
    let input =
        stream(&[Set::Hello(hello("alice")), Set::Blob(blob(90_000)), Set::Hello(hello("bob"))]);
    let mut reader = FrameReader::<_, Set>::new(&input[..], &pool);
    let arena = Arena::new(&pool, 256 << 10);
    let error = reader.read().unwrap().unwrap().decode_in::<Blob>(&arena).unwrap_err();
    assert_eq!(kind(&error), DecodeErrorKind::WrongId { expected: 2, found: 1 });
    let current = reader.current().unwrap();
    assert_eq!(current.decode_in::<Hello>(&arena).unwrap().name, "alice");

    let error = reader.read().unwrap().unwrap().decode_in::<Hello>(&arena).unwrap_err();
    assert_eq!(kind(&error), DecodeErrorKind::WrongId { expected: 1, found: 2 });
    let current = reader.current().unwrap();
    assert_eq!(current.decode_in::<Blob>(&arena).unwrap().content, *blob(90_000).content);
    assert_eq!(reader.read().unwrap().unwrap().decode::<Hello>().unwrap(), hello("bob"));
}

#[test]
fn a_frame_that_has_no_room_is_still_current() {
    let pool = Pool::new(&CONFIG);
    let input =
        stream(&[Set::Hello(hello("alice")), Set::Blob(blob(90_000)), Set::Hello(hello("bob"))]);
    let mut reader = FrameReader::<_, Set>::new(&input[..], &pool);
    let small = Arena::new(&pool, 5);
    let error = reader.read().unwrap().unwrap().decode_in::<Hello>(&small).unwrap_err();
    let limit = ArenaError::Limit { requested: 8, allocated: 0, limit: 5 };
    assert_eq!(error, DecodeInError::Arena(limit));
    assert_eq!(reader.current().unwrap().borrow::<Hello>().unwrap().name, "alice");

    let frame = reader.read().unwrap().unwrap();
    let error = frame.decode_in::<Set>(&small).unwrap_err();
    assert!(matches!(error, DecodeInError::Arena(ArenaError::Limit { requested: 90_003, .. })));
    let current = reader.current().unwrap();
    assert_eq!(current.hold::<Blob>().unwrap().get().content, *blob(90_000).content);
    assert_eq!(reader.read().unwrap().unwrap().decode::<Hello>().unwrap(), hello("bob"));
}

#[test]
fn errors_return_pooled_and_held_frames() {
    let pool = Pool::new(&CONFIG);
    let small = Arena::new(&pool, 5);
    let frame = PooledFrame::<Set>::encode(&hello("alice"), &pool).unwrap();
    let bytes = frame.as_bytes().to_vec();
    let refused = frame.decode_in::<Blob>(&small).unwrap_err();
    assert_eq!(kind(refused.error()), DecodeErrorKind::WrongId { expected: 2, found: 1 });
    let refused = refused.into_input().decode_in::<Hello>(&small).unwrap_err();
    assert!(matches!(refused.error(), DecodeInError::Arena(ArenaError::Limit { .. })));
    let frame = refused.into_input();
    assert_eq!(frame.as_bytes(), bytes, "header and payload are as they were");

    let held: Held<Hello> = frame.hold().unwrap();
    let refused = held.into_arena(&small).unwrap_err();
    assert!(matches!(refused.error(), ArenaError::Limit { requested: 8, .. }));
    let held = refused.into_input();
    assert_eq!(held.get().name, "alice");
    let arena = Arena::new(&pool, 128);
    assert_eq!(held.into_arena(&arena).unwrap().name, "alice");
    assert_eq!((in_use(&pool), small.allocated()), (1, 0));
}

#[test]
fn an_error_drops_what_it_returns() {
    fn decode<'a>(
        frame: PooledFrame<Set>,
        arena: &'a Arena<&Pool>,
    ) -> Result<&'a str, DecodeInError> {
        let message = frame.decode_in::<Hello>(arena)?;
        let copy = Str::<255>::decode_in(b"\x02ab", arena)?;
        assert_eq!(copy, "ab");
        Ok(message.name.as_str())
    }
    let pool = Pool::new(&CONFIG);
    let encode = || PooledFrame::<Set>::encode(&hello("alice"), &pool).unwrap();
    assert!(decode(encode(), &Arena::new(&pool, 5)).is_err());
    assert_eq!(in_use(&pool), 0);
    let arena = Arena::new(&pool, 256);
    assert_eq!(decode(encode(), &arena).unwrap(), "alice");
}

proptest! {
    /// Any bytes decode in an arena as they decode elsewhere, and errors are the same.
    #[test]
    fn any_payload_is_treated_alike(id in 0_u16..4, payload in vec(any::<u8>(), 0..60)) {
        let pool = Pool::new(&CONFIG);
        let arena = Arena::new(&pool, 8 << 10);
        let mut input = id.to_le_bytes().to_vec();
        input.extend((payload.len() as u32).to_le_bytes());
        input.extend(&payload);
        let mut reader = FrameReader::<_, Set>::new(&input[..], &pool);
        let frame = match reader.read() {
            Ok(frame) => frame.unwrap(),
            Err(_) => return Ok(()),
        };
        let owned = frame.decode::<Set>();
        let pooled = frame.into_pooled().unwrap().decode_in::<Set>(&arena);
        let current = FrameReader::<_, Set>::new(&input[..], &pool);
        let mut current = current;
        let in_arena = current.read().unwrap().unwrap().decode_in::<Set>(&arena);
        match owned {
            Ok(owned) => {
                let own = |message: SetRef<'_>| <Set as ZeroCopy>::from_borrowed(&message);
                prop_assert_eq!(own(pooled.unwrap()), owned.clone());
                prop_assert_eq!(own(in_arena.unwrap()), owned);
            }
            Err(error) => {
                prop_assert_eq!(pooled.unwrap_err().into_error(), error.into());
                prop_assert_eq!(in_arena.unwrap_err(), error.into());
            }
        }
    }
}
