//! The paths that are measured.

mod codec;
mod framing;
mod pool;

/// The number of measured calls of each cell.
pub(crate) const ROUNDS: u32 = 16;

/// A path whose instructions are counted.
pub(crate) struct Cell {
    pub(crate) name: String,
    run: Box<dyn FnMut()>,
}

impl Cell {
    fn new(name: impl Into<String>, run: impl FnMut() + 'static) -> Self {
        Self { name: name.into(), run: Box::new(run) }
    }

    /// Lets callgrind count the instructions of some calls. The first calls allocate what is reused, and are not counted.
    pub(crate) fn measure(&mut self) {
        (self.run)();
        (self.run)();
        measured(&mut *self.run);
    }
}

/// Callgrind counts inside this function only, and writes a file when it returns.
#[inline(never)]
fn measured(run: &mut dyn FnMut()) {
    for _ in 0..ROUNDS {
        run();
    }
}

/// Returns all cells, in the order of the stored file.
pub(crate) fn all() -> Vec<Cell> {
    [codec::cells(), pool::cells(), framing::cells()].into_iter().flatten().collect()
}
