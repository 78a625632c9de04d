//! A graph of modules, and the search for a circle in it.

use std::collections::{BTreeMap, BTreeSet};

/// Maps each module to the modules that it imports.
pub(crate) type Graph = BTreeMap<String, BTreeSet<String>>;

/// Returns the shortest circle of the graph, as a list of modules that begins and ends with the same one.
pub(crate) fn circle(graph: &Graph) -> Option<Vec<String>> {
    graph.keys().filter_map(|start| circle_through(graph, start)).min_by_key(Vec::len)
}

/// Returns the shortest circle through `start`: a breadth-first search that comes back to it.
fn circle_through(graph: &Graph, start: &str) -> Option<Vec<String>> {
    let mut seen = BTreeSet::new();
    let mut paths = vec![vec![start.to_owned()]];
    while !paths.is_empty() {
        let mut longer = Vec::new();
        for path in paths {
            let last = path.last()?;
            for next in graph.get(last).into_iter().flatten() {
                let path: Vec<_> = path.iter().chain([next]).cloned().collect();
                if next == start {
                    return Some(path);
                }
                if seen.insert(next) {
                    longer.push(path);
                }
            }
        }
        paths = longer;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{Graph, circle};

    fn graph(edges: &[(&str, &str)]) -> Graph {
        let mut graph = Graph::new();
        for (from, to) in edges {
            graph.entry((*from).to_owned()).or_default().insert((*to).to_owned());
        }
        graph
    }

    #[test]
    fn layers_have_no_circle() {
        assert_eq!(circle(&graph(&[("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")])), None);
    }

    #[test]
    fn the_shortest_circle_is_found() {
        let edges = [("a", "b"), ("b", "c"), ("c", "d"), ("d", "a"), ("d", "c"), ("x", "a")];
        assert_eq!(circle(&graph(&edges)).unwrap(), ["c", "d", "c"]);
        assert_eq!(circle(&graph(&edges[..4])).unwrap(), ["a", "b", "c", "d", "a"]);
    }
}
