//! The layout of fields: a bar that is to scale, and a table.

use maud::{Markup, html};
use pool_codec::schema;

use super::percent;
use crate::model::{Field, Type};

/// The fields with their sizes, which are in the same order.
pub(super) fn fields(fields: &[Field], sizes: &[schema::Field]) -> Markup {
    if fields.is_empty() {
        return html! { p { "No bytes." } };
    }
    let total = sizes.iter().fold(0_usize, |sum, field| sum.saturating_add(field.max_size()));
    let offsets = offsets(sizes);
    html! {
        div.layout role="img" aria-label="the fields, to scale" {
            @for (field, size) in fields.iter().zip(sizes) {
                @let fixed = size.min_size() == size.max_size();
                @let title = format!("{}: {}, {}", field.name, field.ty, bytes(size));
                span class=(if fixed { "fixed" } else { "variable" })
                    style=(format!("flex-grow:{:.4}", percent(size.max_size(), total)))
                    title=(title) { (field.name) }
            }
        }
        div.scroll {
            table.fields {
                thead { tr { th.number { "at" } th { "field" } th { "type" } th.number { "bytes" } th { } } }
                tbody {
                    @for ((field, size), offset) in fields.iter().zip(sizes).zip(offsets) {
                        tr {
                            td.number { (offset) }
                            td { (field.name) }
                            td { (type_link(&field.ty)) }
                            td.number { (bytes(size)) }
                            td.docs {
                                (field.docs)
                                @if let Some(range) = &field.range { " " em { "accepts " code { (range) } } }
                                @if field.optional { " " em { "absent in older messages" } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The type, with a link if it is one of the page.
fn type_link(ty: &Type) -> Markup {
    match ty {
        Type::Named(name) => html! { a href=(format!("#{name}")) { code { (name) } } },
        ty => html! { code { (ty) } },
    }
}

/// `8`, or `1..=21`.
fn bytes(field: &schema::Field) -> String {
    let (min, max) = (field.schema().min_size(), field.max_size());
    if min == max { max.to_string() } else { format!("{min}..={max}") }
}

/// Where each field begins. After a field of variable length, only the least offset is known.
fn offsets(sizes: &[schema::Field]) -> Vec<String> {
    let (mut least, mut exact) = (0_usize, true);
    let offset = |field: &schema::Field| {
        let text = if exact { least.to_string() } else { format!("≥ {least}") };
        exact &= field.schema().min_size() == field.max_size();
        least = least.saturating_add(field.schema().min_size());
        text
    };
    sizes.iter().map(offset).collect()
}
