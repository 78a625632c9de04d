//! Derived headers: the shapes of several protocols.

mod bytes;
mod forwarding;
mod hostile;
mod shapes;
