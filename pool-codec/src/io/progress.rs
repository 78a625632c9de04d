//! The result of a step that may have to wait.

/// The result of a step, or `Err` with `P` if the step cannot finish yet. `P` cannot be constructed for streams that
/// block.
pub(crate) type Progress<T, P> = Result<T, P>;
