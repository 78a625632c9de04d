//! The state of an iteration over the frames of a reader.

use crate::io::error::ReadError;

/// Ends an iteration at the end of the stream or after a fatal error.
#[derive(Debug, Default)]
pub(crate) struct Fuse {
    done: bool,
}

impl Fuse {
    pub(crate) fn is_done(&self) -> bool {
        self.done
    }

    /// Returns the next item for the result of a read.
    pub(crate) fn item<T>(
        &mut self,
        read: Result<Option<T>, ReadError>,
    ) -> Option<Result<T, ReadError>> {
        let item = read.transpose();
        self.done = match &item {
            Some(Err(error)) => error.is_fatal(),
            Some(Ok(_)) => false,
            None => true,
        };
        item
    }
}
