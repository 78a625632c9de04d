//! What the expansion of `service_config!` calls.

use crate::service::config::ServiceConfig;
use crate::service::rules::SetFacts;
use crate::service::{rules, text};

/// Fails the build if the message that `config` declares at `index` breaks a rule.
#[track_caller]
pub const fn check_declared(set: SetFacts, config: &ServiceConfig, index: usize) {
    if let Err(mistake) = rules::message(set, config, None, index) {
        text::fail(set, config, mistake);
    }
}

/// Makes the compiler note the file that a constant comes from.
pub const fn built_from(_: &[u8]) {}
