//! A page about a set of messages.

mod layout;

use maud::{DOCTYPE, Markup, PreEscaped, html};
use pool_codec::schema::Kind;
use pool_codec::{MemoryBill, MessageInfo};

use crate::compiled::{CompileError, Compiled};
use crate::lock::{Changes, Impact};
use crate::model::{Definition, Message, Schema, Shape, Type};

/// The style of the page: light and dark, on screens, phones and paper.
const STYLE: &str = include_str!("report/style.css");

impl Schema {
    /// Returns a page in HTML, in one file without references: each message with its layout, its sizes and its class, the
    /// memory of the pool and of `connections`, and the differences to an `old` schema.
    ///
    /// # Errors
    ///
    /// Fails if [`compile`](Self::compile) does.
    pub fn report(&self, old: Option<&Self>, connections: usize) -> Result<String, CompileError> {
        let schema = self.without_aliases();
        let compiled = schema.compile()?;
        let bill = compiled.bill(connections);
        let changes = old.map(|old| self.changes_since(old));
        let page = html! {
            (DOCTYPE)
            html lang="en" {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (schema.name) }
                    style { (PreEscaped(STYLE)) }
                }
                body {
                    header {
                        h1 { (schema.name) }
                        @for line in paragraphs(&schema.docs) { p { (line) } }
                        (summary(&schema, &compiled, &bill, connections))
                    }
                    main {
                        @if let Some(changes) = &changes { (changes_section(changes)) }
                        section id="memory" {
                            h2 { "Memory" }
                            (pool(&compiled))
                            (connection_table(&bill, connections))
                        }
                        section id="messages" {
                            h2 { "Messages" }
                            (contents(&schema, &compiled))
                            @for (message, info) in schema.messages.iter().zip(compiled.messages()) {
                                (self::message(&schema, message, info))
                            }
                        }
                        (parts(&schema, &compiled))
                    }
                }
            }
        };
        Ok(page.into_string())
    }
}

/// The numbers at the top.
fn summary(schema: &Schema, compiled: &Compiled, bill: &MemoryBill, connections: usize) -> Markup {
    let longest = compiled.max_size();
    html! {
        dl.summary {
            div { dt { "messages" } dd { (schema.messages.len()) } }
            div { dt { "longest payload" } dd { (size(longest)) } }
            div { dt { "header" } dd { (schema.header.name) ", " (schema.header.size) " B" } }
            div { dt { "pool" } dd { (size(compiled.pool_config().footprint())) } }
            div { dt { (connections) " connections" } dd { (size(bill.total())) } }
        }
    }
}

