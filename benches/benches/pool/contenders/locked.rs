//! A pool without a crate: a `Mutex<Vec<Vec<u8>>>` that is only locked for the push and the pop.

use std::sync::Mutex;

use benches::chart::Role;
use bytes::buf::UninitSlice;

use crate::contender::Contender;
use crate::row::Row;

#[derive(Clone, Copy)]
struct Locked {
    pool: &'static Mutex<Vec<Vec<u8>>>,
    len: usize,
}

pub(crate) fn mutex_vec(len: usize, slots: usize) -> Row {
    let pool = &*Box::leak(Box::new(Mutex::new(vec![vec![1; len]; slots])));
    Row::new("`Mutex<Vec<Vec<u8>>>`", Role::Rival, len).everywhere(move || Locked { pool, len })
}

impl Contender for Locked {
    type Buf = Vec<u8>;

    #[inline(always)]
    fn acquire(&mut self) -> Vec<u8> {
        let free = self.pool.lock().expect("not poisoned").pop();
        free.unwrap_or_else(|| vec![0; self.len])
    }

    #[inline(always)]
    fn bytes<'b>(&self, buf: &'b mut Vec<u8>) -> &'b mut UninitSlice {
        UninitSlice::new(buf)
    }

    #[inline(always)]
    fn release(&mut self, buf: Vec<u8>) {
        self.pool.lock().expect("not poisoned").push(buf);
    }
}
