//! Pools that lack the classes of a set.

use core::fmt;

use pool_core::{PoolConfig, SizeClass};
use thiserror::Error;

use crate::codec::const_fmt::{Decimal, fail};
use crate::frame::set::FrameSet;

/// A pool lacks the classes for the longest payloads of a set, and was not configured to leave them to the heap. See
/// [`PoolConfig::serves`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub struct PoolMismatch {
    /// The name of the set.
    pub set: &'static str,
    /// The length of the longest payload that may occur, in bytes. On an encrypted stream it includes the MACs.
    pub longest: usize,
    /// The largest class of the pool.
    pub largest: Option<SizeClass>,
    /// Whether the stream is encrypted.
    pub sealed: bool,
}

impl PoolMismatch {
    /// Fails if a pool of `config` does not serve payloads of up to `longest` bytes of `set`.
    pub(crate) fn check(
        set: &'static str,
        longest: usize,
        config: &PoolConfig,
    ) -> Result<(), Self> {
        if config.serves(longest) {
            return Ok(());
        }
        Err(Self { set, longest, largest: config.largest_class(), sealed: false })
    }

    /// Like [`check`](Self::check), for payloads of up to `longest` bytes with their MACs.
    pub(crate) fn check_sealed(
        set: &'static str,
        longest: usize,
        config: &PoolConfig,
    ) -> Result<(), Self> {
        Self::check(set, longest, config).map_err(|mismatch| Self { sealed: true, ..mismatch })
    }
}

impl fmt::Display for PoolMismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { set, longest, largest, sealed } = self;
        let macs = if *sealed { " with its MACs" } else { "" };
        write!(
            f,
            "the pool is not made for `{set}`: a payload may have {longest} bytes{macs}, and "
        )?;
        match largest {
            Some(class) => write!(f, "the largest class is {class}")?,
            None => f.write_str("the pool has no class")?,
        }
        if longest > &SizeClass::MAX_POOLED.bytes() {
            let most = SizeClass::MAX_POOLED;
            return write!(
                f,
                "; no class exceeds {most}, so let the heap serve longer payloads \
                 (`PoolConfig::with_jumbo_overflow`)"
            );
        }
        let lacking = SizeClass::for_len(*longest);
        write!(f, "; add class {lacking} and those below it, as ")?;
        match sealed {
            true => write!(f, "`sealed::pool_config::<{set}, _>(&{set}::POOL_CONFIG)`")?,
            false => write!(f, "`config.merge(&{set}::POOL_CONFIG)`")?,
        }
        f.write_str(
            " does, or let the heap serve longer payloads (`PoolConfig::with_jumbo_overflow`)",
        )
    }
}

/// Fails the build if a pool of `config` does not [serve](PoolConfig::serves) the longest payload of `S`. Readers and
/// writers of `S` on such a pool fail at the first call; with a constant config, this function finds the mistake when
/// the program is built.
///
/// ```compile_fail,E0080
/// use pool_codec::{Bytes, Frame, FrameSet, PoolConfig, TlvHeader, pool::assert_serves};
///
/// #[derive(Debug, Frame)]
/// #[frame(id = 7)]
/// struct Blob { content: Bytes<20_000> }
///
/// #[derive(Debug, FrameSet)]
/// #[frames(header = TlvHeader)]
/// enum Set { Blob(Blob) }
///
/// const CONFIG: PoolConfig = PoolConfig::new().with_message(0, 1000, None);
/// const _: () = assert_serves::<Set>(&CONFIG);
/// ```
///
/// # Panics
///
/// Panics if the config does not serve the set. In a constant this is a compile-time error.
#[track_caller]
pub const fn assert_serves<S: FrameSet>(config: &PoolConfig) {
    if config.serves(S::MAX_SIZE) {
        return;
    }
    let largest = match config.largest_class() {
        Some(class) => class.bytes(),
        None => 0,
    };
    fail(&[
        "a pool of this config is not made for `",
        S::NAME,
        "`: a payload may have ",
        Decimal::new(S::MAX_SIZE).as_str(),
        " bytes, and the largest class has ",
        Decimal::new(largest).as_str(),
        "\nhelp: use `config.merge(&",
        S::NAME,
        "::POOL_CONFIG)`, or let the heap serve longer payloads with `with_jumbo_overflow`",
    ]);
}
