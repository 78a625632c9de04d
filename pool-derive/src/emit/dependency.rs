//! Fields that depend on an earlier field: those with `when` and with `count`.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Member;

use super::form::{FormField, Record};
use crate::lower::condition::Test;
use crate::paths::Paths;

/// The field that `field` depends on.
fn dependency<'f>(field: &FormField<'f>) -> Option<&'f Ident> {
    let count = field.field.count.as_ref().and_then(|count| count.value.get_ident());
    field.field.condition.as_ref().map(|condition| &condition.field).or(count)
}

impl<'a> Record<'a> {
    /// The field that `field` depends on, and the slot under which the schema knows it.
    fn switch_of(&self, field: &FormField<'_>) -> Option<(usize, &FormField<'a>)> {
        let name = dependency(field)?;
        self.switches().find(
            |(_, switch)| matches!(&switch.field.member, Member::Named(member) if member == name),
        )
    }

    /// The fields that others depend on, with their slots. The tag of `other` is the first of them: a schema has no field
    /// for it, and all slots contain it until a field is read.
    fn switches(&self) -> impl Iterator<Item = (usize, &FormField<'a>)> {
        let is_switch = |field: &&FormField<'_>| match &field.field.member {
            Member::Named(name) => self.fields.iter().filter_map(dependency).any(|on| on == name),
            Member::Unnamed(_) => false,
        };
        self.tag.iter().chain(&self.fields).filter(is_switch).enumerate()
    }

    /// The slot of a field that others depend on.
    pub(crate) fn slot(&self, field: &FormField<'_>) -> Option<Literal> {
        let (slot, _) = self.switches().find(|(_, switch)| switch.local == field.local)?;
        Some(Literal::usize_unsuffixed(slot))
    }

    /// Whether a field depends on another one.
    pub(crate) fn has_dependencies(&self) -> bool {
        self.fields.iter().any(|field| dependency(field).is_some())
    }

    /// The condition of a field, as a constant expression.
    pub(crate) fn condition(&self, field: &FormField<'_>, paths: &Paths) -> Option<TokenStream> {
        let (private, condition) = (paths.private(), field.field.condition.as_ref()?);
        let slot = Literal::usize_unsuffixed(self.switch_of(field)?.0);
        Some(match &condition.test {
            Test::Set => quote!(#private::Condition::bits(#slot, !0)),
            Test::Bits(bits) => quote!(#private::Condition::bits(#slot, (#bits) as u64)),
            Test::Equals(number) => quote!(#private::Condition::equals(#slot, (#number) as u64)),
        })
    }

    /// The slot of the field that has the count of `field`.
    pub(crate) fn count_slot(&self, field: &FormField<'_>) -> Option<Literal> {
        field.field.count.as_ref()?;
        Some(Literal::usize_unsuffixed(self.switch_of(field)?.0))
    }

    /// The number in the field that `field` depends on. `place` returns a reference to that field's value.
    fn number(
        &self,
        field: &FormField<'_>,
        place: impl Fn(&FormField<'_>) -> TokenStream,
        paths: &Paths,
    ) -> Option<TokenStream> {
        let (private, (_, switch)) = (paths.private(), self.switch_of(field)?);
        let value = place(switch);
        let span = dependency(field)?.span().resolved_at(Span::call_site());
        Some(quote_spanned!(span=> #private::Switch::bits(#value)))
    }

    /// An expression that tells whether a field is present.
    pub(crate) fn is_present(
        &self,
        field: &FormField<'_>,
        place: impl Fn(&FormField<'_>) -> TokenStream,
        paths: &Paths,
    ) -> Option<TokenStream> {
        let condition = self.condition(field, paths)?;
        let (private, number) = (paths.private(), self.number(field, place, paths)?);
        Some(quote!(#private::Condition::holds(const { &#condition }, #number)))
    }

    /// The number of bytes or elements of a field, if another field has it.
    pub(crate) fn count(
        &self,
        field: &FormField<'_>,
        place: impl Fn(&FormField<'_>) -> TokenStream,
        paths: &Paths,
    ) -> Option<TokenStream> {
        field.field.count.as_ref()?;
        self.number(field, place, paths)
    }
}
