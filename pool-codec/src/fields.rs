//! Reading a message field by field, in either form.

use crate::codec::encode::Encodable;

/// A message whose fields can be visited by name. Both forms of a derived type implement it; of an enum, the
/// fields of its variant are visited.
///
/// For loggers, inspectors and tests that treat all messages alike; a handler reads fields directly.
///
/// ```
/// use pool_codec::{Encodable, FieldVisitor, Fields, Frame};
///
/// #[derive(Frame)]
/// struct Point { x: u16, y: u32 }
///
/// struct Sizes(Vec<(&'static str, usize)>);
/// impl FieldVisitor for Sizes {
///     fn field<T: Encodable>(&mut self, name: &'static str, value: &T) {
///         self.0.push((name, value.encoded_len()));
///     }
/// }
///
/// let mut sizes = Sizes(Vec::new());
/// Point { x: 1, y: 2 }.visit_fields(&mut sizes);
/// assert_eq!(sizes.0, [("x", 2), ("y", 4)]);
/// ```
pub trait Fields {
    /// Calls `visitor` with each field, in wire order.
    fn visit_fields<V: FieldVisitor>(&self, visitor: &mut V);
}

/// What [`Fields::visit_fields`] calls.
pub trait FieldVisitor {
    /// Receives one field. A value's own schema is `T::SCHEMA`.
    fn field<T: Encodable>(&mut self, name: &'static str, value: &T);
}
