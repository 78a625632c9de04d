//! Where the bytes of a decoded message lie, and how long.

use pool_codec::{
    Arena, BytesRef, Decodable, FrameReader, Held, Pool, PooledFrame, Str, UnknownFrames, ZeroCopy,
};

use crate::{Blob, BlobRef, CONFIG, Hello, HelloRef, Set, SetRef, blob, hello, in_use, stream};

#[test]
fn small_payloads_are_copied_and_the_reader_is_free() {
    let pool = Pool::new(&CONFIG);
    let names: Vec<_> = (0..200).map(|i| "n".repeat(i)).collect();
    let input = stream(&names.iter().map(|name| Set::Hello(hello(name))).collect::<Vec<_>>());
    let mut reader = FrameReader::<_, Set>::new(&input[..], &pool);
    let arena = Arena::new(&pool, 64 << 10);
    let mut all: Vec<HelloRef<'_>> = Vec::new();
    while let Some(frame) = reader.read().unwrap() {
        all.push(frame.decode_in::<Hello>(&arena).unwrap());
    }
    // The reader and its input end before the messages do.
    drop(reader);
    drop(input);
    assert_eq!(all.len(), 200);
    for (message, name) in all.iter().zip(&names) {
        assert_eq!((&*message.name, message.port), (&name[..], 7));
    }
    let kept: Vec<Hello> = all.into_iter().map(HelloRef::into_owned).collect();
    drop(arena);
    assert_eq!((kept[199].clone(), in_use(&pool)), (hello(&names[199]), 0));
}

#[test]
fn a_payload_in_its_own_slot_moves() {
    let pool = Pool::new(&CONFIG);
    let input =
        stream(&[Set::Blob(blob(90_000)), Set::Hello(hello("after")), Set::Blob(blob(60_000))]);
    let mut reader = FrameReader::<_, Set>::new(&input[..], &pool);
    let mut arena = Arena::new(&pool, 256 << 10);

    let frame = reader.read().unwrap().unwrap();
    let address = frame.payload().as_ptr();
    let first = frame.decode_in::<Blob>(&arena).unwrap();
    assert_eq!(first.content.as_ptr().addr() - address.addr(), 3, "behind the length prefix");
    let second = reader.read().unwrap().unwrap().decode_in::<Set>(&arena).unwrap();
    let third = reader.read().unwrap().unwrap().decode_in::<Set>(&arena).unwrap();
    assert!(reader.read().unwrap().is_none());
    drop(reader);
    assert_eq!(first.content, *blob(90_000).content);
    assert!(matches!(second, SetRef::Hello(hello) if hello.name == "after"));
    assert!(matches!(third, SetRef::Blob(found) if *found.content == *blob(60_000).content));
    assert_eq!(arena.allocated(), 90_003 + 60_003 + 8);
    assert_eq!(in_use(&pool), 3);
    arena.reset();
    assert_eq!(in_use(&pool), 1);
}

#[test]
fn pooled_and_held_frames_move_their_slot() {
    let pool = Pool::new(&CONFIG);
    let arena = Arena::new(&pool, 64 << 10);
    let frame = PooledFrame::<Set>::encode(&hello("pooled"), &pool).unwrap();
    let address = frame.payload().as_ptr();
    let message = frame.decode_in::<Hello>(&arena).unwrap();
    assert_eq!((&*message.name, message.name.as_ptr().addr() - address.addr()), ("pooled", 1));

    let frame = PooledFrame::<Set>::encode(&hello("held"), &pool).unwrap();
    let held: Held<Set> = frame.hold().unwrap();
    let address = held.payload().as_ptr();
    let SetRef::Hello(message) = held.into_arena(&arena).unwrap() else { panic!("a hello") };
    assert_eq!((&*message.name, message.name.as_ptr().addr() - address.addr()), ("held", 1));
    assert_eq!((arena.allocated(), in_use(&pool)), (9 + 7, 2));
    let owned = message.into_owned();
    drop(arena);
    assert_eq!((owned, in_use(&pool)), (hello("held"), 0));
}

#[test]
fn bytes_and_parts_are_decoded_in_an_arena() {
    let pool = Pool::new(&CONFIG);
    let arena = Arena::new(&pool, 64 << 10);
    let text = {
        let input = b"\x05alice".to_vec();
        Str::<20>::decode_in(&input, &arena).unwrap()
    };
    let message: HelloRef<'_> = Hello::decode_in(b"\x01x\x07\x00", &arena).unwrap();
    let content: BytesRef<'_, 9> = pool_codec::Bytes::<9>::decode_in(b"\x01z", &arena).unwrap();
    assert_eq!((&*text, &*message.name, &*content), ("alice", "x", &b"z"[..]));
    assert_eq!(u16::decode_in(&[1, 0], &arena).unwrap(), u16::decode(&[1, 0]).unwrap());
}

#[test]
fn a_message_can_be_kept_with_what_is_made_of_it() {
    // What a handler does: decode, build short-lived values, keep two, answer.
    let pool = Pool::new(&CONFIG);
    let input = stream(&[Set::Hello(hello("alice")), Set::Hello(hello("bob"))]);
    let mut reader = FrameReader::<_, Set>::new(&input[..], &pool);
    let mut arena = Arena::new(&pool, 64 << 10);
    let mut kept = Vec::new();
    while let Some(frame) = reader.read().unwrap() {
        let message = arena.alloc(frame.decode_in::<Hello>(&arena).unwrap()).unwrap();
        let greetings: &mut [&str] =
            arena.alloc_slice_fill_with(3, |_| &*arena.alloc_str(&message.name).unwrap()).unwrap();
        message.port = 9;
        assert!(greetings.iter().all(|greeting| message.name == *greeting));
        kept.push(message.into_owned());
        arena.reset();
    }
    assert_eq!(kept[1], Hello { port: 9, ..hello("bob") });
}

#[test]
fn unknown_frames_are_kept_in_an_arena() {
    let pool = Pool::new(&CONFIG);
    let input = b"\x63\0\x02\0\0\0xy";
    let mut reader =
        FrameReader::<_, Set>::new(&input[..], &pool).with_unknown_frames(UnknownFrames::Keep);
    let arena = Arena::new(&pool, 64 << 10);
    let message = reader.read().unwrap().unwrap().decode_in::<Set>(&arena).unwrap();
    drop(reader);
    assert!(matches!(message, SetRef::Unknown(raw) if raw.id == 0x63 && raw.payload == b"xy"));
}

#[test]
fn decoding_leaves_an_empty_payload_alone() {
    let pool = Pool::new(&CONFIG);
    let arena = Arena::new(&pool, 256 << 10);
    let message: BlobRef<'_> =
        PooledFrame::<Set>::encode(&blob(0), &pool).unwrap().decode_in::<Blob>(&arena).unwrap();
    assert!(message.content.is_empty());
}
