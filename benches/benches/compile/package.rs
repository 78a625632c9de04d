//! A package that is written to be compiled.

use core::time::Duration;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;
use std::{env, fs};

/// A library below `target/`.
#[derive(Debug)]
pub(crate) struct Package(PathBuf);

/// How much of what the compiler knows from last time it may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Check {
    /// Nothing about the package itself.
    Scratch,
    /// All, for a source that was only touched.
    Touched,
}

impl Check {
    pub(crate) const ALL: [Self; 2] = [Self::Scratch, Self::Touched];

    fn incremental(self) -> &'static str {
        match self {
            Self::Scratch => "0",
            Self::Touched => "1",
        }
    }

    /// The folders of one kind of check are of no use to the other.
    fn target(self) -> &'static str {
        match self {
            Self::Scratch => "target-scratch",
            Self::Touched => "target-touched",
        }
    }
}

/// The root of this workspace.
pub(crate) fn workspace() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace")
}

impl Package {
    /// A package with one dependency, in the version that this workspace has.
    pub(crate) fn write(name: &str, dependency: &str, source: &str) -> Self {
        let folder = workspace().join("target/compile-bench").join(name);
        fs::create_dir_all(folder.join("src")).expect("the folder can be made");
        let manifest = format!(
            "[package]\nname = \"{name}\"\nedition = \"2024\"\n[workspace]\n[dependencies]\n\
             {dependency}\n"
        );
        fs::write(folder.join("Cargo.toml"), manifest).expect("the manifest can be written");
        fs::copy(workspace().join("Cargo.lock"), folder.join("Cargo.lock"))
            .expect("the lock can be copied");
        fs::write(folder.join("src/lib.rs"), source).expect("the source can be written");
        Self(folder)
    }

    /// How long `cargo check` takes. The first time it also builds what the package depends on.
    pub(crate) fn check(&self, check: Check) -> Duration {
        self.cargo(&["check", "--quiet"], check)
    }

    /// How long `cargo build --release` takes. The first time it also builds what the package depends on.
    pub(crate) fn build(&self) -> Duration {
        self.cargo(&["build", "--quiet", "--release"], Check::Scratch)
    }

    fn cargo(&self, arguments: &[&str], check: Check) -> Duration {
        let source = self.0.join("src/lib.rs");
        let text = fs::read(&source).expect("it was written");
        fs::write(&source, text).expect("it can be written again, to be checked again");
        let start = Instant::now();
        let status = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
            .args(arguments)
            .current_dir(&self.0)
            .env("CARGO_TARGET_DIR", self.0.with_file_name(check.target()))
            .env("CARGO_INCREMENTAL", check.incremental())
            .status()
            .expect("cargo runs");
        assert!(status.success(), "the types compile");
        start.elapsed()
    }

    /// The source with all macros expanded, if there is a nightly compiler to ask.
    pub(crate) fn expanded(&self) -> Option<String> {
        let output = Command::new("rustup")
            .args(["run", "nightly", "cargo", "rustc", "--quiet", "--lib"])
            .args(["--", "-Zunpretty=expanded"])
            .current_dir(&self.0)
            .env("CARGO_TARGET_DIR", self.0.with_file_name("target-nightly"))
            .stderr(Stdio::inherit())
            .output()
            .ok()?;
        let text = String::from_utf8(output.stdout).expect("source text is UTF-8");
        output.status.success().then_some(text)
    }
}
