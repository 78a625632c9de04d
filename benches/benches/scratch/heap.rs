//! General-purpose allocators, called through `GlobalAlloc`. None of them is the global allocator of the run.

use core::alloc::{GlobalAlloc, Layout};
use core::ptr::NonNull;
use std::alloc::{System, handle_alloc_error};

use mimalloc::MiMalloc;

/// One call for each allocator, with its name.
pub(crate) fn each(mut call: impl FnMut(&'static str, &'static (dyn Factory + Sync))) {
    call("glibc", &Named(System));
    #[cfg(feature = "allocators")]
    call("jemalloc", &Named(tikv_jemallocator::Jemalloc));
    call("mimalloc", &Named(MiMalloc));
}

struct Named<A>(A);

/// Makes the loops of an allocator, so that they are compiled for it.
pub(crate) trait Factory {
    /// A block of `len` bytes that is filled and freed.
    fn filled(&'static self, len: usize) -> Box<dyn FnMut()>;

    /// A block with a copy of `source` that is freed.
    fn copied(&'static self, source: Vec<u8>) -> Box<dyn FnMut()>;

    /// As many blocks of 32 bytes as given, which are freed together.
    fn objects(&'static self, count: usize) -> Box<dyn FnMut()>;
}

fn allocate(allocator: &impl GlobalAlloc, layout: Layout) -> NonNull<u8> {
    // SAFETY: no size in the tables is zero.
    let block = unsafe { allocator.alloc(layout) };
    NonNull::new(block).unwrap_or_else(|| handle_alloc_error(layout))
}

fn free(allocator: &impl GlobalAlloc, block: NonNull<u8>, layout: Layout) {
    // SAFETY: the callers pass blocks from `allocate` with the same allocator and layout, once.
    unsafe { allocator.dealloc(block.as_ptr(), layout) };
}

fn layout(len: usize) -> Layout {
    Layout::from_size_align(len, 8).expect("small, and a power of two")
}

impl<A: GlobalAlloc + Sync> Factory for Named<A> {
    fn filled(&'static self, len: usize) -> Box<dyn FnMut()> {
        let layout = layout(len);
        Box::new(move || {
            let block = allocate(&self.0, layout);
            // SAFETY: the block has `len` bytes.
            unsafe { block.write_bytes(core::hint::black_box(0xAB), len) };
            core::hint::black_box(block);
            free(&self.0, block, layout);
        })
    }

    fn copied(&'static self, source: Vec<u8>) -> Box<dyn FnMut()> {
        let layout = layout(source.len());
        Box::new(move || {
            let source = core::hint::black_box(&source[..]);
            let block = allocate(&self.0, layout);
            // SAFETY: the block has as many bytes as `source`, and is new.
            unsafe { block.copy_from_nonoverlapping(NonNull::from(source).cast(), source.len()) };
            core::hint::black_box(block);
            free(&self.0, block, layout);
        })
    }

    fn objects(&'static self, count: usize) -> Box<dyn FnMut()> {
        let layout = layout(32);
        let mut blocks = Vec::with_capacity(count);
        Box::new(move || {
            for i in 0..count as u64 {
                let block = allocate(&self.0, layout).cast::<[u64; 4]>();
                // SAFETY: the block has 32 bytes and is aligned to 8.
                unsafe { block.write(core::hint::black_box([i; 4])) };
                blocks.push(block);
            }
            core::hint::black_box(&mut blocks);
            for block in blocks.drain(..) {
                free(&self.0, block.cast(), layout);
            }
        })
    }
}
