//! The contenders, in the order of the table.

mod borrowing;
mod ours;
mod owned;
mod rkyv;
mod wincode;

use std::rc::Rc;

use crate::row::Row;
use crate::sets::{log, mesh, minecraft, minecraft_players, mk48};

/// Adds the rows of contenders that do not borrow from a data set.
macro_rules! copies {
    ($value:expr => $($name:ident),*) => { [$(owned::$name($value).finish()),*] };
}

pub(crate) fn log() -> Vec<Row> {
    let value = &Rc::new(log::generate());
    let mut rows = Vec::from(ours::rows::<_, log::cells::Logs>(value));
    rows.push(wincode::borrowing(value));
    rows.extend(borrowing::rows(value));
    rows.extend(copies!(value => borsh));
    rows.push(rkyv::row(value));
    rows
}

pub(crate) fn mesh() -> Vec<Row> {
    let value = &Rc::new(mesh::generate());
    let mut rows = Vec::from(ours::rows::<_, mesh::cells::Mesh>(value));
    rows.push(wincode::borrowing(value));
    rows.extend(copies!(value => bincode2, speedy, bitcode, postcard, borsh));
    rows.push(rkyv::row(value));
    rows
}

pub(crate) fn minecraft() -> Vec<Row> {
    let value = &Rc::new(minecraft_players::generate());
    let mut rows = Vec::from(ours::rows::<_, minecraft::cells::Players>(value));
    rows.push(wincode::borrowing(value));
    rows.extend(borrowing::rows(value));
    rows.extend(copies!(value => borsh));
    rows.push(rkyv::row(value));
    rows
}

pub(crate) fn mk48() -> Vec<Row> {
    let value = &Rc::new(mk48::generate());
    let mut rows = Vec::from(ours::rows::<_, mk48::cells::Updates>(value));
    rows.push(wincode::owned(value).finish());
    rows.extend(copies!(value => bincode2, speedy, bitcode, postcard, borsh));
    rows.push(rkyv::row(value));
    rows
}
