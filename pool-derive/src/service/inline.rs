//! TOML between the braces of an invocation: its text, and which token stands where in it.

use proc_macro2::{Group, Span, TokenStream, TokenTree};

/// A line and a column of the source file, both from one, as the compiler counts.
type Position = (usize, usize);

/// The text between the braces, with spaces in their place; if it stands in a source file as it is, and is not
/// that of another macro, with other tokens in it.
pub(super) fn text_of(group: &Group) -> Option<String> {
    let text = group.span().source_text()?;
    let tokens: TokenStream = text.parse().ok()?;
    if tokens.to_string() != TokenTree::Group(group.clone()).to_string() {
        return None;
    }
    let inner = text.strip_prefix('{')?.strip_suffix('}')?;
    Some(format!(" {inner} "))
}

/// The token that begins at or last before the byte `offset` of the text; the group, if none does.
pub(super) fn span_at(group: &Group, offset: usize) -> Span {
    let text = text_of(group).unwrap_or_default();
    let before = text.get(..offset).unwrap_or(&text);
    let (line, column) = position(group.span());
    let (lines, last) = match before.rsplit_once('\n') {
        Some((lines, last)) => (lines.matches('\n').count().saturating_add(1), last),
        None => (0, before),
    };
    let first_column = if lines == 0 { column } else { 1 };
    let wanted = (line.saturating_add(lines), first_column.saturating_add(last.chars().count()));
    let mut found = None;
    last_until(group.stream(), wanted, &mut found);
    found.unwrap_or_else(|| group.span())
}

/// Leaves in `found` the last token that does not begin behind `wanted`.
fn last_until(tokens: TokenStream, wanted: Position, found: &mut Option<Span>) {
    for token in tokens {
        if position(token.span()) > wanted {
            return;
        }
        *found = Some(token.span());
        if let TokenTree::Group(group) = token
            && position(group.span()) < wanted
        {
            last_until(group.stream(), wanted, found);
        }
    }
}

fn position(span: Span) -> Position {
    let span = span.unwrap();
    (span.line(), span.column())
}
