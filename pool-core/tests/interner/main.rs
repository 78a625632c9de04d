//! Interners: their content beside a model, bounds, and threads that intern and drop at the same time.

#![cfg(not(loom))]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::std_instead_of_core,
    clippy::unwrap_used,
    reason = "a test may panic, and reads best as plain std"
)]

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, RandomState};
use std::sync::Barrier;
use std::thread;

use pool_core::{AcquireError, InternError, Interned, Interner, Overflow, Pool, PoolConfig};
use pool_dev::allocator::{PerThread, Watched};
use proptest::collection::vec;
use proptest::prelude::*;

#[global_allocator]
static ALLOCATOR: Watched<PerThread> = Watched::new();

const STRICT: PoolConfig =
    PoolConfig::new().with_message(0, 1024, Some(500)).with_overflow(Overflow::Fail);

/// The slots of all classes that are in use.
fn in_use(pool: &Pool) -> usize {
    pool.stats().classes().map(|class| class.in_use).sum()
}

#[derive(Clone, Debug)]
enum Step {
    Intern(u8, usize),
    Get(u8, usize),
    Clone(usize),
    Drop(usize),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (0_u8..20, 0_usize..40).prop_map(|(byte, len)| Step::Intern(byte, len)),
        1 => (0_u8..20, 0_usize..40).prop_map(|(byte, len)| Step::Get(byte, len)),
        1 => any::<usize>().prop_map(Step::Clone),
        2 => any::<usize>().prop_map(Step::Drop),
    ]
}

proptest! {
    #[test]
    fn random_use_agrees_with_a_model(
        max_entries in 0_usize..60,
        max_bytes in 0_usize..800,
        steps in vec(step(), 0..300),
    ) {
        let pool = Pool::new(&STRICT);
        let interner = Interner::new(&pool, max_entries, max_bytes);
        let mut handles: Vec<Interned> = Vec::new();
        // The number of handles of each content.
        let mut model: HashMap<Vec<u8>, usize> = HashMap::new();
        for step in steps {
            let bytes: usize = model.keys().map(Vec::len).sum();
            match step {
                Step::Intern(byte, len) => {
                    let content = vec![byte; len];
                    let known = model.contains_key(&content);
                    match interner.intern(&content) {
                        Ok(handle) => {
                            prop_assert_eq!(&*handle, &content);
                            *model.entry(content).or_default() += 1;
                            handles.push(handle);
                        }
                        Err(InternError::Entries { limit }) => {
                            prop_assert!(!known && limit == max_entries && model.len() == limit);
                        }
                        Err(error) => {
                            let expected =
                                InternError::Bytes { requested: len, interned: bytes, limit: max_bytes };
                            prop_assert!(!known && bytes + len > max_bytes);
                            prop_assert_eq!(error, expected);
                        }
                    }
                }
                Step::Get(byte, len) => {
                    let content = vec![byte; len];
                    let found = interner.get(&content);
                    prop_assert_eq!(found.is_some(), model.contains_key(&content));
                }
                Step::Clone(which) if !handles.is_empty() => {
                    let handle = handles[which % handles.len()].clone();
                    *model.get_mut(&*handle).unwrap() += 1;
                    handles.push(handle);
                }
                Step::Drop(which) if !handles.is_empty() => {
                    let handle = handles.swap_remove(which % handles.len());
                    let left = model.get_mut(&*handle).unwrap();
                    *left -= 1;
                    if *left == 0 {
                        model.remove(&*handle);
                    }
                }
                Step::Clone(_) | Step::Drop(_) => {}
            }
            prop_assert_eq!(interner.len(), model.len());
            prop_assert_eq!(interner.bytes(), model.keys().map(Vec::len).sum::<usize>());
            prop_assert_eq!(in_use(&pool), model.len());
        }
        for one in &handles {
            for other in &handles {
                prop_assert_eq!(one == other, **one == **other);
                prop_assert_eq!(one == other, one.as_ptr() == other.as_ptr());
            }
        }
        handles.clear();
        prop_assert!(interner.is_empty() && in_use(&pool) == 0);
    }
}

#[test]
fn handles_are_shared_and_may_outlive_all_else() {
    fn assert_all<T: Send + Sync + Clone + 'static>() {}
    assert_all::<Interned>();

    let interner = Interner::new(Pool::new(&STRICT), 10, 100);
    let handle = interner.intern("topic").unwrap();
    drop(interner);
    let copy = handle.clone();
    drop(handle);
    assert_eq!(thread::spawn(move || copy.to_str().unwrap().len()).join().unwrap(), 5);
}

