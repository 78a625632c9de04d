//! An operation in flight, which outlives the calls that wait for it.

use core::cell::Cell;
use core::convert::Infallible;
use core::future::{Future, poll_fn};
use core::pin::Pin;
use core::task::{Context, Poll};

use alloc::boxed::Box;
use alloc::rc::Rc;

/// Performs operations, one after the other, in a future that is allocated once.
///
/// The type of an operation's future has no name, so it needs a box. One box for all operations is enough if a loop in it
/// takes each input from a cell and puts the output into another.
pub(super) struct Operation<I, O> {
    cells: Rc<Cells<I, O>>,
    future: Pin<Box<dyn Future<Output = Infallible>>>,
    in_flight: bool,
}

struct Cells<I, O> {
    input: Cell<Option<I>>,
    output: Cell<Option<O>>,
}

impl<I: 'static, O: 'static> Operation<I, O> {
    pub(super) fn new(perform: impl AsyncFn(I) -> O + 'static) -> Self {
        let cells = Rc::new(Cells { input: Cell::new(None), output: Cell::new(None) });
        let of_future = Rc::clone(&cells);
        let future = Box::pin(async move {
            loop {
                // Only `poll` polls this future, so nothing has to wake it when an input is there.
                let input = poll_fn(|_| of_future.input.take().map_or(Poll::Pending, Poll::Ready));
                let output = perform(input.await).await;
                of_future.output.set(Some(output));
            }
        });
        Self { cells, future, in_flight: false }
    }

    /// Whether an operation has been started whose output [`poll`](Self::poll) has not returned.
    pub(super) fn is_in_flight(&self) -> bool {
        self.in_flight
    }

    /// Starts an operation. None is in flight.
    pub(super) fn start(&mut self, input: I) {
        debug_assert!(!self.in_flight, "one operation at a time");
        self.cells.input.set(Some(input));
        self.in_flight = true;
    }

    /// Polls the operation in flight. The last caller is woken.
    pub(super) fn poll(&mut self, context: &mut Context<'_>) -> Poll<O> {
        let Poll::Pending = self.future.as_mut().poll(context);
        match self.cells.output.take() {
            Some(output) => {
                self.in_flight = false;
                Poll::Ready(output)
            }
            None => Poll::Pending,
        }
    }
}
