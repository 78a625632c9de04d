//! One pool, one thread: classes, lengths, header room and reuse.

use pool_core::{AcquireError, Overflow, Pool, PoolConfig, PooledBuf, SizeClass};
use proptest::collection::vec;
use proptest::prelude::*;

const SMALL: SizeClass = SizeClass::MIN;
const KIB: SizeClass = SizeClass::for_len(1024);

static STATIC_POOL: Pool = Pool::new(&PoolConfig::new().with_message(60, 4096, None));

/// A pattern that differs for every tenant and every position.
fn fill(buf: &mut [u8], seed: usize) {
    for (position, byte) in buf.iter_mut().enumerate() {
        *byte = (seed.wrapping_mul(31) ^ position.wrapping_mul(7) ^ (position >> 8)) as u8;
    }
}

fn holds(buf: &[u8], seed: usize) -> bool {
    let mut expected = vec![0; buf.len()];
    fill(&mut expected, seed);
    buf == expected
}

#[test]
fn a_static_pool_serves_its_ladder() {
    for len in [0, 1, 60, 128, 129, 1024, 4095, 4096] {
        let mut buf = STATIC_POOL.acquire(len).unwrap();
        assert_eq!(buf.len(), len);
        assert!(buf.is_pooled());
        assert_eq!(buf.size_class(), SizeClass::for_len(len));
        assert_eq!(buf.capacity(), SizeClass::for_len(len).bytes());
        fill(&mut buf, len);
        assert!(holds(&buf, len));
    }
    let jumbo = STATIC_POOL.acquire(4097).unwrap();
    assert_eq!((jumbo.is_pooled(), jumbo.len(), jumbo.capacity()), (false, 4097, 4097));
    assert_eq!(STATIC_POOL.stats().jumbo(), 1);
}

#[test]
fn an_unregistered_class_is_served_by_the_next_larger_one() {
    let pool = Pool::new(&PoolConfig::new().with_class(KIB, 1).with_overflow(Overflow::Fail));
    let buf = pool.acquire(10).unwrap();
    assert_eq!((buf.size_class(), buf.len()), (KIB, 10));
    assert!(matches!(pool.acquire(0), Err(AcquireError::Exhausted { class: KIB, .. })));
}

#[test]
fn an_exhausted_class_does_not_borrow_from_a_larger_one() {
    let config =
        PoolConfig::new().with_class(SMALL, 1).with_class(KIB, 1).with_overflow(Overflow::Fail);
    let pool = Pool::new(&config);
    let _held = pool.acquire(10).unwrap();
    assert!(matches!(pool.acquire(10), Err(AcquireError::Exhausted { class: SMALL, .. })));
    assert!(pool.acquire(500).unwrap().is_pooled());
}

#[test]
fn a_pool_without_classes_serves_from_the_heap() {
    let pool = Pool::new(&PoolConfig::new());
    let buf = pool.acquire(0).unwrap();
    assert_eq!((buf.len(), buf.capacity(), buf.is_pooled()), (0, 0, false));
    assert_eq!(pool.stats().jumbo(), 1);
}

#[test]
fn every_payload_is_aligned_and_apart() {
    let config = PoolConfig::new().with_message(0, 1 << 20, Some(5)).with_overflow(Overflow::Fail);
    let config = config.with_jumbo_overflow(Overflow::Heap);
    let pool = Pool::new(&config);
    let mut held = Vec::new();
    for (class, capacity) in config.classes() {
        for _ in 0..capacity {
            held.push(pool.acquire(class.bytes()).unwrap());
        }
        assert!(pool.acquire(class.bytes()).is_err());
    }
    held.push(pool.acquire((1 << 20) + 1).unwrap());
    for (seed, buf) in held.iter_mut().enumerate() {
        assert_eq!(buf.as_ptr().align_offset(64), 0);
        fill(buf, seed);
        buf.header_mut(PooledBuf::HEADER_ROOM).fill(seed as u8);
    }
    for (seed, buf) in held.iter().enumerate() {
        assert!(holds(buf, seed), "slot {seed} was written by another one");
        let room = &buf.with_header(PooledBuf::HEADER_ROOM)[..PooledBuf::HEADER_ROOM];
        assert!(room.iter().all(|&byte| byte == seed as u8));
    }
}

