//! The statistics, against a model: several pools, every policy, and requests that wait or are cancelled.

use std::collections::VecDeque;
use std::task::{Poll, Waker};
use std::thread;
use std::time::Duration;

use pool_core::{Acquire, AcquireError, Clear, Overflow, Pool, PoolConfig, PooledBuf, SizeClass};
use pool_dev::executor::poll;
use proptest::collection::vec;
use proptest::prelude::*;

const POOLS: usize = 3;
const CLASSES: [SizeClass; 3] =
    [SizeClass::MIN, SizeClass::for_len(1024), SizeClass::for_len(32 << 10)];
const SHARDED: usize = 2;
const LENS: [usize; 9] = [0, 1, 128, 129, 1024, 1025, 20_000, 32 << 10, 40_000];

#[derive(Clone, Debug)]
enum Step {
    Acquire(usize, usize),
    Begin(usize, usize),
    Poll(usize),
    Cancel(usize),
    Release(usize),
    ReleaseElsewhere(usize),
    Flush(usize),
}

fn step() -> impl Strategy<Value = Step> {
    let ask = || (0..POOLS, prop::sample::select(LENS.as_slice()));
    prop_oneof![
        30 => ask().prop_map(|(pool, len)| Step::Acquire(pool, len)),
        10 => ask().prop_map(|(pool, len)| Step::Begin(pool, len)),
        10 => any::<usize>().prop_map(Step::Poll),
        4 => any::<usize>().prop_map(Step::Cancel),
        25 => any::<usize>().prop_map(Step::Release),
        1 => any::<usize>().prop_map(Step::ReleaseElsewhere),
        1 => (0..POOLS).prop_map(Step::Flush),
    ]
}

fn config() -> impl Strategy<Value = PoolConfig> {
    let policy = || prop::sample::select(vec![Overflow::Heap, Overflow::Fail, Overflow::Wait]);
    (0_usize..4, 0_usize..70, 0_usize..12, policy(), policy(), any::<bool>()).prop_map(
        |(small, middle, large, policy, of_middle, clear)| {
            PoolConfig::new()
                .with_class(CLASSES[0], small)
                .with_class(CLASSES[1], middle)
                .with_class(CLASSES[2], large)
                .with_overflow(policy)
                .with_overflow_of(CLASSES[1], of_middle)
                .with_jumbo_overflow(Overflow::Heap)
                .with_clear(if clear { Clear::OnRelease } else { Clear::Never })
        },
    )
}

/// The expected statistics of one class.
#[derive(Clone, Debug, Default)]
struct Class {
    capacity: usize,
    policy: Overflow,
    in_use: usize,
    most: usize,
    hits: u64,
    waits: u64,
    overflow: u64,
    refused: u64,
    away: u64,
    flushed: bool,
    queue: VecDeque<usize>,
    granted: Vec<usize>,
}

#[derive(Debug, PartialEq)]
enum Expected {
    Slot,
    Heap,
    Refused,
    Queued,
}

impl Class {
    fn ask(&mut self, may_wait: bool) -> Expected {
        if self.in_use < self.capacity {
            self.in_use += 1;
            self.most = self.most.max(self.in_use);
            self.hits += 1;
            return Expected::Slot;
        }
        match self.policy {
            Overflow::Heap => {
                self.overflow += 1;
                Expected::Heap
            }
            Overflow::Wait if may_wait => {
                self.waits += 1;
                Expected::Queued
            }
            _ => {
                self.refused += 1;
                Expected::Refused
            }
        }
    }

    fn give_back(&mut self) {
        match self.queue.pop_front() {
            Some(first) => {
                self.granted.push(first);
                self.hits += 1;
            }
            None => self.in_use -= 1,
        }
    }

    fn take_granted(&mut self, number: usize) -> bool {
        let place = self.granted.iter().position(|&granted| granted == number);
        place.map(|place| self.granted.remove(place)).is_some()
    }
}

#[derive(Default)]
struct Model {
    classes: Vec<[Class; 3]>,
    jumbo: Vec<u64>,
}

impl Model {
    fn new(configs: &[PoolConfig]) -> Self {
        let class = |config: &PoolConfig, class| Class {
            capacity: config.capacity(class),
            policy: config.overflow_of(class),
            ..Class::default()
        };
        Self {
            classes: configs.iter().map(|config| CLASSES.map(|at| class(config, at))).collect(),
            jumbo: vec![0; configs.len()],
        }
    }

