//! Acquires, writes, shortens and drops buffers in any order, with any number of handles. Each buffer keeps its own
//! bytes, and the counters equal those of a simple model.
//!
//! The input is four bytes of capacities and policy, and then operations of one byte with its arguments.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pool_core::{AcquireError, Overflow, Pool, PoolConfig, PooledBuf, SizeClass};

fuzz_target!(|input: &[u8]| {
    let Some((&[small, middle, large, policy], operations)) = input.split_first_chunk() else {
        return;
    };
    let overflow = if policy & 1 == 0 { Overflow::Heap } else { Overflow::Fail };
    // The second class is not registered, so the next one serves its lengths. More than 64 slots need a second
    // word of the bitmap.
    let config = PoolConfig::new()
        .with_class(SizeClass::MIN, usize::from(small % 80))
        .with_class(SizeClass::for_len(512), usize::from(middle % 4))
        .with_class(SizeClass::for_len(1024), usize::from(large % 3))
        .with_overflow(overflow);
    let mut model = Model {
        handles: vec![Pool::new(&config)],
        config,
        buffers: Vec::new(),
        jumbo: 0,
        operations: operations.iter(),
    };
    while model.step().is_some() {}
    for buffer in &model.buffers {
        buffer.check();
    }
});

/// A buffer and its expected content.
struct Buffer {
    buf: PooledBuf,
    header: [u8; PooledBuf::HEADER_ROOM],
    content: Vec<u8>,
    /// The class of its slot.
    class: Option<SizeClass>,
}

impl Buffer {
    fn new(mut buf: PooledBuf, class: Option<SizeClass>, fill: u8) -> Self {
        let header = [!fill; PooledBuf::HEADER_ROOM];
        buf.fill(fill);
        buf.header_mut(header.len()).copy_from_slice(&header);
        Self { content: buf.to_vec(), buf, header, class }
    }

    fn check(&self) {
        let room = self.header.len();
        let (header, content) = self.buf.with_header(room).split_at(room);
        assert_eq!(header, self.header);
        assert_eq!(content, self.content);
        assert_eq!(&self.buf[..], self.content);
        assert!(self.buf.capacity() >= self.buf.len());
        assert_eq!(self.buf.is_pooled(), self.class.is_some());
        assert_eq!(self.buf.as_ptr().addr() % 64, 0);
    }
}

struct Model<'a> {
    handles: Vec<Pool>,
    config: PoolConfig,
    buffers: Vec<Buffer>,
    jumbo: u64,
    operations: core::slice::Iter<'a, u8>,
}

impl Model<'_> {
    fn argument(&mut self) -> Option<usize> {
        self.operations.next().copied().map(usize::from)
    }

    /// Returns an index below `len`, or `None` if `len` is 0.
    fn index(&mut self, len: usize) -> Option<usize> {
        self.argument()?.checked_rem(len)
    }

    /// Runs one operation. Returns `None` at the end of the input. An operation without an object does nothing.
    fn step(&mut self) -> Option<()> {
        let operation = self.argument()?;
        match operation % 8 {
            0 | 1 => {
                let len = self.argument()? * if operation & 0x80 == 0 { 1 } else { 8 };
                self.acquire(len, operation as u8);
            }
            2 => {
                if let Some(index) = self.index(self.buffers.len()) {
                    let buffer = self.buffers.swap_remove(index);
                    buffer.check();
                }
            }
            3 if self.handles.len() < 8 => {
                if let Some(index) = self.index(self.handles.len()) {
                    self.handles.push(self.handles[index].clone());
                }
            }
            4 => {
                if let Some(index) = self.index(self.handles.len()) {
                    drop(self.handles.swap_remove(index));
                }
            }
            5 => {
                if let Some(index) = self.index(self.buffers.len()) {
                    let len = self.argument()?;
                    let Buffer { buf, content, .. } = &mut self.buffers[index];
                    buf.truncate(len);
                    content.truncate(len);
                }
            }
            6 => {
                if let Some(index) = self.index(self.buffers.len()) {
                    let (at, byte) = (self.argument()?, self.argument()?);
                    let Buffer { buf, header, content, .. } = &mut self.buffers[index];
                    let room = at % (header.len() + 1);
                    buf.header_mut(room).fill(byte as u8);
                    header[PooledBuf::HEADER_ROOM - room..].fill(byte as u8);
                    if let Some(at) = at.checked_rem(content.len()) {
                        buf[at..].fill(byte as u8);
                        content[at..].fill(byte as u8);
                    }
                }
            }
            _ => self.buffers.iter().for_each(Buffer::check),
        }
        self.counters();
        Some(())
    }

    fn in_use(&self, class: SizeClass) -> usize {
        self.buffers.iter().filter(|buffer| buffer.class == Some(class)).count()
    }

    fn acquire(&mut self, len: usize, fill: u8) {
        let Some(pool) = self.handles.last() else { return };
        let needed = SizeClass::for_len(len);
        let class = self.config.classes().find(|(class, _)| *class >= needed);
        let free = class.is_some_and(|(class, capacity)| self.in_use(class) < capacity);
        match (class, pool.acquire(len)) {
            (Some((class, _)), Ok(buf)) if free => {
                assert_eq!((buf.len(), buf.capacity()), (len, class.bytes()));
                self.buffers.push(Buffer::new(buf, Some(class), fill));
            }
            (Some((class, _)), Ok(buf)) => {
                assert_eq!(self.config.overflow(), Overflow::Heap);
                assert_eq!((buf.len(), buf.capacity()), (len, class.bytes()));
                self.buffers.push(Buffer::new(buf, None, fill));
            }
            (None, Ok(buf)) => {
                assert_eq!((buf.len(), buf.capacity()), (len, len));
                self.jumbo += 1;
                self.buffers.push(Buffer::new(buf, None, fill));
            }
            (Some((class, capacity)), Err(error)) => {
                assert!(!free);
                assert_eq!(self.config.overflow(), Overflow::Fail);
                assert_eq!(error, AcquireError::Exhausted { len, class, capacity });
            }
            (None, Err(error)) => panic!("{error}"),
        }
    }

    fn counters(&self) {
        let Some(pool) = self.handles.first() else { return };
        let stats = pool.stats();
        assert_eq!(stats.jumbo(), self.jumbo);
        for (class, capacity) in self.config.classes() {
            let stats = stats.class(class).expect("is registered");
            assert_eq!((stats.capacity, stats.in_use), (capacity, self.in_use(class)));
            assert!((stats.in_use..=capacity).contains(&stats.high_water));
        }
    }
}
