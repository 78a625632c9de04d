//! The results in Markdown.

use benches::chart::{Ns, Role};

use crate::message::Message;
use crate::operation::Operation;
use crate::results::{Cell, Results};

/// Prints one row per contender and one column per operation. A cell holds the nanoseconds, and the ratio to the code that
/// is written by hand.
pub(crate) fn print(results: &Results, message: Message) {
    let rows = results.rows(&[message]);
    if rows.is_empty() {
        return;
    }
    print!("| {message} |");
    Operation::ALL.iter().for_each(|operation| print!(" {operation} |"));
    println!("\n|---|{}", "---|".repeat(Operation::ALL.len()));
    for (name, role) in rows {
        let bold = if role == Role::Ours { "**" } else { "" };
        print!("| {bold}{name}{bold} |");
        for operation in Operation::ALL {
            match results.get(message, name, operation) {
                None => print!(" - |"),
                Some(ns) => {
                    let ratio = results.ratio(&Cell { message, name, role, operation, ns });
                    let ratio = ratio.map_or(String::new(), |ratio| format!(" ({ratio:.2})"));
                    print!(" {bold}{}{ratio}{bold} |", Ns(ns));
                }
            }
        }
        println!();
    }
    println!();
}
