//! The ranges of fields, which are no part of the layout of a message.

use pool_codec::arbitrary::integer_bounds;
use pool_codec::schema::{Content, Field, Value};

/// Returns whether each number in the value is in the range of its field. Ranges whose bounds are no literals accept all.
pub(super) fn within_ranges(value: &Value<'_>) -> bool {
    let (mut values, fields) = match value.content() {
        Content::Items(mut items) => return items.all(|item| within_ranges(&item)),
        Content::Option(value) => return value.is_none_or(|value| within_ranges(&value)),
        Content::Struct(values) | Content::Tuple(values) => (values, value.schema().fields()),
        Content::Enum(tag, _, values) => {
            (values, value.schema().variant(tag).map_or(&[][..], |variant| variant.fields))
        }
        _ => return true,
    };
    values.all(|(name, value)| {
        let range = fields.iter().find(|field| field.name() == name).map_or("", Field::range);
        is_within(range, &value.content()) && within_ranges(&value)
    })
}

fn is_within(range: &str, content: &Content<'_>) -> bool {
    match *content {
        _ if range.is_empty() => true,
        // A number above all that bounds can be is in no range with an upper bound.
        Content::Uint(number) => integer(range, i128::try_from(number).unwrap_or(i128::MAX)),
        Content::Int(number) => integer(range, number),
        Content::F32(number) => float(range, number.into()),
        Content::F64(number) => float(range, number),
        _ => true,
    }
}

fn integer(range: &str, number: i128) -> bool {
    let (low, high) = integer_bounds(range);
    low.is_none_or(|low| low <= number) && high.is_none_or(|high| number <= high)
}

fn float(range: &str, number: f64) -> bool {
    let bound = |text: &str| text.trim().replace('_', "").parse::<f64>().ok();
    let Some((low, high)) = range.split_once("..") else { return true };
    let is_below = |high: f64| number < high;
    let is_at_most = |high: f64| number <= high;
    bound(low).is_none_or(|low| low <= number)
        && match high.strip_prefix('=') {
            Some(high) => bound(high).is_none_or(is_at_most),
            None => bound(high).is_none_or(is_below),
        }
}
