const _: () = {
    use ::pool_codec::__private;
    #[automatically_derived]
    impl __private::DerivedHeader for Call {
        type Id = Method;
        type Len = u32;
        const COUNTED: usize = __private::derived::bytes_counted::<
            Self,
        >("Call", __private::Some("len"));
        const LONGEST: usize = 1 << 20;
        const REASONS: [&'static str; 3] = [
            "the id in `method` is out of range",
            "`len` is less than the bytes that it counts",
            "`len` is longer than the longest payload",
        ];
        #[inline]
        fn from_parts(__id: Method, __len: u32) -> Self {
            Self {
                len: __len,
                method: __id,
                version: 2,
                call: __private::Default::default(),
                sum: __private::Default::default(),
                last: true,
                rest: __private::Default::default(),
            }
        }
        #[inline]
        fn parts(&self) -> (Method, u32) {
            (self.method, self.len)
        }
        #[inline]
        fn check(&self) -> __private::Result<(), __private::HeaderError> {
            if !(1..=2).contains(&self.version) {
                return __private::Err(__private::HeaderError {
                    reason: "the version in `version` is not supported",
                });
            }
            __private::Ok(())
        }
        #[inline]
        fn seal_fields(&mut self, __payload: &[u8]) {
            self.sum = __private::checksum::<Crc32>(__payload);
        }
        #[inline]
        fn verify_fields(
            &self,
            __payload: &[u8],
        ) -> __private::Result<(), __private::HeaderError> {
            if self.sum == __private::checksum::<Crc32>(__payload) {
                return __private::Ok(());
            }
            __private::Err(__private::HeaderError {
                reason: "the checksum in `sum` is not that of the payload",
            })
        }
        #[inline]
        fn repeat_fields(&mut self, __request: &Self) {
            self.call = __request.call;
        }
    }
    __private::derived_header!(Call);
    const _: usize = <Call as __private::DerivedHeader>::COUNTED;
};