#[test]
fn header_and_payload_are_contiguous() {
    let pool = Pool::new(&PoolConfig::new().with_class(SMALL, 1));
    for len in [0, 3, 128, 300] {
        let mut buf = pool.acquire(len).unwrap();
        buf.fill(b'p');
        buf.header_mut(6).copy_from_slice(b"header");
        let frame = buf.with_header(6);
        assert_eq!(frame.len(), len + 6);
        assert!(frame.starts_with(b"header"));
        assert!(frame[6..].iter().all(|&byte| byte == b'p'));
        assert_eq!(buf.with_header(0), &*buf);
        assert_eq!(buf.header_mut(0), b"");
        assert_eq!(buf.with_header(PooledBuf::HEADER_ROOM).len(), len + PooledBuf::HEADER_ROOM);
    }
}

#[test]
fn a_header_longer_than_the_room_panics() {
    let pool = Pool::new(&PoolConfig::new().with_class(SMALL, 1));
    let mut buf = pool.acquire(1).unwrap();
    let read = std::panic::catch_unwind(|| buf.with_header(65).len());
    assert!(read.is_err());
    let written = std::panic::catch_unwind(core::panic::AssertUnwindSafe(|| {
        buf.header_mut(usize::MAX).fill(0);
    }));
    assert!(written.is_err());
}

#[test]
fn truncate_keeps_the_capacity() {
    let pool = Pool::new(&PoolConfig::new().with_class(SMALL, 1));
    for (len, capacity) in [(100, 128), (5000, 5000)] {
        let mut buf = pool.acquire(len).unwrap();
        fill(&mut buf, 1);
        buf.truncate(len);
        assert_eq!(buf.len(), len);
        buf.truncate(10);
        buf.truncate(11);
        assert_eq!((buf.len(), buf.capacity()), (10, capacity));
        assert!(holds(&buf, 1));
    }
}

#[test]
fn a_length_above_u32_is_refused() {
    let pool = Pool::new(&PoolConfig::new());
    if let Ok(len) = usize::try_from(1_u64 << 32) {
        assert_eq!(pool.acquire(len).unwrap_err(), AcquireError::TooLong { len });
        assert_eq!(
            pool.acquire(usize::MAX).unwrap_err(),
            AcquireError::TooLong { len: usize::MAX }
        );
    }
}

#[test]
fn debug_shows_no_content() {
    let pool = Pool::new(&PoolConfig::new().with_class(SMALL, 1));
    let mut buf = pool.acquire(4).unwrap();
    buf.copy_from_slice(b"key!");
    assert_eq!(format!("{buf:?}"), "PooledBuf { len: 4, class: SizeClass(128 B), pooled: true }");
    assert!(format!("{pool:?}").starts_with("Pool { overflow: Heap, classes: [ClassStats"));
}

#[test]
fn stats_tables_are_aligned() {
    let pool = Pool::new(&PoolConfig::new().with_message(60, 600, Some(100)));
    let _held: Vec<_> = (0..20).map(|_| pool.acquire(100).unwrap()).collect();
    for _ in 0..100_000 {
        drop(pool.acquire(300).unwrap());
    }
    drop(pool.acquire(10_000).unwrap());
    let table = pool.stats().to_string();
    let lines: Vec<_> = table.lines().collect();
    assert_eq!(lines.len(), 6, "{table}");
    assert!(lines.iter().take(5).all(|line| line.len() == lines[0].len()), "{table}");
    assert!(lines[5].ends_with("  + 1 jumbo"), "{table}");
}

#[derive(Clone, Debug)]
enum Step {
    Acquire(usize),
    Release(usize),
    Truncate(usize, usize),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (0_usize..700).prop_map(Step::Acquire),
        2 => any::<usize>().prop_map(Step::Release),
        1 => (any::<usize>(), 0_usize..700).prop_map(|(which, len)| Step::Truncate(which, len)),
    ]
}

