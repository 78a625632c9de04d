//! What does scratch memory cost: bytes in an arena, the objects of a request, and blocks of one size?
//!
//! Contenders take turns within a run. Each is checked once, untimed.

mod buffers;
mod heap;
mod requests;
mod row;
mod slabs;

use benches::harness::Harness;
use clap::Parser;
use pool_core::{Pool, PoolConfig};

use crate::row::{Group, print};

/// Compares arenas, slabs and allocators.
#[derive(Parser)]
struct Args {
    /// Run only the groups whose name contains this: "copy", "4096", "request", "slab".
    filter: Option<String>,
    /// Run fewer and shorter rounds, for rough results.
    #[arg(long)]
    quick: bool,
    /// Run each contender once with this many iterations, for callgrind, and print nothing.
    #[arg(long)]
    iterations: Option<u64>,
    /// With `iterations`: run only the rows of this name, without asterisks.
    #[arg(long)]
    row: Option<String>,
    /// The argument that cargo passes.
    #[arg(long, hide = true)]
    bench: bool,
}

/// The pool of all arenas and slabs.
static POOL: Pool = Pool::new(&PoolConfig::new().with_message(0, 64 << 10, None));

fn main() {
    let args = Args::parse();
    let wanted = |group: &Group| {
        args.filter.as_ref().is_none_or(|filter| group.name.contains(filter.as_str()))
    };
    let groups = buffers::groups().into_iter().chain(requests::groups()).chain(slabs::groups());
    let groups: Vec<Group> = groups.filter(wanted).collect();
    if let Some(iterations) = args.iterations {
        for mut row in groups.into_iter().flat_map(|group| group.rows) {
            if args.row.as_ref().is_none_or(|wanted| row.name.trim_matches('*') == wanted) {
                (row.run)(iterations);
            }
        }
        return;
    }
    print(groups, if args.quick { Harness::QUICK } else { Harness::DEFAULT });
}
