//! What the example programs share: message sets, the bundled capture, and the values of any message
//! as JSON.

pub mod capture;
pub mod json;
pub mod market;
pub mod sv2;
