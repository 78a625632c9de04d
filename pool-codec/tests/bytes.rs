//! Slots as `bytes::Bytes`. The slot is released when the last clone is dropped, on any thread.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::std_instead_of_core,
    clippy::unwrap_used,
    reason = "a test may panic, and reads best as plain std"
)]

use bytes::{Buf, BufMut, Bytes, BytesMut};

mod market;

use market::{Blob, Set, Tick, in_use};
use pool_codec::{
    FrameReader, FrameSet, FrameWriter, Held, Pool, PooledBuf, PooledFrame, TlvHeader,
    read_frame_pooled,
};

/// A pool with slots for all buffers that a test holds at once.
fn pool() -> Pool {
    let mut config = Set::POOL_CONFIG;
    for (class, capacity) in Set::POOL_CONFIG.classes() {
        config = config.with_class(class, capacity.max(16));
    }
    Pool::new(&config)
}

fn blob(len: usize) -> Blob {
    let content: Vec<u8> = (0..len).map(|index| (index % 251) as u8).collect();
    Blob { content: content.try_into().unwrap() }
}

/// Returns a stream of one blob. Its payload begins with two bytes of length.
fn stream(len: usize) -> Vec<u8> {
    let mut writer = FrameWriter::<_, TlvHeader>::new(Vec::new(), &pool());
    writer.send(&blob(len)).unwrap();
    writer.flush().unwrap();
    writer.get_ref().clone()
}

fn held(pool: &Pool, len: usize) -> Held<Blob> {
    let bytes = stream(len);
    let mut reader = FrameReader::<_, Set>::new(&bytes[..], pool);
    reader.read_held().unwrap().unwrap()
}

/// Returns the payload of a blob frame as `Bytes`, from each method that provides it, and the expected payload.
fn payloads(pool: &Pool, len: usize) -> Vec<(&'static str, Bytes, Vec<u8>)> {
    let frame = stream(len);
    let payload = frame[6..].to_vec();
    let mut buf = pool.acquire(payload.len()).unwrap();
    buf.copy_from_slice(&payload);
    let pooled = || read_frame_pooled::<Set>(&mut &frame[..], pool).unwrap().unwrap();
    let moved: PooledBuf = held(pool, len).into_buf();
    vec![
        ("a buffer", buf.into(), payload.clone()),
        ("a pooled frame", pooled().into(), payload.clone()),
        ("a pooled frame's payload", pooled().into_buf().into(), payload.clone()),
        ("a held message", held(pool, len).into(), payload.clone()),
        ("a held message's payload", moved.into(), payload.clone()),
        ("a held frame", pooled().hold::<Set>().unwrap().into(), payload),
        ("header and payload", pooled().into_buf().into_buf(6).into(), frame),
    ]
}

/// Lengths of payloads in the window, in each kind of class, and too large for the window.
const LENS: [usize; 5] = [0, 5, 500, 9_000, 19_000];

#[test]
fn the_last_clone_releases_the_slot() {
    for len in LENS {
        let pool = pool();
        for (what, bytes, expected) in payloads(&pool, len) {
            let used = in_use(&pool);
            assert!(bytes == expected, "{what} of {len}");
            let clones = [bytes.clone(), bytes.clone()];
            assert_eq!(bytes.as_ptr(), clones[0].as_ptr(), "no copy");
            drop(bytes);
            let [first, last] = clones;
            drop(first);
            assert_eq!(in_use(&pool), used, "{what} of {len}");
            assert!(last == expected, "{what} of {len}");
            drop(last);
            assert_eq!(in_use(&pool), used - 1, "{what} of {len}");
        }
        assert_eq!(in_use(&pool), 0);
    }
}

#[test]
fn the_slot_is_released_on_another_thread() {
    for len in LENS {
        let pool = pool();
        let all = payloads(&pool, len);
        assert_eq!(in_use(&pool), all.len());
        let threads: Vec<_> = all
            .into_iter()
            .map(|(what, bytes, expected)| {
                let there = bytes.clone();
                let thread = std::thread::spawn(move || {
                    assert!(there == expected, "{what}");
                    drop(there);
                });
                (bytes, thread)
            })
            .collect();
        // The last clone is dropped on this thread or on the other one.
        for (index, (bytes, thread)) in threads.into_iter().enumerate() {
            if index % 2 == 0 {
                drop(bytes);
                thread.join().unwrap();
            } else {
                thread.join().unwrap();
                std::thread::spawn(move || drop(bytes)).join().unwrap();
            }
        }
        assert_eq!(in_use(&pool), 0);
    }
}

