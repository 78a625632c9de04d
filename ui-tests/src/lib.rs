//! Nothing of its own: see `tests/ui.rs`.
