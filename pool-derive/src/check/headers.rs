//! The rules for headers.

use crate::diag::{self, Errors};
use crate::model::header::{Header, Role};

pub(super) fn check(header: &Header<'_>, errors: &mut Errors) {
    let lens = at_most_one(header, "len", |role| matches!(role, Role::Len(_)), errors);
    if lens == 0 && errors.is_empty() {
        errors.push(diag::header_without_len(header.name));
    }
    at_most_one(header, "id", |role| matches!(role, Role::Id(_)), errors);
    at_most_one(header, "checksum", |role| matches!(role, Role::Checksum(_)), errors);
    one_role_per_field(header, errors);
}

/// Reports all roles that `is_it` selects if there are several. Returns their number.
fn at_most_one(
    header: &Header<'_>,
    name: &str,
    is_it: fn(&Role) -> bool,
    errors: &mut Errors,
) -> usize {
    let spans: Vec<_> =
        header.with_role(|role| is_it(role).then(|| role.span())).map(|(_, span)| span).collect();
    if spans.len() > 1 {
        spans.iter().for_each(|span| errors.push(diag::two_of_role(*span, name)));
    }
    spans.len()
}

fn one_role_per_field(header: &Header<'_>, errors: &mut Errors) {
    for field in &header.fields {
        // A reply repeats a value that a new header has to begin with.
        let repeated = |role: &Role| matches!(role, Role::Correlation(_) | Role::Default(_));
        if !field.roles.iter().all(repeated) {
            let others = field.roles.iter().skip(1);
            others.for_each(|role| errors.push(diag::two_roles(role.span(), &field.label)));
        }
    }
}
