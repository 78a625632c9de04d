//! The rules for sets.

use crate::diag::{self, Errors};
use crate::model::set::Set;

pub(super) fn check(set: &Set<'_>, errors: &mut Errors) {
    for rule in
        [has_messages, one_other, derive_needs_borrow, invariant_needs_borrow, reserved_ids_fit]
    {
        rule(set, errors);
    }
}

fn has_messages(set: &Set<'_>, errors: &mut Errors) {
    if set.variant_count == set.others() {
        errors.push(diag::set_without_messages(set.name));
    }
}

fn one_other(set: &Set<'_>, errors: &mut Errors) {
    let others: Vec<_> = set.variants.iter().filter_map(|variant| variant.other).collect();
    if others.len() > 1 {
        for other in others {
            errors.push(diag::two_others(other));
        }
    }
}

fn derive_needs_borrow(set: &Set<'_>, errors: &mut Errors) {
    if let (Some(derives), None) = (&set.derives, &set.borrowed) {
        errors.push(diag::set_derive_without_borrow(&derives.key, set.name));
    }
}

fn invariant_needs_borrow(set: &Set<'_>, errors: &mut Errors) {
    if let (Some(invariant), None) = (set.invariant, &set.borrowed) {
        errors.push(diag::invariant_without_borrow(invariant, set.name));
    }
}

fn reserved_ids_fit(set: &Set<'_>, errors: &mut Errors) {
    let Some(reserved) = &set.reserved else { return };
    if reserved.value.iter().any(|range| range.last > u32::MAX.into()) {
        errors.push(diag::reserved_id_too_large(&reserved.key));
    }
}
