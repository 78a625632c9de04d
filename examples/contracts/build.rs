//! Makes Rust types of the messages in `contracts.yaml`.

fn main() -> Result<(), pool_schema::BuildError> {
    pool_schema::build("contracts.yaml")
}
