//! The imports of each source file, and the modules that they lead to.

use std::collections::{BTreeMap, BTreeSet};

use syn::parse::Parser;
use syn::visit::{self, Visit};
use syn::{Attribute, Ident, Item, ItemMod, ItemUse, UseTree};

use crate::graph::Graph;

/// One file of a crate.
pub(crate) struct Source {
    /// The path of its module, without `crate`. It is empty for `lib.rs`.
    pub(crate) module: String,
    pub(crate) text: String,
}

/// A path as it is written, in a module.
type Path = Vec<String>;

/// A module, inline or not.
#[derive(Default)]
struct Module {
    /// The path of the module of its file.
    file: Path,
    /// The names that `use` brings into it, and the paths that they stand for.
    names: BTreeMap<String, Path>,
    globs: Vec<Path>,
    /// The names of the items that it defines.
    items: BTreeSet<String>,
    /// Modules that are declared in it under `#[cfg(test)]`.
    tests: BTreeSet<String>,
    /// All paths in it that may be imports.
    paths: Vec<Path>,
}

/// The modules of a crate by path.
#[derive(Default)]
struct Modules(BTreeMap<Path, Module>);

/// Builds the graph of a crate. Its root is called `crate`.
pub(crate) fn graph(sources: &[Source]) -> Graph {
    let mut modules = Modules::default();
    for Source { module, text } in sources {
        let path: Path =
            module.split("::").filter(|name| !name.is_empty()).map(Into::into).collect();
        let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{module}: {error}"));
        modules.0.insert(path.clone(), Module { file: path.clone(), ..Module::default() });
        Reader { modules: &mut modules, module: path }.visit_file(&file);
    }
    let mut graph = Graph::new();
    for (path, module) in &modules.0 {
        if modules.is_test(path) {
            continue;
        }
        let imports = graph.entry(name(&module.file)).or_default();
        for written in &module.paths {
            if let Some(target) = modules.resolve(path, written, 0)
                && target != module.file
                && !modules.is_test(&target)
            {
                imports.insert(name(&target));
            }
        }
    }
    graph
}

fn name(path: &Path) -> String {
    if path.is_empty() { "crate".to_owned() } else { path.join("::") }
}

impl Modules {
    /// Returns whether the module, or a module around it, is declared under `#[cfg(test)]`.
    fn is_test(&self, path: &[String]) -> bool {
        (0..path.len()).any(|len| {
            self.0.get(&path[..len]).is_some_and(|module| module.tests.contains(&path[len]))
        })
    }

    /// Returns the path of the file that `written` leads to from the module `from`. Returns `None` if it leads out of
    /// the crate.
    fn resolve(&self, from: &Path, written: &[String], depth: usize) -> Option<Path> {
        let (first, rest) = written.split_first()?;
        match first.as_str() {
            "crate" => self.walk(Path::new(), rest, depth),
            "self" => self.walk(from.clone(), rest, depth),
            "super" => self.walk(from.split_last()?.1.to_vec(), rest, depth),
            _ if self.knows(from, first) => self.walk(from.clone(), written, depth),
            _ => None,
        }
    }

    /// Returns whether the module at `path` has the child `name` or brings it into scope.
    fn knows(&self, path: &Path, name: &str) -> bool {
        let child = [path.as_slice(), &[name.to_owned()]].concat();
        self.0.contains_key(&child) || self.0[path].names.contains_key(name)
    }

    /// Returns whether a glob of the module at `path` includes `name`.
    fn offers(&self, path: &Path, name: &str) -> bool {
        self.knows(path, name) || self.0[path].items.contains(name)
    }

