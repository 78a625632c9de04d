# Runs CI, or some of its steps: `just ci lint loom`.
ci *STEPS:
    .ci/run {{STEPS}}

fmt:
    cargo fmt --all

lint:
    .ci/run lint

test:
    cargo test

# Checks each feature alone, and none.
features:
    .ci/run features

# Checks the published crates with the declared minimum Rust version.
msrv:
    .ci/run msrv

# Rewrites the .stderr and .expected.rs files, which no other recipe does. Read the diff afterwards.
bless:
    BLESS=1 cargo test -p pool-derive
    TRYBUILD=overwrite cargo test -p ui-tests

# Runs the models of the lock-free parts of the pool.
loom:
    .ci/run loom

# Weakens the orderings of the pool one at a time, and checks that a model fails for each.
mutants PATTERN="":
    .ci/mutants "{{PATTERN}}"

# Runs the Stratum V2 roles against the published ones, which it installs: pool, device, translator.
peers *STEPS:
    .ci/peers {{STEPS}}

# Runs AddressSanitizer on the crates with unsafe code.
asan:
    .ci/run asan

# Runs Miri, which needs a nightly toolchain with the miri component.
miri:
    cargo +nightly miri test -p pool-core -p pool-codec

# Fuzzes decode, types, stream, pool or scratch. This needs a nightly toolchain and cargo-fuzz: see pool-codec/fuzz/README.md.
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
