# What CI runs, or some steps of it: `just ci lint loom`.
ci *STEPS:
    .ci/run {{STEPS}}

fmt:
    cargo fmt --all

lint:
    .ci/run lint

test:
    cargo test

# Each feature alone, and none.
features:
    .ci/run features

# The published crates with the declared minimum Rust version.
msrv:
    .ci/run msrv

# The only writer of .stderr and .expected.rs files. Read the diff afterwards.
bless:
    BLESS=1 cargo test -p pool-derive
    TRYBUILD=overwrite cargo test -p ui-tests

# Models of the pool's lock-free parts.
loom:
    .ci/run loom

# Weakens the orderings of the pool one at a time, and demands that a model fails for each.
mutants PATTERN="":
    .ci/mutants "{{PATTERN}}"

# AddressSanitizer over the crates with unsafe code.
asan:
    .ci/run asan

# Needs a nightly with the miri component.
miri:
    cargo +nightly miri test -p pool-core -p pool-codec

# Fuzzes one of decode, types, stream and pool. Needs a nightly and cargo-fuzz; see pool-codec/fuzz/README.md.
fuzz TARGET SECONDS="60":
    cargo run --manifest-path pool-codec/fuzz/Cargo.toml --example seeds
    cargo +nightly fuzz run {{TARGET}} --fuzz-dir pool-codec/fuzz -- -max_total_time={{SECONDS}} -max_len=4096

bench *ARGS:
    cargo bench -p benches {{ARGS}}

doc:
    .ci/run doc

deny:
    cargo deny check

typos:
    typos
