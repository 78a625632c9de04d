//! Memory of a buffer that its owner hands out in parts: bytes that belong to no part must not be used.
//!
//! Debug builds overwrite them, so that a use shows. Builds with `--cfg asan`, for AddressSanitizer, poison
//! them, so that a use is reported. Release builds do neither.
//!
//! Parts may hold values with padding, whose bytes are uninitialised, but the bytes of a buffer that is
//! released are initialised: [`initialise`] is the step between the two.

use core::ptr::NonNull;

/// The byte with which debug builds overwrite memory that was given back.
#[cfg(debug_assertions)]
const RELEASED: u8 = 0xDD;

#[cfg(asan)]
mod asan {
    use core::ffi::c_void;

    // SAFETY: the names and the signatures are those of the interface of AddressSanitizer.
    unsafe extern "C" {
        pub(super) fn __asan_poison_memory_region(start: *const c_void, size: usize);
        pub(super) fn __asan_unpoison_memory_region(start: *const c_void, size: usize);
    }
}

/// Marks bytes as not in use, and overwrites them in debug builds.
///
/// # Safety
///
/// * `len` bytes at `start` are valid for writes, and belong to no part in use.
#[inline(always)]
pub(crate) unsafe fn release(start: NonNull<u8>, len: usize) {
    #[cfg(debug_assertions)]
    {
        // Some of the bytes may be poisoned already.
        // SAFETY: by the caller's contract.
        unsafe { acquire(start, len) };
        // SAFETY: valid for writes, by the caller's contract; bytes have no alignment.
        unsafe { start.write_bytes(RELEASED, len) };
    }
    // SAFETY: by the caller's contract.
    unsafe { poison(start, len) };
}

/// Marks bytes as not in use, and leaves them as they are.
///
/// # Safety
///
/// * As for [`release`].
#[inline(always)]
pub(crate) unsafe fn poison(start: NonNull<u8>, len: usize) {
    #[cfg(asan)]
    // SAFETY: the bytes are the caller's, and not in use.
    unsafe {
        asan::__asan_poison_memory_region(start.as_ptr().cast(), len);
    }
    #[cfg(not(asan))]
    let _ = (start, len);
}

/// Marks bytes as in use.
///
/// # Safety
///
/// * `len` bytes at `start` are valid for writes, and belong to no part in use.
#[inline(always)]
pub(crate) unsafe fn acquire(start: NonNull<u8>, len: usize) {
    #[cfg(asan)]
    // SAFETY: the bytes are the caller's.
    unsafe {
        asan::__asan_unpoison_memory_region(start.as_ptr().cast(), len);
    }
    #[cfg(not(asan))]
    let _ = (start, len);
}

/// Marks bytes as in use, and makes them initialised. Their values are unspecified.
///
/// This costs nothing where the compiler supports inline assembly. It then has to assume that the assembly
/// wrote the bytes, and may not remove or change what it has not seen. Elsewhere, and in Miri, the bytes are
/// overwritten with zeroes.
///
/// # Safety
///
/// * `len` bytes at `start` are valid for writes, and belong to no part in use.
#[inline(always)]
pub(crate) unsafe fn initialise(start: NonNull<u8>, len: usize) {
    // SAFETY: by the caller's contract.
    unsafe { acquire(start, len) };
    #[cfg(all(
        not(miri),
        any(
            target_arch = "x86_64",
            target_arch = "x86",
            target_arch = "aarch64",
            target_arch = "arm",
            target_arch = "riscv64",
            target_arch = "riscv32",
            target_arch = "loongarch64",
        )
    ))]
    // SAFETY: the block has no instructions. It stands for a program that writes to each of the bytes, which
    // are valid for writes by the caller's contract, the value that its memory cell has. Without `nomem` and
    // `readonly` the compiler allows for such writes.
    unsafe {
        core::arch::asm!("/* {0} */", in(reg) start.as_ptr(), options(nostack, preserves_flags));
    }
    #[cfg(not(all(
        not(miri),
        any(
            target_arch = "x86_64",
            target_arch = "x86",
            target_arch = "aarch64",
            target_arch = "arm",
            target_arch = "riscv64",
            target_arch = "riscv32",
            target_arch = "loongarch64",
        )
    )))]
    // SAFETY: valid for writes, by the caller's contract; bytes have no alignment.
    unsafe {
        start.write_bytes(0, len);
    }
}
