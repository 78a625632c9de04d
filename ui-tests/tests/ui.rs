//! Misuse does not compile, and the compiler says why; legal use compiles under strict lints.
//!
//! `TRYBUILD=overwrite` writes the `.stderr` files anew: read the diff.

#[rustversion::attr(
    not(stable(1.95)),
    ignore = "the compiler's words differ from release to release"
)]
#[test]
fn ui() {
    let tests = trybuild::TestCases::new();
    tests.pass("tests/pass/*.rs");
    tests.compile_fail("tests/fail/*/*.rs");
}
