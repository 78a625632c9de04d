//! What a file says for all of its types.

/// What the file says for all of its types.
#[derive(Debug, Clone)]
pub(super) struct Defaults {
    pub(super) borrow: bool,
    /// The width of length prefixes in bytes. By default each is as narrow as its bound.
    pub(super) len: Option<u8>,
    /// The width of tags in bytes.
    pub(super) tag: u8,
}

impl Default for Defaults {
    fn default() -> Self {
        Self { borrow: true, len: None, tag: 1 }
    }
}