    /// The class that serves `len`, if there is one.
    fn serving(&self, pool: usize, len: usize) -> Option<usize> {
        (0..3)
            .find(|&class| CLASSES[class].bytes() >= len && self.classes[pool][class].capacity > 0)
    }

    fn ask(&mut self, pool: usize, class: Option<usize>, may_wait: bool) -> Expected {
        match class {
            Some(class) => self.classes[pool][class].ask(may_wait),
            None => {
                self.jumbo[pool] += 1;
                Expected::Heap
            }
        }
    }

    fn agrees(&self, pools: &[Pool]) -> Result<(), TestCaseError> {
        for (pool, (classes, &jumbo)) in pools.iter().zip(self.classes.iter().zip(&self.jumbo)) {
            let stats = pool.stats();
            prop_assert_eq!(stats.jumbo(), jumbo);
            for (index, class) in classes.iter().enumerate() {
                let Some(seen) = stats.class(CLASSES[index]) else {
                    prop_assert_eq!(class.capacity, 0);
                    continue;
                };
                prop_assert_eq!(seen.capacity, class.capacity);
                prop_assert_eq!(seen.in_use, class.in_use);
                prop_assert_eq!(seen.hits, class.hits);
                prop_assert_eq!(seen.waits, class.waits);
                prop_assert_eq!(seen.overflow, class.overflow);
                prop_assert_eq!(seen.refused, class.refused);
                prop_assert_eq!(seen.steals, 0);
                prop_assert!(seen.high_water >= class.most && seen.high_water <= class.capacity);
                let sharded = index < SHARDED && class.policy != Overflow::Wait;
                if !sharded {
                    prop_assert_eq!(seen.remote_releases, 0);
                } else if class.flushed {
                    prop_assert!(seen.remote_releases >= class.away);
                } else {
                    prop_assert_eq!(seen.remote_releases, class.away);
                    prop_assert_eq!(seen.high_water, class.most);
                }
            }
        }
        Ok(())
    }
}

/// A buffer or a future, with the pool and the class that serve it.
struct Out<T> {
    thing: T,
    pool: usize,
    class: Option<usize>,
}

fn random_use(configs: &[PoolConfig], steps: Vec<Step>) -> Result<(), TestCaseError> {
    let pools: Vec<_> = configs.iter().map(Pool::new).collect();
    let mut model = Model::new(configs);
    let mut bufs: Vec<Out<PooledBuf>> = Vec::new();
    let mut futures: Vec<(usize, Out<Acquire<&Pool>>)> = Vec::new();
    let mut tickets = 0;

    for step in steps {
        match step {
            Step::Acquire(pool, len) | Step::Begin(pool, len) => {
                let class = model.serving(pool, len);
                let begins = matches!(step, Step::Begin(..));
                let expected = model.ask(pool, class, begins);
                let mut future = pools[pool].acquire_async(len);
                let got = if begins {
                    poll(&mut future, Waker::noop())
                } else {
                    Poll::Ready(pools[pool].acquire(len))
                };
                match got {
                    Poll::Ready(Ok(thing)) => {
                        let slot = expected == Expected::Slot;
                        prop_assert!(slot || expected == Expected::Heap);
                        prop_assert_eq!((thing.is_pooled(), thing.len()), (slot, len));
                        let class = class.filter(|_| slot);
                        bufs.push(Out { thing, pool, class });
                    }
                    Poll::Ready(Err(error)) => {
                        prop_assert_eq!(expected, Expected::Refused);
                        let capacity = model.classes[pool][class.unwrap()].capacity;
                        let class = CLASSES[class.unwrap()];
                        let exhausted = AcquireError::Exhausted { len, class, capacity };
                        prop_assert_eq!(error, exhausted);
                    }
                    Poll::Pending => {
                        prop_assert_eq!(expected, Expected::Queued);
                        tickets += 1;
                        model.classes[pool][class.unwrap()].queue.push_back(tickets);
                        futures.push((tickets, Out { thing: future, pool, class }));
                    }
                }
            }
            Step::Poll(which) if !futures.is_empty() => {
                let place = which % futures.len();
                let (ticket, out) = &mut futures[place];
                let class = &mut model.classes[out.pool][out.class.unwrap()];
                match poll(&mut out.thing, Waker::noop()) {
                    Poll::Pending => prop_assert!(class.queue.contains(ticket)),
                    Poll::Ready(result) => {
                        prop_assert!(class.take_granted(*ticket));
                        let (pool, class, thing) = (out.pool, out.class, result.unwrap());
                        futures.remove(place);
                        bufs.push(Out { thing, pool, class });
                    }
                }
            }
            Step::Cancel(which) if !futures.is_empty() => {
                let (ticket, out) = futures.swap_remove(which % futures.len());
                let class = &mut model.classes[out.pool][out.class.unwrap()];
                drop(out.thing);
                if class.take_granted(ticket) {
                    // The slot was handed over, but served no request.
                    class.hits -= 1;
                    class.give_back();
                } else {
                    class.queue.retain(|&queued| queued != ticket);
                }
            }
            Step::Release(which) | Step::ReleaseElsewhere(which) if !bufs.is_empty() => {
                let out = bufs.swap_remove(which % bufs.len());
                let elsewhere = matches!(step, Step::ReleaseElsewhere(_));
                match elsewhere {
                    true => thread::scope(|scope| scope.spawn(|| drop(out.thing)).join().unwrap()),
                    false => drop(out.thing),
                }
                if let Some(class) = out.class {
                    let class = &mut model.classes[out.pool][class];
                    class.give_back();
                    class.away += u64::from(elsewhere);
                }
            }
            Step::Flush(pool) => {
                pools[pool].flush_thread();
                model.classes[pool].iter_mut().for_each(|class| class.flushed = true);
            }
            _ => {}
        }
    }
    model.agrees(&pools)?;
    drop((futures, bufs));
    prop_assert!(pools.iter().all(|pool| pool.stats().classes().all(|class| class.in_use == 0)));
    Ok(())
}

