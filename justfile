# What CI runs.
ci:
    .ci/run

fmt:
    cargo fmt --all

lint:
    cargo clippy --workspace --all-targets --locked -- -D warnings

test:
    cargo test

# The only writer of .stderr and .expected.rs files. Read the diff afterwards.
bless:
    BLESS=1 cargo test -p pool-derive
    TRYBUILD=overwrite cargo test -p ui-tests

# Models of the pool's lock-free parts.
loom:
    RUSTFLAGS="--cfg loom" CARGO_PROFILE_RELEASE_DEBUG_ASSERTIONS=true CARGO_TARGET_DIR=target/loom cargo test -p pool-core --release --lib loom

# Weakens the orderings of the pool one at a time, and demands that a model fails for each.
mutants PATTERN="":
    .ci/mutants "{{PATTERN}}"

# AddressSanitizer over the crates with unsafe code.
asan:
    RUSTFLAGS=-Zsanitizer=address CARGO_TARGET_DIR=target/asan cargo +nightly test -p pool-core -p pool-codec --lib --tests --target x86_64-unknown-linux-gnu

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
    RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps

deny:
    cargo deny check

typos:
    typos