    /// Follows `rest` from the module at `module`.
    fn walk(&self, mut module: Path, rest: &[String], depth: usize) -> Option<Path> {
        // A name that is imported under itself, such as `use syn::parse`, does not lead on.
        if depth > 16 {
            return None;
        }
        for (position, name) in rest.iter().enumerate() {
            if name == "super" {
                module.pop()?;
                continue;
            }
            let child = [module.as_slice(), std::slice::from_ref(name)].concat();
            if self.0.contains_key(&child) {
                module = child;
                continue;
            }
            let here = self.0.get(&module)?;
            if let Some(path) = here.names.get(name) {
                let path = [path.as_slice(), &rest[position + 1..]].concat();
                return self.resolve(&module, &path, depth + 1);
            }
            let behind_glob = here.globs.iter().find_map(|glob| {
                let target = self.resolve(&module, glob, depth + 1)?;
                self.offers(&target, name)
                    .then(|| self.walk(target, &rest[position..], depth + 1))?
            });
            // Without a re-export of this name, the module defines it.
            return Some(behind_glob.unwrap_or_else(|| here.file.clone()));
        }
        Some(self.0.get(&module)?.file.clone())
    }
}

/// Collects the paths of one file.
struct Reader<'a> {
    modules: &'a mut Modules,
    /// The module that is being read.
    module: Path,
}

impl Reader<'_> {
    fn here(&mut self) -> &mut Module {
        self.modules.0.entry(self.module.clone()).or_default()
    }

    fn add(&mut self, path: Path) {
        self.here().paths.push(path);
    }

    fn read_use(&mut self, tree: &UseTree, mut prefix: Path) {
        match tree {
            UseTree::Path(path) => {
                prefix.push(path.ident.to_string());
                self.read_use(&path.tree, prefix);
            }
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.read_use(tree, prefix.clone());
                }
            }
            UseTree::Glob(_) => {
                self.here().globs.push(prefix.clone());
                self.add(prefix);
            }
            UseTree::Name(name) => self.bring(name.ident.to_string(), prefix, &name.ident),
            UseTree::Rename(rename) => self.bring(rename.rename.to_string(), prefix, &rename.ident),
        }
    }

    /// Brings `ident` of the path `prefix` into scope as `name`.
    fn bring(&mut self, mut name: String, mut prefix: Path, ident: &Ident) {
        if ident == "self" {
            if name == "self" {
                name = prefix.last().cloned().unwrap_or_default();
            }
        } else {
            prefix.push(ident.to_string());
        }
        self.here().names.insert(name, prefix.clone());
        self.add(prefix);
    }
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_item(&mut self, item: &'ast Item) {
        let (attributes, name) = attributes_and_name(item);
        if is_test(attributes) {
            if let Item::Mod(test) = item {
                self.here().tests.insert(test.ident.to_string());
            }
            return;
        }
        self.here().items.extend(name.map(ToString::to_string));
        visit::visit_item(self, item);
    }

    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        if item.content.is_none() {
            return;
        }
        let file = self.here().file.clone();
        self.module.push(item.ident.to_string());
        self.here().file = file;
        visit::visit_item_mod(self, item);
        self.module.pop();
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        if item.leading_colon.is_none() {
            self.read_use(&item.tree, Path::new());
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: Path = path.segments.iter().map(|part| part.ident.to_string()).collect();
        if matches!(names[0].as_str(), "crate" | "self" | "super") && names.len() > 1 {
            self.add(names);
        }
        visit::visit_path(self, path);
    }

    /// Visits the arguments of macros that are expressions, such as those of `assert!`.
    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        visit::visit_macro(self, call);
        let arguments = syn::punctuated::Punctuated::<syn::Expr, syn::Token![,]>::parse_terminated;
        for argument in arguments.parse2(call.tokens.clone()).iter().flatten() {
            self.visit_expr(argument);
        }
    }

    /// Ignores visibilities, because `pub(super)` is not an import.
    fn visit_vis_restricted(&mut self, _: &'ast syn::VisRestricted) {}
}

/// Returns whether one of the attributes is a `cfg` that requires `test`.
fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().filter(|attribute| attribute.path().is_ident("cfg")).any(|attribute| {
        let syn::Meta::List(list) = &attribute.meta else { return false };
        let words = list.tokens.to_string().replace(' ', "");
        words.split(|c: char| !c.is_alphanumeric()).any(|word| word == "test")
            && !words.contains("not(test)")
            && !words.starts_with("any(")
    })
}