proptest! {
    #[test]
    fn random_use_of_several_pools_agrees_with_a_model(
        configs in vec(config(), POOLS),
        steps in vec(step(), 0..400),
    ) {
        random_use(&configs, steps)?;
    }
}

/// The sums over all threads equal the pool's statistics.
#[test]
fn totals_agree_after_many_threads() {
    for policy in [Overflow::Heap, Overflow::Fail, Overflow::Wait] {
        let config =
            CLASSES.into_iter().fold(PoolConfig::new(), |c, class| c.with_class(class, 12));
        let pool = Pool::new(&config.with_overflow(policy));
        let mut totals = [[0_u64; 4]; 3];
        let one = |number: usize| {
            let mut counts = [[0_u64; 4]; 3];
            let mut held = VecDeque::new();
            for round in 0..3000 {
                let class = (round + number) % 3;
                let len = CLASSES[class].bytes();
                let got = if round % 5 == 0 {
                    pool.acquire_timeout(len, Duration::from_micros(10))
                } else {
                    pool.acquire(len)
                };
                let kind = match &got {
                    Ok(buf) if buf.is_pooled() => 0,
                    Ok(_) => 1,
                    Err(_) => 2,
                };
                counts[class][kind] += 1;
                counts[class][3] += u64::from(round % 5 == 0);
                held.extend(got);
                if held.len() > 11 {
                    held.pop_front();
                }
            }
            counts
        };
        thread::scope(|scope| {
            let one = &one;
            let threads: Vec<_> = (0..4).map(|number| scope.spawn(move || one(number))).collect();
            for thread in threads {
                for (total, counts) in totals.iter_mut().zip(thread.join().unwrap()) {
                    total.iter_mut().zip(counts).for_each(|(total, count)| *total += count);
                }
            }
        });
        let stats = pool.stats();
        for (class, [pooled, heap, refused, timed]) in CLASSES.into_iter().zip(totals) {
            let seen = stats.class(class).unwrap();
            assert_eq!((seen.in_use, seen.hits), (0, pooled), "{stats}");
            assert_eq!((seen.overflow, seen.refused), (heap, refused));
            assert!(seen.waits <= timed && seen.high_water <= 12);
            assert!(seen.steals <= seen.remote_releases && seen.remote_releases <= seen.hits);
            assert!(policy == Overflow::Wait || seen.waits == 0);
        }
    }
}
