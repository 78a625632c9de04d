//! The *read* operation: it uses every field and every element of a message, and adds them up.

use examples::sv2::common::{SetupConnection, SetupConnectionRef};
use examples::sv2::mining::{NewExtendedMiningJob, NewExtendedMiningJobRef};

use crate::messages::{
    Blob, BlobRef, Integers, IntegersRef, OrderBook, OrderBookRef, SwapEvent, SwapEventRef,
};

/// A message whose fields can be added up. All forms of a message, of every contender, have the same sum.
pub trait Sum {
    /// Reads all fields and all elements.
    fn sum(&self) -> u64;
}

impl<T: Sum> Sum for &T {
    #[inline(always)]
    fn sum(&self) -> u64 {
        T::sum(self)
    }
}

/// Adds up numbers.
#[inline(always)]
pub fn total(numbers: impl IntoIterator<Item = u64>) -> u64 {
    numbers.into_iter().fold(0, u64::wrapping_add)
}

/// Adds up bytes.
#[inline(always)]
#[must_use]
pub fn bytes(bytes: &[u8]) -> u64 {
    total(bytes.iter().map(|&byte| byte.into()))
}

/// Implements [`Sum`] for forms of a message whose fields are used in the same way.
#[macro_export]
macro_rules! sum {
    ($($form:ty),* => |$message:ident| $numbers:expr) => {$(
        impl $crate::sum::Sum for $form {
            #[inline(always)]
            fn sum(&self) -> u64 {
                let $message = self;
                $crate::sum::total($numbers)
            }
        }
    )*};
}

/// The sum of a trade.
#[macro_export]
macro_rules! sum_swap_event {
    ($($form:ty),*) => {
        $crate::sum! { $($form),* => |m| [
            m.timestamp,
            $crate::sum::bytes(&m.pool_address[..]),
            $crate::sum::bytes(&m.transaction[..]),
            m.amount_in,
            m.amount_out,
            m.block.into(),
            m.index.into(),
        ]}
    };
}

/// The sum of a request to set up a connection.
#[macro_export]
macro_rules! sum_setup_connection {
    ($($form:ty),*) => {
        $crate::sum! { $($form),* => |m| [
            m.protocol as u64,
            m.min_version.into(),
            m.max_version.into(),
            m.flags.into(),
            $crate::sum::bytes(m.endpoint_host.as_bytes()),
            m.endpoint_port.into(),
            $crate::sum::bytes(m.vendor.as_bytes()),
            $crate::sum::bytes(m.hardware_version.as_bytes()),
            $crate::sum::bytes(m.firmware.as_bytes()),
            $crate::sum::bytes(m.device_id.as_bytes()),
        ]}
    };
}

/// The sum of a job. The forms differ in the type of their flag.
#[macro_export]
macro_rules! sum_job {
    ($($form:ty),*) => {
        $crate::sum! { $($form),* => |m| [
            m.channel_id.into(),
            m.job_id.into(),
            m.min_ntime.unwrap_or_default().into(),
            m.version.into(),
            bool::from(m.version_rolling_allowed).into(),
            $crate::sum::total(m.merkle_path.iter().map(|hash| $crate::sum::bytes(hash))),
            $crate::sum::bytes(&m.coinbase_tx_prefix),
            $crate::sum::bytes(&m.coinbase_tx_suffix),
        ]}
    };
}

/// The sum of an order book.
#[macro_export]
macro_rules! sum_order_book {
    ($($form:ty),*) => {
        $crate::sum! { $($form),* => |m| [
            m.sequence,
            m.instrument.into(),
            $crate::sum::total(m.bids.iter().map(|level| level.quantity.wrapping_add(level.price as u64))),
            $crate::sum::total(m.asks.iter().map(|level| level.quantity.wrapping_add(level.price as u64))),
        ]}
    };
}

/// The sum of a byte string.
#[macro_export]
macro_rules! sum_blob {
    ($($form:ty),*) => {
        $crate::sum! { $($form),* => |m| [$crate::sum::bytes(&m.content[..])]}
    };
}

sum_swap_event!(SwapEvent, SwapEventRef<'_>);
sum_setup_connection!(SetupConnection, SetupConnectionRef<'_>);
sum_job!(NewExtendedMiningJob, NewExtendedMiningJobRef<'_>);
sum_order_book!(OrderBook, OrderBookRef<'_>);
sum_blob!(Blob, BlobRef<'_>);
sum! { Integers => |m| [total(m.content.iter().copied())]}
sum! { IntegersRef<'_> => |m| [total(m.content.iter())]}
