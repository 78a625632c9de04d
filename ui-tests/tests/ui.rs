//! Misuse does not compile, and the compiler says why; legal use compiles under strict lints.
//!
//! `TRYBUILD=overwrite` writes the `.stderr` files anew: read the diff.

use std::fs;
use std::path::Path;

/// `service_config!` looks for files beside the `Cargo.toml`, and trybuild makes a package of its own.
fn copy_service_files() {
    let target =
        Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("it is in the target folder");
    let package = target.join("tests/trybuild/ui-tests");
    fs::create_dir_all(&package).expect("the folder can be made");
    for file in ["services.toml", "syntax.toml"] {
        let from = Path::new("tests/service").join(file);
        fs::copy(from, package.join(file)).expect("the file can be copied");
    }
}

#[rustversion::attr(
    not(stable(1.95)),
    ignore = "the compiler's words differ from release to release"
)]
#[test]
fn ui() {
    copy_service_files();
    let tests = trybuild::TestCases::new();
    tests.pass("tests/pass/*.rs");
    tests.compile_fail("tests/fail/*/*.rs");
}
