//! Types of the standard library. Each module defines them again, with its own derives and with its layout.

macro_rules! standard {
    (derive: [$($derive:path),+], layout: $layout:ident) => {
        use core::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};
        use core::ops::{Range, RangeInclusive};
        use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};

        use pool_codec::layout::$layout;

        #[derive(Debug, Clone, Copy, PartialEq, Frame, $($derive),+)]
        #[frame(borrow, layout = $layout)]
        struct Words {
            size: usize,
            offset: isize,
            sizes: [usize; 2],
        }

        fn words() -> impl Strategy<Value = Words> {
            any::<(usize, isize, [usize; 2])>()
                .prop_map(|(size, offset, sizes)| Words { size, offset, sizes })
        }

        #[derive(Debug, Clone, PartialEq, Frame, $($derive),+)]
        #[frame(borrow, layout = $layout)]
        struct Outcomes {
            outcome: Result<u8, u16>,
            maybe: Option<Result<[u8; 2], bool>>,
            #[frame(max_len = 3)]
            all: Vec<Result<u8, ()>>,
        }

        fn outcomes() -> impl Strategy<Value = Outcomes> {
            let all = list(any::<Result<u8, ()>>(), 3);
            (any::<Result<u8, u16>>(), any::<Option<Result<[u8; 2], bool>>>(), all)
                .prop_map(|(outcome, maybe, all)| Outcomes { outcome, maybe, all })
        }

        #[derive(Debug, Clone, PartialEq, Frame, $($derive),+)]
        #[frame(borrow, layout = $layout)]
        struct Addresses {
            v4: Ipv4Addr,
            v6: Ipv6Addr,
            either: IpAddr,
            socket_v4: SocketAddrV4,
            socket_v6: SocketAddrV6,
            socket: SocketAddr,
            #[frame(max_len = 3)]
            peers: Vec<SocketAddr>,
        }

        /// An address without a flow and a scope, which none of the formats has.
        fn socket() -> impl Strategy<Value = SocketAddr> {
            (any::<IpAddr>(), any::<u16>()).prop_map(SocketAddr::from)
        }

        fn addresses() -> impl Strategy<Value = Addresses> {
            let ips = any::<(Ipv4Addr, Ipv6Addr, IpAddr, u16)>();
            (ips, socket(), list(socket(), 3)).prop_map(|((v4, v6, either, port), socket, peers)| {
                Addresses {
                    v4,
                    v6,
                    either,
                    socket_v4: SocketAddrV4::new(v4, port),
                    socket_v6: SocketAddrV6::new(v6, port, 0, 0),
                    socket,
                    peers,
                }
            })
        }

        #[derive(Debug, Clone, PartialEq, Frame, $($derive),+)]
        #[frame(borrow, layout = $layout)]
        struct Ranges {
            range: Range<u16>,
            inclusive: RangeInclusive<i32>,
            maybe: Option<Range<u8>>,
        }

        fn ranges() -> impl Strategy<Value = Ranges> {
            any::<(Range<u16>, (i32, i32), Option<Range<u8>>)>().prop_map(
                |(range, (first, last), maybe)| Ranges { range, inclusive: first..=last, maybe },
            )
        }

        #[derive(Debug, Clone, PartialEq, Frame, $($derive),+)]
        #[frame(borrow, layout = $layout)]
        struct Queue {
            #[frame(max_len = 6)]
            numbers: VecDeque<u32>,
            #[frame(max_len = 3)]
            parts: VecDeque<Part>,
        }

        fn queue() -> impl Strategy<Value = Queue> {
            (list(any::<u32>(), 6), list(part(), 3), any::<u8>()).prop_map(
                |(numbers, parts, turn)| {
                    let mut numbers = VecDeque::from(numbers);
                    // The elements are in two slices.
                    numbers.rotate_left(usize::from(turn) % (numbers.len() + 1));
                    Queue { numbers, parts: parts.into() }
                },
            )
        }

        /// Maps and sets are written in the order of their keys.
        #[derive(Debug, Clone, PartialEq, Frame, $($derive),+)]
        #[frame(borrow, layout = $layout)]
        struct Trees {
            #[frame(max_len = 4)]
            map: BTreeMap<u16, (u8, Option<u32>)>,
            #[frame(max_len = 4)]
            set: BTreeSet<[u8; 3]>,
            #[frame(max_len = 2)]
            maybe: Option<BTreeMap<u8, Part>>,
        }

        fn trees() -> impl Strategy<Value = Trees> {
            let map = prop::collection::btree_map(any::<u16>(), any::<(u8, Option<u32>)>(), 0..=4);
            let set = prop::collection::btree_set(any::<[u8; 3]>(), 0..=4);
            let maybe = prop::option::of(prop::collection::btree_map(any::<u8>(), part(), 0..=2));
            (map, set, maybe).prop_map(|(map, set, maybe)| Trees { map, set, maybe })
        }

        #[derive(Debug, Clone, PartialEq, Frame, $($derive),+)]
        #[frame(layout = $layout)]
        struct Tables {
            #[frame(max_len = 6)]
            map: HashMap<u16, u32>,
            #[frame(max_len = 6, entries = last_wins)]
            set: HashSet<u8>,
        }

        fn tables() -> impl Strategy<Value = Tables> {
            let map = prop::collection::hash_map(any::<u16>(), any::<u32>(), 0..=6);
            (map, prop::collection::hash_set(any::<u8>(), 0..=6))
                .prop_map(|(map, set)| Tables { map, set })
        }

        proptest! {
            /// The order of a hash table's entries is ours, but each side reads what the other one wrote.
            #[test]
            fn tables_are_read_in_any_order(tables in tables()) {
                let theirs = <Other as Codec<Tables>>::serialize(&tables);
                prop_assert_eq!(&Tables::decode(&theirs).unwrap(), &tables);
                let ours = tables.encode_to_vec().unwrap();
                prop_assert_eq!((ours.len(), tables.encoded_len()), (theirs.len(), theirs.len()));
                prop_assert_eq!(&<Other as Codec<Tables>>::deserialize(&ours).unwrap(), &tables);
            }
        }
    };
}
pub(crate) use standard;