#[test]
fn text_and_bytes_are_alike() {
    let pool = Pool::new(&STRICT);
    let interner = Interner::new(&pool, 10, 100);
    let text = interner.intern("ä\n").unwrap();
    let bytes = interner.intern(&[0xC3, 0xA4, b'\n']).unwrap();
    assert!(text == bytes && text.to_str() == Ok("ä\n"));
    assert_eq!(format!("{text:?}"), r#"Interned("\xc3\xa4\n")"#);
    assert!(interner.intern(&[0xFF]).unwrap().to_str().is_err());
    let empty = interner.intern("").unwrap();
    assert_eq!((empty.len(), interner.len()), (0, 2));
    assert_eq!(format!("{interner:?}"), "Interner { entries: 2, bytes: 3, .. }");
}

#[test]
fn handles_hash_and_compare_as_their_content() {
    let pool = Pool::new(&STRICT);
    let (one, two) = (Interner::new(&pool, 10, 100), Interner::new(&pool, 10, 100));
    let topics = ["a", "b", "c"];
    let handles: HashSet<Interned> = topics.iter().map(|t| one.intern(t).unwrap()).collect();
    let hasher = RandomState::new();
    for topic in topics {
        let other = two.intern(topic).unwrap();
        // Of another interner, so at another address: a map must find it all the same.
        assert!(handles.contains(&other) && handles.contains(topic.as_bytes()));
        assert_eq!(hasher.hash_one(&other), hasher.hash_one(topic.as_bytes()));
    }
    assert!(!handles.contains(&two.intern("d").unwrap()));
}

#[test]
fn an_exhausted_pool_is_an_error_and_no_loss() {
    let config = PoolConfig::new().with_message(0, 128, Some(2)).with_overflow(Overflow::Fail);
    let pool = Pool::new(&config);
    let interner = Interner::new(&pool, usize::MAX, usize::MAX);
    let kept = [interner.intern("a").unwrap(), interner.intern("b").unwrap()];
    let error = interner.intern("c").unwrap_err();
    assert!(matches!(error, InternError::Acquire(AcquireError::Exhausted { .. })), "{error}");
    assert!(matches!(
        interner.intern(&[0; 129]),
        Err(InternError::Acquire(AcquireError::NoClass { len: 129, .. }))
    ));
    assert_eq!((interner.len(), interner.bytes()), (2, 2));
    drop(kept);
    assert!(interner.intern("c").is_ok());
}

#[test]
fn known_content_allocates_nothing() {
    let pool = Pool::new(&STRICT);
    let interner = Interner::new(&pool, 100, 1000);
    let handles: Vec<_> = (0..50_u8).map(|i| interner.intern(&[i; 9]).unwrap()).collect();
    let start = PerThread::start();
    for _ in 0..100 {
        for (i, handle) in (0..).zip(&handles) {
            assert!(interner.intern(&[i; 9]).unwrap() == *handle);
            assert!(interner.get(&[i; 9]).unwrap() == handle.clone());
            assert!(interner.get(&[i; 10]).is_none());
        }
    }
    assert_eq!(start.calls(), 0);
}

#[test]
fn threads_that_intern_and_drop_agree() {
    let pool = Pool::new(&STRICT);
    let interner = Interner::new(&pool, 8, 1000);
    let barrier = Barrier::new(4);
    thread::scope(|scope| {
        for seed in 0..4_usize {
            let (interner, barrier) = (&interner, &barrier);
            scope.spawn(move || {
                let mut held: Vec<Option<Interned>> = vec![None; 4];
                barrier.wait();
                for round in 0..20_000_usize {
                    let pick = round.wrapping_mul(seed * 2 + 3) >> 2;
                    let content = [(pick % 4) as u8; 30];
                    // The old handle may be the last one, and end while another thread interns the same.
                    let slot = &mut held[pick % 3];
                    match interner.intern(&content) {
                        Ok(handle) => {
                            assert_eq!(*handle, content);
                            let again = interner.get(&content).expect("it has a handle");
                            assert_eq!(again.as_ptr(), handle.as_ptr(), "one copy at a time");
                            *slot = Some(handle);
                        }
                        // Entries that are about to end count, too.
                        Err(InternError::Entries { limit: 8 }) => *slot = None,
                        Err(error) => panic!("{error}"),
                    }
                }
            });
        }
    });
    assert_eq!((interner.len(), interner.bytes()), (0, 0));
    assert_eq!(pool.stats().classes().map(|class| class.in_use).sum::<usize>(), 0);
}
