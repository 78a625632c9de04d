const _: () = {
    const __ID_0: u32 = <Open as ::pool_codec::__private::Frame>::ID;
    #[automatically_derived]
    impl ::pool_codec::__private::FrameSet for Some {
        type Header = Sv2Header;
        const NAME: &'static str = "Some";
        const MESSAGES: &'static [::pool_codec::__private::MessageInfo] = &[
            {
                let _ = <Open as ::pool_codec::__private::Frame>::ID;
                ::pool_codec::__private::MessageInfo::of::<
                    Open,
                    <Some as ::pool_codec::__private::FrameSet>::Header,
                >()
            },
        ];
        const KEEPS_UNKNOWN: bool = false;
        #[inline]
        fn message(
            __id: u32,
        ) -> ::pool_codec::__private::Option<
            &'static ::pool_codec::__private::MessageInfo,
        > {
            match __id {
                __ID_0 => <Some as ::pool_codec::__private::FrameSet>::MESSAGES.get(0),
                _ => ::pool_codec::__private::None,
            }
        }
    }
    const _: () = ::pool_codec::__private::check_ids(
        "Some",
        <Some as ::pool_codec::__private::FrameSet>::MESSAGES,
    );
    const _: () = ::pool_codec::__private::check_reserved(
        "Some",
        <Some as ::pool_codec::__private::FrameSet>::MESSAGES,
        &[(16, 16), (32, 47)],
    );
    #[automatically_derived]
    impl ::pool_codec::__private::EncodeFrame for Some {
        #[inline]
        fn frame_id(&self) -> u32 {
            match self {
                Some::Open(__message) => __ID_0,
            }
        }
        #[inline]
        fn payload_len(&self) -> usize {
            match self {
                Some::Open(__message) => {
                    <Open as ::pool_codec::__private::Encodable>::encoded_len(__message)
                }
            }
        }
        #[inline]
        fn encode_payload(
            &self,
            __out: &mut [u8],
        ) -> ::pool_codec::__private::Result<
            usize,
            ::pool_codec::__private::EncodeError,
        > {
            match self {
                Some::Open(__message) => {
                    <Open as ::pool_codec::__private::Encodable>::encode(
                        __message,
                        __out,
                    )
                }
            }
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::DecodeFrame<'decoder> for Some {
        #[inline]
        fn decode_frame(
            __id: u32,
            __payload: &'decoder [u8],
        ) -> ::pool_codec::__private::Result<
            Self,
            ::pool_codec::__private::DecodeError,
        > {
            match __id {
                __ID_0 => {
                    match <Open as ::pool_codec::__private::Decodable<
                        'decoder,
                    >>::decode(__payload) {
                        ::pool_codec::__private::Ok(__message) => {
                            ::pool_codec::__private::Ok(Some::Open(__message))
                        }
                        ::pool_codec::__private::Err(__error) => {
                            ::pool_codec::__private::Err(__error)
                        }
                    }
                }
                _ => {
                    ::pool_codec::__private::Err(
                        ::pool_codec::__private::unknown_id(__id),
                    )
                }
            }
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::Fields for Some {
        fn visit_fields<__V: ::pool_codec::__private::FieldVisitor>(
            &self,
            __visitor: &mut __V,
        ) {
            match self {
                Some::Open(__message) => {
                    <Open as ::pool_codec::__private::Fields>::visit_fields(
                        __message,
                        __visitor,
                    )
                }
            }
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::From<Open> for Some {
        #[inline]
        fn from(__message: Open) -> Self {
            Some::Open(__message)
        }
    }
};
