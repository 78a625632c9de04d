/// Borrowed form of [`Many`]: its messages point into the decoder's input.
///
/// All of them.
#[derive(
    ::pool_codec::__private::Debug,
    ::pool_codec::__private::Clone,
    ::pool_codec::__private::Copy,
    ::pool_codec::__private::PartialEq
)]
pub enum ManyRef<'decoder> {
    /// The first.
    Open(OpenRef<'decoder>),
    /// Variant `Unknown` of [`Many`].
    Unknown(::pool_codec::RawFrameRef<'decoder>),
}
const _: () = {
    use ::pool_codec::__private;
    const __ID_0: u32 = <Open as __private::Frame>::ID;
    #[automatically_derived]
    impl __private::FrameSet for Many {
        type Header = Sv2Header;
        const NAME: &'static str = "Many";
        const MESSAGES: &'static [__private::MessageInfo] = &[
            {
                let _ = <Open as __private::Frame>::ID;
                __private::MessageInfo::of::<
                    Open,
                    <Many as __private::FrameSet>::Header,
                >()
            },
        ];
        const KEEPS_UNKNOWN: bool = true;
        #[inline]
        fn message(__id: u32) -> __private::Option<&'static __private::MessageInfo> {
            match __id {
                __ID_0 => <Many as __private::FrameSet>::MESSAGES.get(0),
                _ => __private::None,
            }
        }
    }
    const _: () = __private::check_ids::<
        2,
    >("Many", <Many as __private::FrameSet>::MESSAGES);
    const _: fn(RawFrame) -> __private::RawFrame = |__frame| __frame;
    #[automatically_derived]
    impl __private::EncodeFrame for Many {
        type Message = Many;
        #[inline]
        fn frame_id(&self) -> u32 {
            match self {
                Many::Open(__message) => __ID_0,
                Many::Unknown(__message) => {
                    <RawFrame as __private::EncodeFrame>::frame_id(__message)
                }
            }
        }
        #[inline]
        fn payload_len(&self) -> usize {
            match self {
                Many::Open(__message) => {
                    <Open as __private::Encodable>::encoded_len(__message)
                }
                Many::Unknown(__message) => {
                    <RawFrame as __private::EncodeFrame>::payload_len(__message)
                }
            }
        }
        #[inline]
        fn encode_payload(
            &self,
            __out: &mut [u8],
        ) -> __private::Result<usize, __private::EncodeError> {
            match self {
                Many::Open(__message) => {
                    <Open as __private::Encodable>::encode(__message, __out)
                }
                Many::Unknown(__message) => {
                    __private::encode_other::<Many>(__message, __out)
                }
            }
        }
    }
    #[automatically_derived]
    impl<'decoder> __private::DecodeFrame<'decoder> for Many {
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
                        Many::Open,
                    )
                }
                _ => {
                    match <RawFrame as __private::DecodeFrame<
                        'decoder,
                    >>::decode_frame(__id, __payload) {
                        __private::Ok(__message) => {
                            __private::Ok(Many::Unknown(__message))
                        }
                        __private::Err(__error) => __private::Err(__error),
                    }
                }
            }
        }
    }
    #[automatically_derived]
    impl __private::From<Open> for Many {
        #[inline]
        fn from(__message: Open) -> Self {
            Many::Open(__message)
        }
    }
    #[automatically_derived]
    impl __private::From<RawFrame> for Many {
        #[inline]
        fn from(__message: RawFrame) -> Self {
            Many::Unknown(__message)
        }
    }
    #[automatically_derived]
    impl __private::Outgoing for Many {
        type FrameHeader = <Many as __private::FrameSet>::Header;
        const SET: __private::Option<
            (&'static str, &'static [__private::MessageInfo]),
        > = __private::Some(("Many", <Many as __private::FrameSet>::MESSAGES));
    }
    #[automatically_derived]
    impl __private::Carries<Many> for Many {}
    #[automatically_derived]
    impl __private::Carries<Open> for Many {}
    #[automatically_derived]
    impl __private::Carries<RawFrame> for Many {}
    #[automatically_derived]
    impl<'decoder> __private::EncodeFrame for ManyRef<'decoder> {
        type Message = Many;
        #[inline]
        fn frame_id(&self) -> u32 {
            match self {
                ManyRef::Open(__message) => __ID_0,
                ManyRef::Unknown(__message) => {
                    <::pool_codec::RawFrameRef<
                        'decoder,
                    > as __private::EncodeFrame>::frame_id(__message)
                }
            }
        }
        #[inline]
        fn payload_len(&self) -> usize {
            match self {
                ManyRef::Open(__message) => {
                    <OpenRef<'decoder> as __private::Encodable>::encoded_len(__message)
                }
                ManyRef::Unknown(__message) => {
                    <::pool_codec::RawFrameRef<
                        'decoder,
                    > as __private::EncodeFrame>::payload_len(__message)
                }
            }
        }
        #[inline]
        fn encode_payload(
            &self,
            __out: &mut [u8],
        ) -> __private::Result<usize, __private::EncodeError> {
            match self {
                ManyRef::Open(__message) => {
                    <OpenRef<'decoder> as __private::Encodable>::encode(__message, __out)
                }
                ManyRef::Unknown(__message) => {
                    __private::encode_other::<Many>(__message, __out)
                }
            }
        }
    }
    #[automatically_derived]
    impl<'decoder> __private::DecodeFrame<'decoder> for ManyRef<'decoder> {
        #[inline]
        fn decode_frame(
            __id: u32,
            __payload: &'decoder [u8],
        ) -> __private::Result<Self, __private::DecodeError> {
            match __id {
                __ID_0 => {
                    __private::decode_variant(
                        __payload,
                        <OpenRef<'decoder> as __private::Decodable<'decoder>>::decode,
                        ManyRef::Open,
                    )
                }
                _ => {
                    match <::pool_codec::RawFrameRef<
                        'decoder,
                    > as __private::DecodeFrame<
                        'decoder,
                    >>::decode_frame(__id, __payload) {
                        __private::Ok(__message) => {
                            __private::Ok(ManyRef::Unknown(__message))
                        }
                        __private::Err(__error) => __private::Err(__error),
                    }
                }
            }
        }
    }
    #[automatically_derived]
    impl __private::ZeroCopy for Many {
        type Ref<'decoder> = ManyRef<'decoder>;
        fn from_borrowed(__borrowed: &ManyRef<'_>) -> Self {
            match __borrowed {
                ManyRef::Open(__message) => {
                    Many::Open(<Open as __private::ZeroCopy>::from_borrowed(__message))
                }
                ManyRef::Unknown(__message) => {
                    Many::Unknown(
                        <RawFrame as __private::ZeroCopy>::from_borrowed(__message),
                    )
                }
            }
        }
        fn as_borrowed(&self) -> ManyRef<'_> {
            match self {
                Many::Open(__message) => {
                    ManyRef::Open(<Open as __private::ZeroCopy>::as_borrowed(__message))
                }
                Many::Unknown(__message) => {
                    ManyRef::Unknown(
                        <RawFrame as __private::ZeroCopy>::as_borrowed(__message),
                    )
                }
            }
        }
    }
    #[automatically_derived]
    impl __private::Covariant for Many {
        fn shorten<'short, 'long: 'short>(
            __borrowed: &'short ManyRef<'long>,
        ) -> &'short ManyRef<'short> {
            __borrowed
        }
    }
    #[automatically_derived]
    impl<'decoder> __private::From<ManyRef<'decoder>> for Many {
        fn from(__borrowed: ManyRef<'decoder>) -> Self {
            <Many as __private::ZeroCopy>::from_borrowed(&__borrowed)
        }
    }
    impl<'decoder> ManyRef<'decoder> {
        /// Copies the message out of the decoder's input.
        #[must_use]
        pub fn into_owned(self) -> Many {
            <Many as __private::ZeroCopy>::from_borrowed(&self)
        }
    }
};
