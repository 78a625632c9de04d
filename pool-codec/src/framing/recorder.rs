//! The counts of one reader, until it adds them to those that others see.

use core::fmt;

use crate::codec::DecodeError;
use crate::frame::FrameSet;
use crate::framing::error::FrameError;
use crate::framing::traffic::Traffic;

/// The part of a reader that counts.
pub(crate) struct Recorder<S: FrameSet> {
    traffic: Option<Traffic<S>>,
    /// The number of frames that the traffic does not have yet: at most one for each byte of a window. Beside the 64 bits of
    /// the position it would be added to in one vector instruction, which takes three more to load.
    frames: u32,
}

impl<S: FrameSet> Recorder<S> {
    pub(crate) const fn new() -> Self {
        Self { traffic: None, frames: 0 }
    }

    pub(crate) fn attach(&mut self, traffic: &Traffic<S>) {
        self.flush();
        (self.traffic, self.frames) = (Some(traffic.clone()), 0);
    }

    /// Counts a frame that the reader delivers.
    #[inline(always)]
    pub(crate) fn frame(&mut self) {
        self.frames = self.frames.wrapping_add(1);
    }

    /// Counts bytes that have arrived, and adds the frames before them to the traffic.
    #[inline]
    pub(crate) fn arrived(&mut self, bytes: usize) {
        if let Some(traffic) = &self.traffic {
            traffic.add(core::mem::take(&mut self.frames).into(), bytes as u64);
        }
    }

    /// Counts a frame that the limits reject. Errors of the pool are not the peer's.
    #[cold]
    pub(crate) fn rejected(&self, error: FrameError) -> FrameError {
        let (id, reason, offset) = match &error {
            FrameError::Header { offset, .. } => (None, "Header", *offset),
            FrameError::Corrupt { id, offset, .. } => (Some(*id), "Corrupt", *offset),
            FrameError::Forged { offset } => (None, "Forged", *offset),
            FrameError::TooLarge { id, offset, .. } => (Some(*id), "TooLarge", *offset),
            FrameError::UnknownId { id, offset, .. } => (Some(*id), "UnknownId", *offset),
            FrameError::Acquire(_) | FrameError::Pool(_) => return error,
        };
        self.reject(id, reason, offset, &error);
        error
    }

    /// Counts a payload that does not decode.
    pub(crate) fn undecoded(&self, id: u32, offset: u64, error: &DecodeError) {
        self.reject(Some(id), error.kind().name(), offset, error);
    }

    fn reject(
        &self,
        id: Option<u32>,
        reason: &'static str,
        offset: u64,
        error: &(dyn fmt::Display + Sync),
    ) {
        let Some(traffic) = &self.traffic else { return };
        traffic.reject(id, reason);
        #[cfg(feature = "tracing")]
        {
            let frame = id.and_then(S::message).map(|message| message.name);
            let reader = traffic.name();
            if matches!(reason, "Header" | "Forged") {
                tracing::warn!(target: "pool_codec::traffic", reader, reason, frame, offset, %error, "stream rejected");
            } else {
                tracing::debug!(target: "pool_codec::traffic", reader, reason, frame, offset, %error, "frame rejected");
            }
        }
        #[cfg(not(feature = "tracing"))]
        let _ = (offset, error);
    }

    fn flush(&mut self) {
        self.arrived(0);
    }
}

impl<S: FrameSet> Drop for Recorder<S> {
    fn drop(&mut self) {
        self.flush();
    }
}
