//! The data sets: one table each.

pub(crate) mod log;
pub(crate) mod mesh;
pub(crate) mod minecraft;
pub(crate) mod minecraft_forms;
pub(crate) mod minecraft_players;
pub(crate) mod mk48;

use crate::sum::Sum;

/// A data set with a borrowed form for contenders that borrow text.
pub(crate) trait Borrowed: 'static {
    type Ref<'a>: Sum;
}

impl Borrowed for log::Logs {
    type Ref<'a> = log::BorrowedLogs<'a>;
}

impl Borrowed for mesh::Mesh {
    type Ref<'a> = mesh::BorrowedMesh<'a>;
}

impl Borrowed for minecraft::Players {
    type Ref<'a> = minecraft_forms::BorrowedPlayers<'a>;
}
