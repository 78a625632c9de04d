//! An inline declaration: the TOML text between the braces, and the token at an offset in it.

use proc_macro2::{Group, Span, TokenStream, TokenTree};

/// A line and a column of the source file, both counted from one, as in the compiler's messages.
type Position = (usize, usize);

/// The text between the braces, with a space in place of each brace. `None` if the source text is unavailable or
/// differs from the tokens, as in the expansion of another macro.
pub(super) fn text_of(group: &Group) -> Option<String> {
    let text = group.span().source_text()?;
    let tokens: TokenStream = text.parse().ok()?;
    if tokens.to_string() != TokenTree::Group(group.clone()).to_string() {
        return None;
    }
    let inner = text.strip_prefix('{')?.strip_suffix('}')?;
    Some(format!(" {inner} "))
}

/// The last token that starts at or before the byte `offset` of the text, or the whole group.
pub(super) fn span_at(group: &Group, offset: usize) -> Span {
    let text = text_of(group).unwrap_or_default();
    let before = text.get(..offset).unwrap_or(&text);
    let (line, column) = position(group.span());
    let (lines, last) = match before.rsplit_once('\n') {
        Some((lines, last)) => (lines.matches('\n').count().saturating_add(1), last),
        None => (0, before),
    };
    let first_column = if lines == 0 { column } else { 1 };
    let target = (line.saturating_add(lines), first_column.saturating_add(last.chars().count()));
    let mut found = None;
    find_last(group.stream(), target, &mut found);
    found.unwrap_or_else(|| group.span())
}

/// Sets `found` to the last token that starts at or before `target`.
fn find_last(tokens: TokenStream, target: Position, found: &mut Option<Span>) {
    for token in tokens {
        if position(token.span()) > target {
            return;
        }
        *found = Some(token.span());
        if let TokenTree::Group(group) = token
            && position(group.span()) < target
        {
            find_last(group.stream(), target, found);
        }
    }
}

fn position(span: Span) -> Position {
    let span = span.unwrap();
    (span.line(), span.column())
}
