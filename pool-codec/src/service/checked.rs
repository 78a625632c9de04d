//! The functions that the expansion of `service_config!` calls.

use crate::service::config::ServiceConfig;
use crate::service::rules;
use crate::service::set_facts::SetFacts;
use crate::service::text;

/// Fails the build if the message that `config` declares at `index` violates a rule.
#[track_caller]
pub const fn check_declared(set: SetFacts, config: &ServiceConfig, index: usize) {
    if let Err(violation) = rules::message(set, config, None, index) {
        text::fail(set, config, violation);
    }
}

/// Makes the build depend on the file from which a constant is read.
pub const fn built_from(_: &[u8]) {}
