//! Checks that misuse does not compile, with a helpful message, and that legal use compiles under strict lints.
//!
//! `TRYBUILD=overwrite` rewrites the `.stderr` files. Read the diff afterwards.

use std::fs;
use std::path::Path;

/// Copies the files of `service_config!` to the package that trybuild creates, because the macro looks for them next to
/// its `Cargo.toml`.
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
    ignore = "the messages of the compiler differ between releases"
)]
#[test]
fn ui() {
    copy_service_files();
    let tests = trybuild::TestCases::new();
    tests.pass("tests/pass/*.rs");
    tests.compile_fail("tests/fail/*/*.rs");
}
