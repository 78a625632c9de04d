//! Rust code of a schema: the derives as a person would write them.

mod aliases;
mod items;
mod layout;
mod types;

pub(crate) use aliases::Facts;
use proc_macro2::TokenStream;
use thiserror::Error;

use crate::model::Schema;

/// The error for a schema that Rust code cannot express.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum RustError {
    /// The prefixes of a type have several widths.
    #[error(
        "`{name}` has length prefixes of different widths\nhelp: `#[frame(len = ..)]` sets one width for a type; move some of its fields to a part"
    )]
    PrefixWidths {
        /// The name of the type.
        name: String,
    },
    /// Only a hand-written type understands the bytes.
    #[error(
        "`{name}` contains bytes that only a Rust type understands\nhelp: name that type under `types`, as in `Address: my::Address`"
    )]
    Opaque {
        /// The name of the type.
        name: String,
    },
    /// A name, a path, a default or a range is not Rust source.
    #[error("`{text}` is not Rust source")]
    NotRust {
        /// The text.
        text: String,
    },
}

impl Schema {
    /// Returns Rust source with the messages, their parts and the set, formatted and with docs. `source` is the name of
    /// the schema's file, which the first line mentions.
    ///
    /// ```
    /// use pool_schema::Schema;
    ///
    /// let schema = Schema::from_yaml("
    /// name: Market
    /// messages:
    ///   SwapEvent: { id: 19, docs: A swap., fields: { pool: \"[u8; 20]\", amount: u64 } }
    /// ").unwrap();
    /// let source = schema.to_rust("market.yaml").unwrap();
    /// assert!(source.ends_with("\
    /// /// A swap.
    /// #[derive(Debug, Clone, PartialEq, Eq, Frame)]
    /// #[frame(id = 19, borrow)]
    /// pub struct SwapEvent {
    ///     pub pool: [u8; 20],
    ///     pub amount: u64,
    /// }
    ///
    /// #[derive(Debug, Clone, PartialEq, Eq, FrameSet)]
    /// #[frames(header = TlvHeader, borrow)]
    /// pub enum Market {
    ///     SwapEvent(SwapEvent),
    /// }
    /// "), "{source}");
    /// ```
    ///
    /// # Errors
    ///
    /// Fails if the derives cannot express the schema. See [`RustError`].
    pub fn to_rust(&self, source: &str) -> Result<String, RustError> {
        let items = items::items(self)?;
        // Only the last part of a path: the text must not depend on the machine.
        let source = source.rsplit(['/', '\\']).next().unwrap_or_default();
        // A line feed in the name would end the comment.
        let source = source.escape_debug();
        let mut text = format!(
            "// @generated from `{source}`, by pool-schema. Change the schema, not this file.\n"
        );
        for item in items {
            text.push('\n');
            text.push_str(&format(item)?);
        }
        Ok(text)
    }
}

/// The source of one item.
fn format(item: TokenStream) -> Result<String, RustError> {
    let text = item.to_string();
    let file = syn::parse2(item).map_err(|_| RustError::NotRust { text })?;
    // The tokens of attributes are printed with a space after each operator.
    let line = |line: &str| match line.trim_start().starts_with("#[frame") {
        true => line.replace("..= ", "..="),
        false => line.to_owned(),
    };
    let lines = prettyplease::unparse(&file);
    Ok(lines.lines().map(line).fold(String::new(), |text, line| text + &line + "\n"))
}
