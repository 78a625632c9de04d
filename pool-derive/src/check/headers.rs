//! The rules for headers.

use crate::diag::{self, Errors};
use crate::model::header::{Header, Role};

pub(super) fn check(header: &Header<'_>, errors: &mut Errors) {
    for rule in [one_len, one_id, one_checksum, one_role_per_field] {
        rule(header, errors);
    }
}

fn one_len(header: &Header<'_>, errors: &mut Errors) {
    let lens = header.with_role(|role| if let Role::Len(len) = role { Some(len) } else { None });
    let spans: Vec<_> = lens.map(|(_, len)| len.span).collect();
    match spans.as_slice() {
        [] if errors.is_empty() => errors.push(diag::header_without_len(header.name)),
        [] | [_] => {}
        several => several.iter().for_each(|span| errors.push(diag::two_of_role(*span, "len"))),
    }
}

fn one_id(header: &Header<'_>, errors: &mut Errors) {
    let ids = header.with_role(|role| if let Role::Id(span) = role { Some(*span) } else { None });
    let spans: Vec<_> = ids.map(|(_, span)| span).collect();
    if spans.len() > 1 {
        spans.iter().for_each(|span| errors.push(diag::two_of_role(*span, "id")));
    }
}

fn one_checksum(header: &Header<'_>, errors: &mut Errors) {
    let sums = header.with_role(|role| matches!(role, Role::Checksum(_)).then(|| role.span()));
    let spans: Vec<_> = sums.map(|(_, span)| span).collect();
    if spans.len() > 1 {
        spans.iter().for_each(|span| errors.push(diag::two_of_role(*span, "checksum")));
    }
}

fn one_role_per_field(header: &Header<'_>, errors: &mut Errors) {
    for field in &header.fields {
        for role in field.roles.iter().skip(1) {
            // A reply repeats a value that a new header has to begin with.
            let with_default = field
                .roles
                .iter()
                .all(|role| matches!(role, Role::Correlation(_) | Role::Default(_)));
            if !with_default {
                errors.push(diag::two_roles(role.span(), &field.label));
            }
        }
    }
}