proptest! {
    /// Any sequence of steps agrees with a model that tracks which classes are full.
    #[test]
    fn random_use_agrees_with_a_model(
        capacities in (0_usize..4, 0_usize..70, 0_usize..3),
        fail in any::<bool>(),
        steps in vec(step(), 0..300),
    ) {
        let classes = [SMALL, SizeClass::for_len(256), SizeClass::for_len(512)];
        let capacities = [capacities.0, capacities.1, capacities.2];
        let mut config = PoolConfig::new();
        for (class, capacity) in classes.into_iter().zip(capacities) {
            config = config.with_class(class, capacity);
        }
        if fail {
            config = config.with_overflow(Overflow::Fail).with_jumbo_overflow(Overflow::Heap);
        }
        let pool = Pool::new(&config);
        let mut out: Vec<(PooledBuf, usize, Option<usize>)> = Vec::new();
        let (mut in_use, mut high, mut hits) = ([0; 3], [0; 3], [0; 3]);
        let (mut overflow, mut refused, mut jumbo) = ([0; 3], [0; 3], 0);

        for (seed, step) in steps.into_iter().enumerate() {
            match step {
                Step::Acquire(len) => {
                    let serving = (0..3)
                        .find(|&class| classes[class].bytes() >= len && capacities[class] > 0);
                    let full = serving.is_some_and(|class| in_use[class] == capacities[class]);
                    match pool.acquire(len) {
                        Err(error) => {
                            let class = serving.unwrap();
                            prop_assert!(full && fail);
                            prop_assert_eq!(error, AcquireError::Exhausted {
                                len,
                                class: classes[class],
                                capacity: capacities[class],
                            });
                            refused[class] += 1;
                        }
                        Ok(mut buf) => {
                            prop_assert_eq!(buf.len(), len);
                            prop_assert_eq!(buf.as_ptr().align_offset(64), 0);
                            prop_assert_eq!(buf.is_pooled(), serving.is_some() && !full);
                            let capacity = serving.map_or(len, |class| classes[class].bytes());
                            prop_assert_eq!(buf.capacity(), capacity);
                            let slot = match serving {
                                None => { jumbo += 1; None }
                                Some(class) if full => { overflow[class] += 1; None }
                                Some(class) => {
                                    hits[class] += 1;
                                    in_use[class] += 1;
                                    high[class] = in_use[class].max(high[class]);
                                    Some(class)
                                }
                            };
                            fill(&mut buf, seed);
                            buf.header_mut(8).copy_from_slice(&(seed as u64).to_le_bytes());
                            out.push((buf, seed, slot));
                        }
                    }
                }
                Step::Release(which) if !out.is_empty() => {
                    let (buf, seed, slot) = out.swap_remove(which % out.len());
                    prop_assert!(holds(&buf, seed));
                    prop_assert_eq!(&buf.with_header(8)[..8], &(seed as u64).to_le_bytes());
                    if let Some(class) = slot {
                        in_use[class] -= 1;
                    }
                }
                Step::Truncate(which, len) if !out.is_empty() => {
                    let index = which % out.len();
                    let before = out[index].0.len();
                    out[index].0.truncate(len);
                    prop_assert_eq!(out[index].0.len(), before.min(len));
                }
                Step::Release(_) | Step::Truncate(..) => {}
            }
        }

        let stats = pool.stats();
        prop_assert_eq!(stats.jumbo(), jumbo);
        for (index, &class) in classes.iter().enumerate() {
            match stats.class(class) {
                None => prop_assert_eq!(capacities[index], 0),
                Some(stats) => {
                    prop_assert_eq!(stats.capacity, capacities[index]);
                    prop_assert_eq!(stats.in_use, in_use[index]);
                    // For a bitmap this is an upper bound.
                    let exact = cfg!(feature = "std");
                    prop_assert!(stats.high_water == high[index] || !exact);
                    prop_assert!(stats.high_water >= high[index]);
                    prop_assert!(stats.high_water <= capacities[index]);
                    prop_assert_eq!(stats.hits, hits[index]);
                    prop_assert_eq!(stats.overflow, overflow[index]);
                    prop_assert_eq!(stats.refused, refused[index]);
                }
            }
        }
        drop(pool);
        for (buf, seed, _) in &out {
            prop_assert!(holds(buf, *seed));
        }
    }
}
