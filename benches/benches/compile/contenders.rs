//! The same messages for every derive, as source text.

use core::fmt::Write as _;
use std::path::Path;

use crate::package::{Package, workspace};

/// A derive, and what its users write for a message.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Contender {
    /// As the tables call it.
    pub(crate) name: &'static str,
    /// The folder's and the package's name.
    package: &'static str,
    dependency: &'static str,
    imports: &'static str,
    /// What is derived, if anything is.
    derives: &'static str,
    /// The types of text and of the list.
    text: &'static str,
    list: &'static str,
    /// Ours: what the attribute says beside the id.
    ours: Option<&'static str>,
}

/// What all are compared with.
pub(crate) const REFERENCE: &str = "serde";

const PLAIN: Contender = Contender {
    name: "no derive",
    package: "plain",
    dependency: "",
    imports: "",
    derives: "",
    text: "String",
    list: "Vec<u32>",
    ours: None,
};

const OURS: Contender = Contender {
    name: "ours, both forms",
    package: "ours",
    dependency: "pool-codec",
    imports: "use pool_codec::prelude::*;\nuse pool_codec::{Seq, Str, TlvHeader};\n",
    derives: "Frame",
    text: "Str<255>",
    list: "Seq<u32, 255>",
    ours: Some(", borrow"),
};

pub(crate) const ALL: [Contender; 6] = [
    PLAIN,
    OURS,
    Contender { name: "ours, owned only", package: "ours-owned", ours: Some(""), ..OURS },
    Contender {
        name: REFERENCE,
        package: "by-serde",
        dependency: "serde = { version = \"1\", features = [\"derive\"] }",
        imports: "use serde::{Deserialize, Serialize};\n",
        derives: "Serialize, Deserialize",
        ..PLAIN
    },
    Contender {
        name: "wincode",
        package: "by-wincode",
        dependency: "wincode = { version = \"0.6\", features = [\"derive\"] }",
        imports: "use wincode::{SchemaRead, SchemaWrite};\n",
        derives: "SchemaRead, SchemaWrite",
        ..PLAIN
    },
    Contender {
        name: "borsh",
        package: "by-borsh",
        dependency: "borsh = { version = \"1\", features = [\"derive\"] }",
        imports: "use borsh::{BorshDeserialize, BorshSerialize};\n",
        derives: "BorshSerialize, BorshDeserialize",
        ..PLAIN
    },
];

impl Contender {
    /// A package of this source.
    pub(crate) fn package(&self, variant: &str, source: &str) -> Package {
        let name = format!("{}-{variant}", self.package);
        let path = workspace().join(self.dependency);
        match self.ours {
            Some(_) => Package::write(&name, &ours(&path), source),
            None => Package::write(&name, self.dependency, source),
        }
    }

    /// What is above the messages.
    pub(crate) fn head(&self) -> String {
        format!("#![allow(unused_imports)]\n{}", self.imports)
    }

    /// What the derives are asked for with.
    pub(crate) fn derive(&self) -> String {
        match self.derives {
            "" => String::new(),
            derives => format!("#[derive({derives})]\n"),
        }
    }

    /// A message of eight fields without its derives, but with their attributes.
    pub(crate) fn message(&self, index: usize) -> String {
        let Self { text, list, .. } = self;
        let attribute = match self.ours {
            Some(more) => format!("#[frame(id = {index}{more})]\n"),
            None => String::new(),
        };
        format!(
            "{attribute}pub struct M{index} {{\n    pub protocol: u8,\n    pub version: u16,\n    \
             pub flags: u32,\n    pub nonce: u64,\n    pub ready: bool,\n    pub key: [u8; 32],\n    \
             pub host: {text},\n    pub extensions: {list},\n}}\n"
        )
    }

    /// So many messages; ours with the set of them, which is how they are used.
    pub(crate) fn messages(&self, count: usize) -> String {
        let mut text = self.head();
        for index in 0..count {
            text.push_str(&self.derive());
            text.push_str(&self.message(index));
        }
        let Some(more) = self.ours else { return text };
        write!(text, "#[derive(FrameSet)]\n#[frames(header = TlvHeader{more})]\npub enum Set {{\n")
            .expect("a string takes all");
        for index in 0..count {
            writeln!(text, "    M{index}(M{index}),").expect("a string takes all");
        }
        text.push_str("}\n");
        text
    }
}

/// The line of a manifest for a crate of this workspace.
pub(crate) fn ours(path: &Path) -> String {
    format!("pool-codec = {{ path = {path:?} }}")
}
