//! Byte buffers, one at a time: the rows of `bump_and_slab_benchmarks`.

use core::alloc::Layout;
use core::hint::black_box;

use blink_alloc::Blink;
use bumpalo::Bump;
use pool_core::Arena;

use crate::row::{Group, Row, row};
use crate::{POOL, heap};

const SIZES: [usize; 3] = [48, 256, 4096];

pub(crate) fn groups() -> Vec<Group> {
    SIZES.into_iter().flat_map(|len| [fill(len), vector(len), copy(len)]).collect()
}

fn source(len: usize) -> Vec<u8> {
    (0..len).map(|i| i.wrapping_mul(7) as u8).collect()
}

fn arena() -> Arena {
    Arena::new(&POOL, 64 << 10)
}

/// `buffer_bump`: bytes that are filled, and the reset; `buffer_global`.
fn fill(len: usize) -> Group {
    let layout = Layout::from_size_align(len, 1).expect("small");
    let mut rows = Vec::new();
    let mut ours = arena();
    rows.push(row("**pool-core**", move || {
        let bytes = ours.alloc_uninit(layout).expect("there is room");
        bytes.fill(core::mem::MaybeUninit::new(black_box(0xAB)));
        black_box(bytes);
        ours.reset();
    }));
    let mut bump = Bump::with_capacity(8 << 10);
    rows.push(row("bumpalo", move || {
        black_box(bump.alloc_slice_fill_copy(len, black_box(0xAB_u8)));
        bump.reset();
    }));
    heap::each(|name, allocator| {
        rows.push(row(name, allocator.filled(len)));
    });
    Group { name: format!("buffer, fill {len} B"), rows }
}

/// `buffer_bump_vec`: a vector that is filled, its drop, and the reset.
fn vector(len: usize) -> Group {
    let mut rows = Vec::new();
    let mut ours = arena();
    rows.push(row("**pool-core**", move || {
        let mut bytes = allocator_api2::vec::Vec::with_capacity_in(len, &ours);
        bytes.resize(len, black_box(0xAB_u8));
        assert_eq!(black_box(&bytes).len(), len);
        drop(bytes);
        ours.reset();
    }));
    let mut bump = Bump::with_capacity(8 << 10);
    rows.push(row("bumpalo", move || {
        let mut bytes = bumpalo::collections::Vec::with_capacity_in(len, &bump);
        bytes.resize(len, black_box(0xAB_u8));
        assert_eq!(black_box(&bytes).len(), len);
        drop(bytes);
        bump.reset();
    }));
    rows.push(row("glibc", move || {
        let mut bytes = Vec::with_capacity(len);
        bytes.resize(len, black_box(0xAB_u8));
        assert_eq!(black_box(&bytes).len(), len);
    }));
    Group { name: format!("buffer, vector of {len} B"), rows }
}

/// `buffer_bump_copy`: a copy of a slice, and the reset.
fn copy(len: usize) -> Group {
    let mut rows: Vec<Row> = Vec::new();
    let (mut ours, bytes) = (arena(), source(len));
    assert_eq!(arena().alloc_slice_copy(&bytes).expect("there is room"), &bytes[..]);
    rows.push(row("**pool-core**", move || {
        black_box(ours.alloc_slice_copy(black_box(&bytes[..])).expect("there is room"));
        ours.reset();
    }));
    let (mut bump, bytes) = (Bump::with_capacity(8 << 10), source(len));
    assert_eq!(Bump::new().alloc_slice_copy(&bytes), &bytes[..]);
    rows.push(row("bumpalo", move || {
        black_box(bump.alloc_slice_copy(black_box(&bytes[..])));
        bump.reset();
    }));
    let (mut blink, bytes) = (Blink::new(), source(len));
    assert_eq!(Blink::new().copy_slice(&bytes), &bytes[..]);
    rows.push(row("blink-alloc", move || {
        black_box(blink.copy_slice(black_box(&bytes[..])));
        blink.reset();
    }));
    let (mut out, bytes) = (vec![0_u8; len], source(len));
    rows.push(row("memcpy", move || {
        black_box(&mut out[..]).copy_from_slice(black_box(&bytes[..]));
        black_box(&mut out);
    }));
    heap::each(|name, allocator| {
        rows.push(row(name, allocator.copied(source(len))));
    });
    Group { name: format!("buffer, copy {len} B"), rows }
}
