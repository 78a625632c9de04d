//! The messages of `contracts.yaml`.
#![allow(missing_docs, reason = "the YAML file documents the fields")]

include!(concat!(env!("OUT_DIR"), "/contracts.rs"));
