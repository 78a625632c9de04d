//! A stream in memory, which is always ready.

use std::io::{self, Read};
use std::rc::Rc;

/// Repeats the bytes of one frame.
#[derive(Clone)]
pub(crate) struct Repeat {
    frame: Rc<[u8]>,
    at: usize,
}

impl Repeat {
    pub(crate) fn new(frame: &[u8]) -> Self {
        Self { frame: frame.into(), at: 0 }
    }
}

impl Read for Repeat {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let wanted = out.len();
        let mut rest = out;
        while !rest.is_empty() {
            let len = rest.len().min(self.frame.len() - self.at);
            let (front, back) = rest.split_at_mut(len);
            front.copy_from_slice(&self.frame[self.at..self.at + len]);
            self.at = (self.at + len) % self.frame.len();
            rest = back;
        }
        Ok(wanted)
    }
}