fn attributes_and_name(item: &Item) -> (&[Attribute], Option<&Ident>) {
    match item {
        Item::Const(item) => (&item.attrs, Some(&item.ident)),
        Item::Enum(item) => (&item.attrs, Some(&item.ident)),
        Item::Fn(item) => (&item.attrs, Some(&item.sig.ident)),
        Item::Impl(item) => (&item.attrs, None),
        Item::Macro(item) => (&item.attrs, item.ident.as_ref()),
        Item::Mod(item) => (&item.attrs, Some(&item.ident)),
        Item::Static(item) => (&item.attrs, Some(&item.ident)),
        Item::Struct(item) => (&item.attrs, Some(&item.ident)),
        Item::Trait(item) => (&item.attrs, Some(&item.ident)),
        Item::Type(item) => (&item.attrs, Some(&item.ident)),
        Item::Use(item) => (&item.attrs, None),
        _ => (&[], None),
    }
}

#[cfg(test)]
mod tests {
    use super::{Source, graph};
    use crate::graph::circle;

    /// Returns the circle in a test crate.
    fn circle_in(files: &[(&str, &str)]) -> Option<Vec<String>> {
        let sources: Vec<_> = files
            .iter()
            .map(|(module, text)| Source { module: (*module).into(), text: (*text).into() })
            .collect();
        circle(&graph(&sources))
    }

    #[test]
    fn a_use_line_is_an_import() {
        let files = [("", "mod a; mod b;"), ("a", "use crate::b::B;"), ("b", "use crate::a;")];
        assert_eq!(circle_in(&files).unwrap(), ["a", "b", "a"]);
        assert_eq!(circle_in(&files[..2]), None);
    }

    #[test]
    fn a_path_is_an_import() {
        let files =
            [("", ""), ("a", "fn f() -> super::b::B { g!(crate::c::C) }"), ("b", ""), ("c", "")];
        assert_eq!(circle_in(&files), None);
        for body in ["const A: u8 = crate::a::A;", "fn g() { assert!(super::a::f()); }"] {
            let files = [files[0], files[1], files[2], ("c", body)];
            assert_eq!(circle_in(&files).unwrap(), ["a", "c", "a"], "{body}");
        }
    }

    #[test]
    fn a_re_export_leads_to_the_definition() {
        let lib = "mod a; mod b; pub use a::A; pub use self::b::*;";
        for b in ["pub use inner::B; mod inner { pub struct B; }", "pub struct B;"] {
            assert_eq!(circle_in(&[("", lib), ("a", "use crate::B;"), ("b", b)]), None);
        }
        let b = "pub use inner::B; mod inner { pub struct B(crate::A); }";
        let circle = circle_in(&[("", lib), ("a", "use crate::B;"), ("b", b)]);
        assert_eq!(circle.unwrap(), ["a", "b", "a"]);
    }

    #[test]
    fn siblings_that_a_parent_re_exports_do_not_import_it() {
        let parent = "mod x; mod y; pub(crate) use x::X;";
        assert_eq!(
            circle_in(&[("", ""), ("p", parent), ("p::x", ""), ("p::y", "use super::X;")]),
            None
        );
        let parent = "mod x; pub(crate) use x::X; pub(crate) struct P;";
        let circle = circle_in(&[("", ""), ("p", parent), ("p::x", "pub(super) use super::P;")]);
        assert_eq!(circle.unwrap(), ["p", "p::x", "p"]);
    }

    #[test]
    fn tests_are_ignored() {
        let test = "#[cfg(test)] mod tests { use crate::b::B; } #[cfg(all(test, loom))] mod slow;";
        let files =
            [("", ""), ("a", test), ("b", "use crate::a::A;"), ("a::slow", "use crate::b::B;")];
        assert_eq!(circle_in(&files), None);
        let live = "#[cfg(not(test))] mod live { use crate::b::B; }";
        assert!(circle_in(&[files[0], ("a", live), files[2]]).is_some());
    }
}
