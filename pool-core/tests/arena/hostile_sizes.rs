//! Sizes, alignments and limits at their bounds: errors, never a panic or a wrapped sum.

use std::alloc::Layout;

use pool_core::{Arena, ArenaError, Overflow, Pool, PoolConfig};

use crate::{STRICT, in_use};

const MAX: usize = isize::MAX as usize;

#[test]
fn values_without_bytes_take_nothing() {
    #[derive(Debug, PartialEq, Clone, Copy)]
    struct Nothing;
    #[repr(align(4096))]
    #[derive(Debug, PartialEq, Clone, Copy)]
    struct Aligned;

    let pool = Pool::new(&STRICT);
    // Not even a limit of zero matters.
    let arena = Arena::new(&pool, 0);
    for _ in 0..3 {
        assert_eq!(arena.alloc(Nothing).unwrap(), &Nothing);
        let aligned = arena.alloc(Aligned).unwrap();
        assert_eq!(std::ptr::from_ref(aligned).addr() % 4096, 0);
        assert_eq!(arena.alloc_slice_copy::<u64>(&[]).unwrap(), []);
        assert_eq!(arena.alloc_str("").unwrap(), "");
        assert_eq!(arena.alloc_slice_copy(&[Aligned; 1000]).unwrap().len(), 1000);
        assert_eq!(arena.alloc_slice_fill_with(100, |_| Nothing).unwrap().len(), 100);
        let empty = Layout::from_size_align(0, 1 << 20).unwrap();
        assert_eq!(arena.alloc_uninit(empty).unwrap().as_ptr().addr() % (1 << 20), 0);
    }
    assert_eq!((arena.allocated(), arena.capacity(), in_use(&pool)), (0, 0, 0));
    assert!(matches!(arena.alloc(1_u8), Err(ArenaError::Limit { requested: 1, limit: 0, .. })));
}

#[test]
fn huge_sizes_are_errors() {
    for limit in [0, 1, 64 << 10, MAX, usize::MAX] {
        let pool = Pool::new(&STRICT);
        let arena = Arena::new(&pool, limit);
        for _ in 0..2 {
            for align in [1, 64, 4096, 1 << 31] {
                let layout = Layout::from_size_align(MAX - (align - 1), align).unwrap();
                let error = arena.alloc_uninit(layout).unwrap_err();
                match error {
                    ArenaError::Limit { requested, .. } => assert_eq!(requested, layout.size()),
                    ArenaError::Exhausted { .. } => assert!(limit >= MAX, "{error}"),
                    other => panic!("{other:?}"),
                }
            }
            let too_long = arena.alloc_slice_fill_with(usize::MAX, |_| 1_u16).unwrap_err();
            assert!(matches!(too_long, ArenaError::Limit { requested: usize::MAX, .. }));
            let too_long = arena.alloc_slice_fill_with(MAX, |_| 1_u8).unwrap_err();
            assert!(!too_long.to_string().is_empty());
            // The second round is behind an allocation, so that sums could wrap.
            let _ = arena.alloc(1_u8);
        }
    }
}

#[test]
fn huge_alignments_hold_or_fail() {
    let pool = Pool::new(&STRICT);
    for shift in 0..30 {
        let arena = Arena::new(&pool, 64 << 10);
        let _ = arena.alloc(1_u8).unwrap();
        let layout = Layout::from_size_align(3, 1 << shift).unwrap();
        match arena.alloc_uninit(layout) {
            Ok(bytes) => {
                assert_eq!(bytes.as_ptr().addr() % (1 << shift), 0);
                bytes.iter_mut().for_each(|byte| _ = byte.write(1));
            }
            Err(error) => {
                assert!(shift >= 16 && matches!(error, ArenaError::Limit { .. }), "{error}");
            }
        }
    }
}

#[test]
fn every_alignment_fits_a_chunk_of_its_own() {
    // The padding is part of what is needed, so no chunk is too short once it is taken.
    let pool = Pool::new(&PoolConfig::new());
    for shift in 6..20 {
        for size in [1, 63, 64, 65, 8191, 8192, 8193] {
            let layout = Layout::from_size_align(size, 1 << shift).unwrap();
            let arena = Arena::new(&pool, 4 << 20);
            let bytes = arena.alloc_uninit(layout).unwrap();
            assert_eq!(bytes.as_ptr().addr() % (1 << shift), 0);
            assert_eq!(pool.stats().jumbo(), 1 + (shift - 6) * 7 + index_of(size));
        }
    }
}

fn index_of(size: usize) -> u64 {
    [1, 63, 64, 65, 8191, 8192, 8193].iter().position(|&other| other == size).unwrap() as u64
}

#[test]
fn an_unlimited_arena_ends_with_its_pool() {
    let config = PoolConfig::new().with_message(0, 1024, Some(3)).with_overflow(Overflow::Fail);
    let pool = Pool::new(&config);
    let arena = Arena::new(&pool, usize::MAX);
    let mut count = 0;
    let error = loop {
        match arena.alloc([0_u8; 128]) {
            Ok(_) => count += 1,
            Err(error) => break error,
        }
    };
    assert!(matches!(error, ArenaError::Exhausted { requested: 128, .. }), "{error}");
    // Three chunks of 1 KiB, and then the smaller class: 8 + 8 + 8, then one allocation a slot.
    assert!(count >= 24 + 3, "{count}");
    drop(arena);
    assert_eq!(in_use(&pool), 0);
}

#[test]
fn copies_of_every_length_are_whole() {
    let pool = Pool::new(&STRICT);
    let mut arena = Arena::new(&pool, 64 << 10);
    let source: [u8; 300] = std::array::from_fn(|i| i as u8 | 1);
    for offset in 0..9 {
        for len in 0..200 {
            // An odd address, and a neighbour that must stay as it is.
            let before = arena.alloc(0xEE_u8).unwrap();
            let copy = arena.alloc_slice_copy(&source[offset..][..len]).unwrap();
            let after = arena.alloc(0xEE_u8).unwrap();
            assert_eq!(copy, &source[offset..][..len]);
            assert_eq!((*before, *after), (0xEE, 0xEE), "length {len}");
            arena.reset();
        }
    }
    // Elements with padding.
    let pairs: Vec<(u8, u32)> = (0..20).map(|i| (i as u8, i * 7)).collect();
    for len in 0..20 {
        assert_eq!(arena.alloc_slice_copy(&pairs[..len]).unwrap(), &pairs[..len]);
    }
}
