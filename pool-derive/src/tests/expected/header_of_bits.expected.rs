const _: () = {
    use other::codec::__private;
    #[automatically_derived]
    impl __private::DerivedHeader for Short {
        type Id = ();
        type Len = u16;
        const BITS: [__private::Option<u32>; 2] = [__private::None, __private::Some(12)];
        const REASONS: [&'static str; 3] = [
            "the id in `` is out of range",
            "`len` is less than the bytes that it counts",
            "`len` is longer than the longest payload",
        ];
        #[inline]
        fn from_parts(__id: (), __len: u16) -> Self {
            Self {
                len: __len,
                flags: __private::Default::default(),
            }
        }
        #[inline]
        fn parts(&self) -> ((), u16) {
            ((), self.len)
        }
    }
    __private::derived_header!(Short);
};