#[test]
fn a_slice_keeps_the_slot_alive() {
    for len in [5, 500, 9_000, 19_000] {
        let pool = pool();
        for (what, mut bytes, expected) in payloads(&pool, len) {
            let used = in_use(&pool);
            let middle = bytes.slice(2..4);
            let front = bytes.split_to(3);
            drop(bytes);
            assert_eq!(in_use(&pool), used, "{what} of {len}");
            drop(front);
            assert_eq!(in_use(&pool), used, "{what} of {len}");
            assert_eq!(middle, &expected[2..4]);
            drop(middle);
            assert_eq!(in_use(&pool), used - 1, "{what} of {len}");
        }
    }
}

/// A clone never shows the bytes of another tenant, because the slot is not reused while a clone exists.
#[test]
fn a_slot_with_clones_is_not_reused() {
    let config = Set::POOL_CONFIG;
    let (class, _) = config.classes().next().unwrap();
    let pool = Pool::new(&config.with_class(class, 2));
    let kept: Bytes = held(&pool, 50).into();
    for tenant in 0..10_u8 {
        pool.acquire(60).unwrap().fill(tenant);
        let mut others = [pool.acquire(60).unwrap(), pool.acquire(60).unwrap()];
        others.iter_mut().for_each(|other| other.fill(tenant));
    }
    assert_eq!(kept, stream(50)[6..]);
}

#[test]
fn bytes_outlive_the_pool_and_become_mutable_by_a_copy() {
    let pool = pool();
    let small: Bytes = held(&pool, 40).into();
    let large: Bytes = held(&pool, 19_000).into();
    drop(pool);
    let mut copy = BytesMut::from(large);
    copy.put_u8(1);
    assert_eq!(copy.len(), 19_003);
    assert!(copy[..19_002] == stream(19_000)[6..]);
    assert_eq!(Vec::from(small), stream(40)[6..]);
}

#[test]
fn a_field_alone_is_not_copied() {
    let pool = pool();
    for len in [0, 1, 19_000] {
        let message = held(&pool, len);
        let place = message.get().content.as_ptr();
        let content = message.into_bytes_of(|blob| &blob.content);
        assert_eq!(content, *blob(len).content);
        assert!(len == 0 || content.as_ptr() == place);
        assert_eq!(in_use(&pool), usize::from(len > 0));
    }
    assert_eq!(in_use(&pool), 0);
    let elsewhere = held(&pool, 40).into_bytes_of(|_| b"not in the slot");
    assert_eq!((elsewhere, in_use(&pool)), (Bytes::from_static(b"not in the slot"), 0));
}

#[test]
fn a_view_gives_header_and_payload_in_pieces() {
    let pool = pool();
    let tick = Tick { price: 7, venue: "XNAS".parse().unwrap() };
    let mut view = PooledFrame::<Set>::encode(&tick, &pool).unwrap().into_buf().into_buf(6);
    assert_eq!((view.remaining(), view.get_u16_le(), view.get_u32_le()), (19, 1, 13));
    assert_eq!(view.get_u64_le(), 7);
    // The rest of the view as `Bytes`.
    let rest: Bytes = view.into();
    assert_eq!(rest, b"\x04XNAS"[..]);
    assert_eq!(in_use(&pool), 1);
    drop(rest);
    assert_eq!(in_use(&pool), 0);
}

/// One task sends its `Bytes`, another reads the same payload, and the slot is held until it is written.
#[test]
fn a_held_payload_is_forwarded() {
    let pool = pool();
    let payload: Bytes = held(&pool, 19_000).into();
    let mut out = stream(19_000)[..6].to_vec();
    out.put(payload.clone().chain(payload));
    assert_eq!(in_use(&pool), 0);
    let read = read_frame_pooled::<Set>(&mut &out[..], &pool).unwrap().unwrap();
    assert!(read.decode::<Blob>().unwrap() == blob(19_000));
    assert_eq!(out.len(), 6 + 2 * 19_002);
}
