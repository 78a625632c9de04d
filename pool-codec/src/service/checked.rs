//! What the expansion of `service_config!` calls.

use crate::frame::FrameSet;
use crate::service::config::ServiceConfig;
use crate::service::{rules, text};

/// Fails the build if the message that `config` declares at `index` breaks a rule.
#[track_caller]
pub const fn check_declared<S: FrameSet>(config: &ServiceConfig, index: usize) {
    if let Err(mistake) = rules::message::<S>(config, None, index) {
        text::fail::<S>(config, mistake);
    }
}

/// Makes the compiler note the file that a constant comes from.
pub const fn built_from(_: &[u8]) {}