fn changes_section(changes: &Changes) -> Markup {
    let groups = [
        (Impact::Breaks, "Breaks peers"),
        (Impact::Compatible, "Compatible, within these bounds"),
        (Impact::Memory, "Memory only"),
        (Impact::Names, "Names and docs"),
    ];
    html! {
        section id="changes" {
            h2 { "Changes" }
            @if changes.is_empty() { p { "There are no differences to the older schema." } }
            @for (impact, title) in groups {
                @let mut of_group = changes.iter().filter(|change| change.impact == impact).peekable();
                @if of_group.peek().is_some() {
                    h3 class=[(impact == Impact::Breaks).then_some("breaks")] { (title) }
                    ul.changes {
                        @for change in of_group {
                            li {
                                strong { (change.place) } ": " (change.what)
                                @if !change.effect.is_empty() { br; small { (change.effect) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The classes of the pool, as bars of their memory.
fn pool(compiled: &Compiled) -> Markup {
    let config = compiled.pool_config();
    let bytes = |class: usize, slots: usize| class.saturating_mul(slots);
    let largest = config.classes().map(|(class, slots)| bytes(class.bytes(), slots)).max();
    html! {
        p { "The pool of this set takes at most " (size(config.footprint())) ". Its memory is committed on first use." }
        table.bars {
            thead { tr { th { "class" } th.number { "slots" } th.number { "bytes" } th { } } }
            tbody {
                @for (class, slots) in config.classes() {
                    @let all = bytes(class.bytes(), slots);
                    tr {
                        td { (size(class.bytes())) }
                        td.number { (slots) }
                        td.number { (size(all)) }
                        td.bar { span style=(format!("width:{:.1}%", percent(all, largest.unwrap_or(1)))) { } }
                    }
                }
            }
        }
    }
}

fn connection_table(bill: &MemoryBill, connections: usize) -> Markup {
    let rows = [
        ("the buffers of one connection, in both directions", bill.buffers()),
        ("one connection beyond the pool, when all slots are in use", bill.beyond_pool()),
        ("all connections beyond the pool", bill.beyond_pool().saturating_mul(connections)),
        ("the pool and all connections", bill.total()),
    ];
    html! {
        h3 { (connections) " connections" }
        table {
            tbody {
                @for (what, bytes) in rows {
                    tr { td { (what) } td.number { (size(bytes)) } }
                }
            }
        }
    }
}

/// The table of all messages.
fn contents(schema: &Schema, compiled: &Compiled) -> Markup {
    html! {
        div.scroll {
            table {
                thead { tr { th { "id" } th { "message" } th.number { "shortest" } th.number { "longest" } th.number { "class" } } }
                tbody {
                    @for (message, info) in schema.messages.iter().zip(compiled.messages()) {
                        tr {
                            td { code { (format!("{:#x}", message.id)) } }
                            td { a href=(format!("#{}", message.name)) { (message.name) } }
                            td.number { (info.min_size) }
                            td.number { (info.max_size) }
                            td.number { (size(info.size_class.bytes())) }
                        }
                    }
                }
            }
        }
    }
}

fn message(schema: &Schema, message: &Message, info: &MessageInfo) -> Markup {
    let definition = match &message.ty {
        Type::Named(name) => schema.definition(name),
        _ => None,
    };
    let range = match info.min_size == info.max_size {
        true if info.max_size == 1 => "1 byte".to_owned(),
        true => format!("{} bytes", info.max_size),
        false => format!("{} to {} bytes", info.min_size, info.max_size),
    };
    html! {
        article id=(message.name) {
            h3 { (message.name) " " code { (format!("{:#x}", message.id)) } }
            p.sizes {
                (range) ", class " (size(info.size_class.bytes()))
                @if let Some(capacity) = message.capacity { ", at least " (capacity) " slots" }
                @if message.max_trailing > 0 { ", " (message.max_trailing) " bytes may follow" }
            }
            @match definition {
                Some(definition) => (body(definition, info.schema)),
                None => p { code { (message.ty) } },
            }
        }
    }
}

/// The types that are parts of messages.
fn parts(schema: &Schema, compiled: &Compiled) -> Markup {
    let is_message = |definition: &&Definition| {
        schema.messages.iter().any(|message| message.ty == Type::Named(definition.name.clone()))
    };
    let mut parts = schema.types.iter().filter(|of| !is_message(of)).peekable();
    html! {
        @if parts.peek().is_some() {
            section id="types" {
                h2 { "Types" }
                @for definition in parts {
                    article id=(definition.name) {
                        h3 { (definition.name) }
                        @if let Some(of) = compiled.definition(&definition.name) {
                            p.sizes { (of.min_size()) " to " (of.max_size()) " bytes" }
                            (body(definition, of))
                        }
                    }
                }
            }
        }
    }
}

/// The docs and the layout of a definition.
fn body(definition: &Definition, schema: &pool_codec::schema::Schema) -> Markup {
    html! {
        @for line in paragraphs(&definition.docs) { p { (line) } }
        @match (&definition.shape, schema.kind()) {
            (Shape::Struct { fields }, Kind::Struct { fields: sizes, .. }) => (layout::fields(fields, sizes)),
            (Shape::Enum { variants, other, .. }, Kind::Enum { tag, variants: sizes, other: other_sizes, .. }) => {
                p { "A tag of " (tag) (if *tag == 1 { " byte" } else { " bytes" }) ", and the fields of the variant that it selects." }
                @for (variant, sizes) in variants.iter().zip(*sizes) {
                    h4 { code { (variant.tag) } " " (variant.name) }
                    @for line in paragraphs(&variant.docs) { p { (line) } }
                    @if !variant.fields.is_empty() { (layout::fields(&variant.fields, sizes.fields)) }
                }
                @if let (Some(variant), Some(sizes)) = (other, other_sizes) {
                    h4 { "any other tag: " (variant.name) }
                    @if !variant.fields.is_empty() { (layout::fields(&variant.fields, sizes.fields)) }
                }
            }
            _ => {}
        }
    }
}

/// The paragraphs of a doc comment.
fn paragraphs(docs: &str) -> impl Iterator<Item = &str> {
    docs.split("\n\n").map(str::trim).filter(|text| !text.is_empty())
}

/// A number of bytes for people.
fn size(bytes: usize) -> String {
    const UNITS: [(usize, &str); 3] = [(1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")];
    for (unit, name) in UNITS {
        if bytes >= unit {
            let value = bytes as f64 / unit as f64;
            let digits = usize::from(value.fract() != 0.0 && value < 100.0);
            return format!("{value:.digits$} {name}");
        }
    }
    format!("{bytes} B")
}

fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}
