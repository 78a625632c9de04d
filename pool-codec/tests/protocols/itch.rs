//! Nasdaq's feed TotalView-ITCH 5.0 in packets of MoldUDP64 1.00 and of SoupBinTCP 3.00, beside the crate `itchy`.
//!
//! `itchy` only reads, so the bytes are generated from [`spec`], a table of the fields in the published specification.

mod messages;
mod packets;
mod peer;
mod soup;
mod spec;
mod values;
