//! Publishing statistics through the `metrics` crate.

use alloc::string::ToString;

use metrics::{SharedString, counter, gauge};

use super::PoolStats;

impl PoolStats {
    /// Publishes the snapshot through the program's `metrics` recorder, labelled with the pool's name. Call
    /// it periodically, and always use the same name for the same pool.
    ///
    /// | metric | kind | labels |
    /// |---|---|---|
    /// | `buffer_pool_capacity`, `buffer_pool_in_use`, `buffer_pool_cached`, `buffer_pool_high_water` | gauge, slots | `pool`, `class` (bytes) |
    /// | `buffer_pool_hits`, `buffer_pool_remote_releases`, `buffer_pool_steals`, `buffer_pool_waits`, `buffer_pool_overflow`, `buffer_pool_refused` | counter | `pool`, `class` |
    /// | `buffer_pool_jumbo` | counter | `pool` |
    /// | `buffer_pool_discarded_bytes` | counter | `pool` |
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{Pool, PoolConfig};
    ///
    /// static POOL: Pool = Pool::new(&PoolConfig::new().with_message(0, 1024, None));
    /// POOL.stats().publish("frames");
    /// ```
    pub fn publish(&self, pool: impl Into<SharedString>) {
        let pool = pool.into();
        for class in self.classes() {
            let labels = [
                ("pool", pool.clone()),
                ("class", SharedString::from(class.class.bytes().to_string())),
            ];
            gauge!("buffer_pool_capacity", &labels).set(class.capacity as f64);
            gauge!("buffer_pool_in_use", &labels).set(class.in_use as f64);
            gauge!("buffer_pool_cached", &labels).set(class.cached as f64);
            gauge!("buffer_pool_high_water", &labels).set(class.high_water as f64);
            counter!("buffer_pool_hits", &labels).absolute(class.hits);
            counter!("buffer_pool_remote_releases", &labels).absolute(class.remote_releases);
            counter!("buffer_pool_steals", &labels).absolute(class.steals);
            counter!("buffer_pool_waits", &labels).absolute(class.waits);
            counter!("buffer_pool_overflow", &labels).absolute(class.overflow);
            counter!("buffer_pool_refused", &labels).absolute(class.refused);
        }
        counter!("buffer_pool_jumbo", "pool" => pool.clone()).absolute(self.jumbo);
        counter!("buffer_pool_discarded_bytes", "pool" => pool).absolute(self.discarded);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;
    use std::string::{String, ToString};

    use metrics_util::debugging::{DebugValue, DebuggingRecorder};

    use crate::{Pool, PoolConfig, SizeClass};

    #[test]
    fn publishes_every_class_under_its_labels() {
        let pool =
            Pool::new(&PoolConfig::new().with_class(SizeClass::MIN, 4).with_message(0, 200, None));
        let _held = [pool.acquire(100).unwrap(), pool.acquire(200).unwrap()];
        drop(pool.acquire(100).unwrap());
        drop(pool.acquire(1000).unwrap());

        let recorder = DebuggingRecorder::new();
        metrics::with_local_recorder(&recorder, || pool.stats().publish("frames"));
        let seen: HashMap<(String, String), DebugValue> = recorder
            .snapshotter()
            .snapshot()
            .into_vec()
            .into_iter()
            .map(|(key, _, _, value)| {
                let key = key.key();
                let label = |name| key.labels().find(|label| label.key() == name);
                assert_eq!(label("pool").map(metrics::Label::value), Some("frames"));
                let class = label("class").map_or("", metrics::Label::value);
                ((key.name().to_string(), class.to_string()), value)
            })
            .collect();
        assert_eq!(seen.len(), 10 * 2 + 2);
        let value = |name: &str, class: &str| &seen[&(name.to_string(), class.to_string())];
        assert_eq!(value("buffer_pool_hits", "128"), &DebugValue::Counter(2));
        assert_eq!(value("buffer_pool_in_use", "256"), &DebugValue::Gauge(1.0.into()));
        assert_eq!(value("buffer_pool_high_water", "128"), &DebugValue::Gauge(2.0.into()));
        assert_eq!(value("buffer_pool_jumbo", ""), &DebugValue::Counter(1));
    }
}
