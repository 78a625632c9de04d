//! Code that the example programs share: message sets, the bundled capture, messages as JSON, and TLS.

pub mod capture;
pub mod gossip;
pub mod json;
pub mod market;
pub mod sv2;
pub mod tls;
