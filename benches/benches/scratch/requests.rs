//! The objects of one request: some values of 32 bytes, and the end of all of them.

use core::hint::black_box;

use blink_alloc::Blink;
use bumpalo::Bump;
use pool_core::Arena;

use crate::row::{Group, row};
use crate::{POOL, heap};

type Object = [u64; 4];

pub(crate) fn groups() -> Vec<Group> {
    [1, 5, 50].into_iter().map(request).collect()
}

fn fill(count: u64, mut object: impl FnMut(Object)) {
    (0..count).for_each(|i| object(black_box([i; 4])));
}

fn request(count: u64) -> Group {
    let mut rows = Vec::new();
    rows.push(row("**an arena from the pool**", move || {
        let arena = Arena::new(&POOL, 64 << 10);
        fill(count, |object| _ = black_box(arena.alloc(object).expect("there is room")));
    }));
    let mut one = Arena::new(&POOL, 64 << 10);
    rows.push(row("**one arena, reset**", move || {
        fill(count, |object| _ = black_box(one.alloc(object).expect("there is room")));
        assert!(one.allocated() >= count.saturating_mul(32) as usize);
        one.reset();
    }));
    rows.push(row("a slot of 8 KiB from the pool, without objects", || {
        black_box(POOL.acquire(8 << 10).expect("there is room"));
    }));
    rows.push(row("a slot of 8 KiB from the pool, with objects", move || {
        let mut slot = POOL.acquire(8 << 10).expect("there is room");
        let (places, _) = slot.as_chunks_mut::<{ size_of::<Object>() }>();
        let mut places = places.iter_mut();
        fill(count, |object| {
            let place = places.next().expect("there is room");
            place.copy_from_slice(object.map(u64::to_ne_bytes).as_flattened());
            black_box(place);
        });
    }));
    let mut bump = Bump::with_capacity(8 << 10);
    rows.push(row("bumpalo, reset", move || {
        fill(count, |object| _ = black_box(bump.alloc(object)));
        bump.reset();
    }));
    rows.push(row("bumpalo, new", move || {
        let bump = Bump::new();
        fill(count, |object| _ = black_box(bump.alloc(object)));
    }));
    rows.push(row("bumpalo, new, 8 KiB", move || {
        let bump = Bump::with_capacity(8 << 10);
        fill(count, |object| _ = black_box(bump.alloc(object)));
    }));
    let mut blink = Blink::new();
    rows.push(row("blink-alloc, reset", move || {
        fill(count, |object| _ = black_box(blink.put_no_drop(object)));
        blink.reset();
    }));
    rows.push(row("typed-arena, new", move || {
        let arena = typed_arena::Arena::new();
        fill(count, |object| _ = black_box(arena.alloc(object)));
    }));
    heap::each(|name, allocator| {
        rows.push(row(name, allocator.objects(count as usize)));
    });
    Group { name: format!("request, {count} objects of 32 B"), rows }
}
