//! Code that the example programs share: message sets, the bundled capture, messages as JSON, TLS, and the roles of
//! Stratum V2.

pub mod capture;
pub mod gossip;
pub mod json;
pub mod market;
pub mod roles;
pub mod sv2;
pub mod tls;
