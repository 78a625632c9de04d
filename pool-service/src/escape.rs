//! Text that is safe to print on a terminal.

use core::fmt::Write as _;
use std::borrow::Cow;

/// The maximum number of characters of a text that are shown.
const MAX: usize = 600;

/// Returns `text` for a terminal: control characters, invisible characters and those that change the direction of
/// writing are escaped as in Rust, and a long text is cut.
///
/// ```
/// assert_eq!(pool_service::escaped("a\u{1b}]0;x\u{7}"), r"a\u{1b}]0;x\u{7}");
/// assert_eq!(pool_service::escaped("naïve\u{202e}\n"), r"naïve\u{202e}\n");
/// ```
#[must_use]
pub fn escaped(text: &str) -> Cow<'_, str> {
    if text.len() <= MAX && !text.chars().any(is_unsafe) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::new();
    for c in text.chars().take(MAX) {
        if is_unsafe(c) {
            let _ = write!(shown, "{}", c.escape_default());
        } else {
            shown.push(c);
        }
    }
    if text.chars().nth(MAX).is_some() {
        shown.push_str("..");
    }
    Cow::Owned(shown)
}

/// Whether a terminal could act on the character, or show nothing or another order for it: whether Rust escapes it,
/// apart from quotes and backslashes.
pub(crate) fn is_unsafe(c: char) -> bool {
    !matches!(c, '\'' | '"' | '\\') && c.escape_debug().nth(1).is_some()
}
