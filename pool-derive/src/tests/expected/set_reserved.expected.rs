const _: () = {
    use ::pool_codec::__private;
    const __ID_0: u32 = <Open as __private::Frame>::ID;
    const __MAX_PAYLOAD: usize = 4 << 20;
    #[automatically_derived]
    impl __private::FrameSet for Some {
        type Header = Sv2Header;
        const NAME: &'static str = "Some";
        const MESSAGES: &'static [__private::MessageInfo] = &[
            {
                let _ = <Open as __private::Frame>::ID;
                __private::MessageInfo::of_at_most::<
                    Open,
                    <Some as __private::FrameSet>::Header,
                >(__MAX_PAYLOAD)
            },
        ];
        const KEEPS_UNKNOWN: bool = false;
        const RESERVED: &'static [(u32, u32)] = &[(16, 16), (32, 47)];
        #[inline]
        fn message(__id: u32) -> __private::Option<&'static __private::MessageInfo> {
            match __id {
                __ID_0 => <Some as __private::FrameSet>::MESSAGES.get(0),
                _ => __private::None,
            }
        }
    }
    const _: () = __private::check_ids::<
        2,
    >("Some", <Some as __private::FrameSet>::MESSAGES);
    const _: () = __private::check_reserved(
        "Some",
        <Some as __private::FrameSet>::MESSAGES,
        <Some as __private::FrameSet>::RESERVED,
    );
    #[automatically_derived]
    impl __private::EncodeFrame for Some {
        type Message = Some;
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
                    <Open as __private::Encodable>::encoded_len(__message)
                }
            }
        }
        #[inline]
        fn encode_payload(
            &self,
            __out: &mut [u8],
        ) -> __private::Result<usize, __private::EncodeError> {
            match self {
                Some::Open(__message) => {
                    <Open as __private::Encodable>::encode(__message, __out)
                }
            }
        }
    }
    #[automatically_derived]
    impl<'decoder> __private::DecodeFrame<'decoder> for Some {
        #[inline]
        fn decode_frame(
            __id: u32,
            __payload: &'decoder [u8],
        ) -> __private::Result<Self, __private::DecodeError> {
            match __id {
                __ID_0 => {
                    __private::decode_variant(
                        __payload,
                        <Open as __private::Decodable<'decoder>>::decode,
                        Some::Open,
                    )
                }
                _ => __private::Err(__private::unknown_id(__id)),
            }
        }
    }
    #[automatically_derived]
    impl __private::From<Open> for Some {
        #[inline]
        fn from(__message: Open) -> Self {
            Some::Open(__message)
        }
    }
    #[automatically_derived]
    impl __private::Outgoing for Some {
        type FrameHeader = <Some as __private::FrameSet>::Header;
        const SET: __private::Option<
            (&'static str, &'static [__private::MessageInfo]),
        > = __private::Some(("Some", <Some as __private::FrameSet>::MESSAGES));
    }
    #[automatically_derived]
    impl __private::Carries<Some> for Some {}
    #[automatically_derived]
    impl __private::Carries<Open> for Some {}
};
