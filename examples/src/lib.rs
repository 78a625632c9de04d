//! Code that the example programs share: message sets, the bundled capture, and messages as JSON.

pub mod capture;
pub mod gossip;
pub mod json;
pub mod market;
pub mod sv2;
