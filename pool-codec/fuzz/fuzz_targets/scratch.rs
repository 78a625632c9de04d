//! Allocates in an arena, resets it, and inserts into and removes from a slab, in any order. Every allocation and every
//! block keeps its own bytes, and no bound is exceeded.
//!
//! The input is two bytes of limits, and then operations of three bytes.
#![no_main]

use std::alloc::Layout;
use std::collections::HashMap;

use libfuzzer_sys::fuzz_target;
use pool_core::{Arena, Overflow, Pool, PoolConfig, Slab, SlabKey};

const CONFIG: PoolConfig =
    PoolConfig::new().with_message(0, 32 << 10, Some(12)).with_overflow(Overflow::Fail);

fuzz_target!(|input: &[u8]| {
    let Some((&[limit, capacity], operations)) = input.split_first_chunk() else { return };
    let pool = Pool::new(&CONFIG);
    let mut arena = Arena::new(&pool, usize::from(limit) << 9);
    let mut slab = Slab::<40, _>::new(&pool, usize::from(capacity));
    let mut blocks: HashMap<SlabKey, Vec<u8>> = HashMap::new();
    let mut stale = Vec::new();
    for epoch in operations.split(|&byte| byte == 0xFF) {
        let mut live: Vec<(&[u8], u8)> = Vec::new();
        for &[operation, low, high] in epoch.as_chunks().0 {
            let size = usize::from(u16::from_le_bytes([low, high]));
            match operation % 5 {
                0 => {
                    let copy = arena.alloc_slice_copy(&vec![low; size]);
                    live.extend(copy.map(|bytes| (&*bytes, low)));
                }
                1 => {
                    let layout = Layout::from_size_align(size % 500, 1 << (high % 13));
                    let Ok(bytes) = arena.alloc_uninit(layout.expect("a power of two")) else {
                        continue;
                    };
                    assert_eq!(bytes.as_ptr().addr() % (1 << (high % 13)), 0);
                    let filled = bytes.iter_mut().map(|byte| byte.write(low)).count();
                    assert_eq!(filled, size % 500);
                }
                2 => {
                    let Ok(mut buf) = pool.acquire(size) else { continue };
                    buf.fill(high);
                    live.extend(arena.adopt(buf).map(|bytes| (bytes, high)));
                }
                3 => {
                    let content = vec![low; usize::from(high % 48)];
                    let inserted = slab.insert(&content);
                    assert!(content.len() <= 40 || inserted.is_err());
                    blocks.extend(inserted.map(|key| (key, content)));
                }
                _ => {
                    let key = blocks.keys().nth(size % blocks.len().max(1)).copied();
                    let Some(key) = key else { continue };
                    assert!(slab.remove(key) && !slab.remove(key));
                    blocks.remove(&key);
                    stale.push(key);
                }
            }
            assert!(arena.allocated() <= arena.capacity() && arena.capacity() <= arena.limit());
            assert!(slab.len() == blocks.len() && slab.len() <= slab.capacity());
        }
        assert!(live.iter().all(|(bytes, fill)| bytes.iter().all(|byte| byte == fill)));
        drop(live);
        arena.reset();
    }
    assert!(blocks.iter().all(|(key, content)| slab.get(*key) == Some(content)));
    assert!(stale.iter().all(|key| slab.get(*key).is_none()));
    assert_eq!(slab.iter().count(), blocks.len());
    drop((arena, slab));
    assert_eq!(pool.stats().classes().map(|class| class.in_use).sum::<usize>(), 0);
});
