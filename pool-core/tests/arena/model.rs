//! Any sequence of allocations agrees with a model.

use std::alloc::Layout;
use std::mem::MaybeUninit;

use pool_core::{Arena, ArenaError, Clear, Pool, PoolConfig};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::{STRICT, in_use};

#[derive(Clone, Debug)]
enum Step {
    Raw { size: usize, align: usize },
    Copy(usize),
    Text(usize),
    Fill(usize),
    Value(u64),
    Adopt(usize),
}

fn step() -> impl Strategy<Value = Step> {
    // Mostly short, sometimes longer than a chunk.
    let len = prop_oneof![8 => 0_usize..200, 2 => 0_usize..5000, 1 => 0_usize..40_000];
    prop_oneof![
        3 => (len.clone(), 0_u32..13).prop_map(|(size, align)| Step::Raw { size, align: 1 << align }),
        3 => len.clone().prop_map(Step::Copy),
        1 => len.clone().prop_map(Step::Text),
        1 => len.clone().prop_map(Step::Fill),
        2 => any::<u64>().prop_map(Step::Value),
        1 => len.prop_map(Step::Adopt),
    ]
}

fn byte(seed: usize, position: usize) -> u8 {
    (seed.wrapping_mul(31) ^ position.wrapping_mul(7) ^ (position >> 8)) as u8
}

/// An allocation and its seed.
type Live<'a> = (&'a [u8], usize);

fn write(bytes: &mut [MaybeUninit<u8>], seed: usize) -> &mut [u8] {
    for (position, slot) in bytes.iter_mut().enumerate() {
        slot.write(byte(seed, position));
    }
    // SAFETY: all elements are written.
    unsafe { &mut *(std::ptr::from_mut(bytes) as *mut [u8]) }
}

/// Carries out one step. Returns the allocation and the size that was requested.
fn apply<'a>(
    arena: &'a Arena<&Pool>,
    pool: &Pool,
    step: &Step,
    seed: usize,
) -> (usize, Result<Live<'a>, ArenaError>) {
    match *step {
        Step::Raw { size, align } => {
            let layout = Layout::from_size_align(size, align).unwrap();
            let result = arena.alloc_uninit(layout).map(|bytes| {
                assert_eq!((bytes.len(), bytes.as_ptr().addr() % align), (size, 0));
                (&*write(bytes, seed), seed)
            });
            (size, result)
        }
        Step::Copy(len) => {
            let source: Vec<u8> = (0..len).map(|position| byte(seed, position)).collect();
            (len, arena.alloc_slice_copy(&source).map(|bytes| (&*bytes, seed)))
        }
        Step::Text(len) => {
            let result = arena.alloc_str(&"x".repeat(len)).map(|text| {
                assert_eq!(*text, *"x".repeat(len));
                // SAFETY: the bytes are not used as text again.
                let bytes = unsafe { text.as_bytes_mut() };
                bytes.iter_mut().enumerate().for_each(|(p, b)| *b = byte(seed, p));
                (&*bytes, seed)
            });
            (len, result)
        }
        Step::Fill(len) => {
            let result = arena.alloc_slice_fill_with(len, |position| byte(seed, position));
            (len, result.map(|bytes| (&*bytes, seed)))
        }
        Step::Value(value) => {
            let result = arena.alloc(value).map(|slot| {
                assert_eq!((*slot, std::ptr::from_ref(slot).addr() % 8), (value, 0));
                // SAFETY: a `u64` is eight bytes, and any bytes are a `u64`.
                let bytes = unsafe { &mut *std::ptr::from_mut(slot).cast::<[u8; 8]>() };
                bytes.iter_mut().enumerate().for_each(|(p, b)| *b = byte(seed, p));
                (&bytes[..], seed)
            });
            (8, result)
        }
        Step::Adopt(len) => {
            let mut buf = pool.acquire(len).unwrap();
            buf.iter_mut().enumerate().for_each(|(p, b)| *b = byte(seed, p));
            let result = arena.adopt(buf).map(|bytes| (bytes, seed));
            (
                len,
                result.map_err(|(error, buf)| {
                    assert_eq!(buf.len(), len);
                    error
                }),
            )
        }
    }
}

/// Every allocation holds its bytes, and no two of them overlap.
fn check(live: &[Live<'_>]) {
    for (bytes, seed) in live {
        assert!(bytes.iter().enumerate().all(|(position, &found)| found == byte(*seed, position)));
    }
    let mut spans: Vec<_> = live
        .iter()
        .filter(|(bytes, _)| !bytes.is_empty())
        .map(|(bytes, _)| bytes.as_ptr_range())
        .map(|span| (span.start.addr(), span.end.addr()))
        .collect();
    spans.sort_unstable();
    assert!(spans.windows(2).all(|pair| pair[0].1 <= pair[1].0), "{spans:?}");
}

fn run(config: &PoolConfig, limit: usize, epochs: &[Vec<Step>]) {
    let pool = Pool::new(config);
    let mut arena = Arena::new(&pool, limit);
    let mut high_water = 0;
    for steps in epochs {
        let (mut live, mut requested) = (Vec::new(), 0);
        for (seed, step) in steps.iter().enumerate() {
            let before = (arena.allocated(), arena.capacity());
            match apply(&arena, &pool, step, seed) {
                (size, Ok(allocation)) => {
                    live.push(allocation);
                    requested += size;
                }
                (size, Err(error)) => {
                    // There are enough slots.
                    let allocated = before.0;
                    assert_eq!(error, ArenaError::Limit { requested: size, allocated, limit });
                    assert!(arena.capacity() <= before.1 && arena.allocated() == allocated);
                }
            }
            assert!(arena.allocated() >= requested);
            assert!(arena.allocated() <= arena.capacity() && arena.capacity() <= limit);
            high_water = high_water.max(arena.allocated());
            assert_eq!(arena.high_water(), high_water);
        }
        check(&live);
        drop(live);
        arena.reset();
        assert_eq!(arena.allocated(), 0);
        assert!(in_use(&pool) <= 1, "a reset keeps one chunk");
    }
    drop(arena);
    assert_eq!(in_use(&pool), 0);
    // Slots that were chunks serve as buffers again, whatever was in them.
    for (class, _) in config.classes() {
        let mut buf = pool.acquire(class.bytes()).unwrap();
        let sum: usize = buf.iter().map(|&byte| usize::from(byte)).sum();
        assert!(config.clear() == Clear::Never || sum == 0, "class {class} was not cleared");
        buf.fill(1);
    }
}

proptest! {
    #[test]
    fn random_use_agrees_with_a_model(
        limit in prop_oneof![Just(0_usize), 0_usize..300_000, Just(64 << 10)],
        clear in prop_oneof![Just(Clear::Never), Just(Clear::OnRelease)],
        epochs in vec(vec(step(), 0..60), 1..5),
    ) {
        run(&STRICT.with_clear(clear), limit, &epochs);
    }
}
