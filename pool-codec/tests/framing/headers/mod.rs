//! Derived headers: the shapes of several protocols.

mod asymmetric;
mod bytes;
mod forwarding;
mod hostile;
mod shapes;
