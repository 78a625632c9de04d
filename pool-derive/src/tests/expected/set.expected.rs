const _: () = {
    use ::pool_codec::__private;
    const __ID_0: u32 = <Open as __private::Frame>::ID;
    const __ID_1: u32 = <msg::Close as __private::Frame>::ID;
    #[automatically_derived]
    impl __private::FrameSet for Few {
        type Header = Sv2Header;
        const NAME: &'static str = "Few";
        const MESSAGES: &'static [__private::MessageInfo] = &[
            {
                let _ = <Open as __private::Frame>::ID;
                __private::MessageInfo::of::<
                    Open,
                    <Few as __private::FrameSet>::Header,
                >()
            },
            {
                let _ = <msg::Close as __private::Frame>::ID;
                __private::MessageInfo::of::<
                    msg::Close,
                    <Few as __private::FrameSet>::Header,
                >()
            },
        ];
        const KEEPS_UNKNOWN: bool = false;
        #[inline]
        fn message(__id: u32) -> __private::Option<&'static __private::MessageInfo> {
            match __id {
                __ID_0 => <Few as __private::FrameSet>::MESSAGES.get(0),
                __ID_1 => <Few as __private::FrameSet>::MESSAGES.get(1),
                _ => __private::None,
            }
        }
    }
    const _: () = __private::check_ids::<
        4,
    >("Few", <Few as __private::FrameSet>::MESSAGES);
    #[automatically_derived]
    impl __private::EncodeFrame for Few {
        type Message = Few;
        #[inline]
        fn frame_id(&self) -> u32 {
            match self {
                Few::Open(__message) => __ID_0,
                Few::Close(__message) => __ID_1,
            }
        }
        #[inline]
        fn payload_len(&self) -> usize {
            match self {
                Few::Open(__message) => {
                    <Open as __private::Encodable>::encoded_len(__message)
                }
                Few::Close(__message) => {
                    <msg::Close as __private::Encodable>::encoded_len(__message)
                }
            }
        }
        #[inline]
        fn encode_payload(
            &self,
            __out: &mut [u8],
        ) -> __private::Result<usize, __private::EncodeError> {
            match self {
                Few::Open(__message) => {
                    <Open as __private::Encodable>::encode(__message, __out)
                }
                Few::Close(__message) => {
                    <msg::Close as __private::Encodable>::encode(__message, __out)
                }
            }
        }
    }
    #[automatically_derived]
    impl<'decoder> __private::DecodeFrame<'decoder> for Few {
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
                        Few::Open,
                    )
                }
                __ID_1 => {
                    __private::decode_variant(
                        __payload,
                        <msg::Close as __private::Decodable<'decoder>>::decode,
                        Few::Close,
                    )
                }
                _ => __private::Err(__private::unknown_id(__id)),
            }
        }
    }
    #[automatically_derived]
    impl __private::From<Open> for Few {
        #[inline]
        fn from(__message: Open) -> Self {
            Few::Open(__message)
        }
    }
    #[automatically_derived]
    impl __private::From<msg::Close> for Few {
        #[inline]
        fn from(__message: msg::Close) -> Self {
            Few::Close(__message)
        }
    }
    #[automatically_derived]
    impl __private::Outgoing for Few {
        type FrameHeader = <Few as __private::FrameSet>::Header;
        const SET: __private::Option<
            (&'static str, &'static [__private::MessageInfo]),
        > = __private::Some(("Few", <Few as __private::FrameSet>::MESSAGES));
    }
    #[automatically_derived]
    impl __private::Carries<Few> for Few {}
    #[automatically_derived]
    impl __private::Carries<Open> for Few {}
    #[automatically_derived]
    impl __private::Carries<msg::Close> for Few {}
};
