//! Encodings of a schema, by a seed.

use arbitrary::Unstructured;
use pool_codec::arbitrary::{Extent, encoding};
use pool_codec::schema::Schema;

/// Makes encodings of types that are known only by their schema, from random numbers.
///
/// The encodings are within the bounds of the type, and numbers are in the ranges that `#[frame(range = ..)]` states.
/// Rules that only Rust code knows, `validate` and `with`, may reject some of them.
///
/// ```
/// use pool_codec::schema::Value;
/// use pool_codec::{Str, Wire};
/// use pool_schema::Sampler;
///
/// let schema = <(u16, Str<20>)>::SCHEMA;
/// let mut sampler = Sampler::with_seed(7);
/// assert_eq!(sampler.shortest(schema), [0, 0, 0]);
/// assert_eq!(sampler.longest(schema).len(), 2 + 1 + 20);
/// for _ in 0..100 {
///     assert!(Value::new(schema, &sampler.any(schema)).is_ok());
/// }
/// ```
#[derive(Debug)]
pub struct Sampler {
    random: fastrand::Rng,
}

impl Sampler {
    /// Creates a sampler. Equal seeds give equal encodings.
    #[must_use]
    pub fn with_seed(seed: u64) -> Self {
        Self { random: fastrand::Rng::with_seed(seed) }
    }

    /// Returns the shortest encoding, with the smallest numbers. Optional fields are present.
    pub fn shortest(&mut self, schema: &'static Schema) -> Vec<u8> {
        self.sample(schema, Extent::Shortest)
    }

    /// Returns the longest encoding of at most 256 KiB. If `max_size` limits the type, it may be shorter.
    pub fn longest(&mut self, schema: &'static Schema) -> Vec<u8> {
        self.sample(schema, Extent::Longest)
    }

    /// Returns an arbitrary encoding. Its variable parts take about 300 bytes at most.
    pub fn any(&mut self, schema: &'static Schema) -> Vec<u8> {
        self.sample(schema, Extent::Any)
    }

    fn sample(&mut self, schema: &'static Schema, extent: Extent) -> Vec<u8> {
        let mut bytes = [0; 4096];
        self.random.fill(&mut bytes);
        // The bytes cannot fail: zeros take the place of missing ones.
        encoding(schema, extent, &mut Unstructured::new(&bytes)).unwrap_or_default()
    }
}
