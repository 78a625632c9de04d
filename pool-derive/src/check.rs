//! The rules, one function each. All of them run, and their errors are reported together.

use crate::diag::Errors;
use crate::model::header::Header;
use crate::model::set::Set;
use crate::model::{Body, Model};

mod enums;
mod fields;
mod headers;
mod keys;
mod sets;

/// Checks the input of `#[derive(Frame)]`.
pub(crate) fn frame(model: &Model<'_>, errors: &mut Errors) {
    keys::check(model, errors);
    for field in model.fields() {
        fields::check(model, field, errors);
    }
    match &model.body {
        Body::Struct(fields) => {
            fields::defaults_are_last(fields, errors);
            fields::conditions_test_earlier_fields(fields, errors);
            fields::counts_are_earlier_fields(fields, errors);
            fields::alignments_are_before_conditions(fields, errors);
        }
        Body::Enum(body) => {
            enums::check(model, body, errors);
            for variant in &body.variants {
                fields::conditions_test_earlier_fields(&variant.fields, errors);
                fields::counts_are_earlier_fields(&variant.fields, errors);
                fields::alignments_are_before_conditions(&variant.fields, errors);
            }
        }
    }
}

/// Checks the input of `#[derive(Header)]`.
pub(crate) fn header(header: &Header<'_>, errors: &mut Errors) {
    headers::check(header, errors);
}

/// Checks the input of `#[derive(FrameSet)]`.
pub(crate) fn frame_set(set: &Set<'_>, errors: &mut Errors) {
    sets::check(set, errors);
}
