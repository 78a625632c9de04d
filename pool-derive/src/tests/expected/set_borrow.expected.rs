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
    const __ID_0: u32 = <Open as ::pool_codec::__private::Frame>::ID;
    #[automatically_derived]
    impl ::pool_codec::__private::FrameSet for Many {
        type Header = Sv2Header;
        const NAME: &'static str = "Many";
        const MESSAGES: &'static [::pool_codec::__private::MessageInfo] = &[
            {
                let _ = <Open as ::pool_codec::__private::Frame>::ID;
                ::pool_codec::__private::MessageInfo::of::<
                    Open,
                    <Many as ::pool_codec::__private::FrameSet>::Header,
                >()
            },
        ];
        const KEEPS_UNKNOWN: bool = true;
        #[inline]
        fn message(
            __id: u32,
        ) -> ::pool_codec::__private::Option<
            &'static ::pool_codec::__private::MessageInfo,
        > {
            match __id {
                __ID_0 => <Many as ::pool_codec::__private::FrameSet>::MESSAGES.get(0),
                _ => ::pool_codec::__private::None,
            }
        }
    }
    const _: () = ::pool_codec::__private::check_ids(
        "Many",
        <Many as ::pool_codec::__private::FrameSet>::MESSAGES,
    );
    const _: fn(RawFrame) -> ::pool_codec::__private::RawFrame = |__frame| __frame;
    #[automatically_derived]
    impl ::pool_codec::__private::EncodeFrame for Many {
        #[inline]
        fn frame_id(&self) -> u32 {
            match self {
                Many::Open(__message) => __ID_0,
                Many::Unknown(__message) => {
                    <RawFrame as ::pool_codec::__private::EncodeFrame>::frame_id(
                        __message,
                    )
                }
            }
        }
        #[inline]
        fn payload_len(&self) -> usize {
            match self {
                Many::Open(__message) => {
                    <Open as ::pool_codec::__private::Encodable>::encoded_len(__message)
                }
                Many::Unknown(__message) => {
                    <RawFrame as ::pool_codec::__private::EncodeFrame>::payload_len(
                        __message,
                    )
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
                Many::Open(__message) => {
                    <Open as ::pool_codec::__private::Encodable>::encode(
                        __message,
                        __out,
                    )
                }
                Many::Unknown(__message) => {
                    <RawFrame as ::pool_codec::__private::EncodeFrame>::encode_payload(
                        __message,
                        __out,
                    )
                }
            }
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::DecodeFrame<'decoder> for Many {
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
                            ::pool_codec::__private::Ok(Many::Open(__message))
                        }
                        ::pool_codec::__private::Err(__error) => {
                            ::pool_codec::__private::Err(__error)
                        }
                    }
                }
                _ => {
                    match <RawFrame as ::pool_codec::__private::DecodeFrame<
                        'decoder,
                    >>::decode_frame(__id, __payload) {
                        ::pool_codec::__private::Ok(__message) => {
                            ::pool_codec::__private::Ok(Many::Unknown(__message))
                        }
                        ::pool_codec::__private::Err(__error) => {
                            ::pool_codec::__private::Err(__error)
                        }
                    }
                }
            }
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::Fields for Many {
        fn visit_fields<__V: ::pool_codec::__private::FieldVisitor>(
            &self,
            __visitor: &mut __V,
        ) {
            match self {
                Many::Open(__message) => {
                    <Open as ::pool_codec::__private::Fields>::visit_fields(
                        __message,
                        __visitor,
                    )
                }
                Many::Unknown(__message) => {
                    <RawFrame as ::pool_codec::__private::Fields>::visit_fields(
                        __message,
                        __visitor,
                    )
                }
            }
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::From<Open> for Many {
        #[inline]
        fn from(__message: Open) -> Self {
            Many::Open(__message)
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::From<RawFrame> for Many {
        #[inline]
        fn from(__message: RawFrame) -> Self {
            Many::Unknown(__message)
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::EncodeFrame for ManyRef<'decoder> {
        #[inline]
        fn frame_id(&self) -> u32 {
            match self {
                ManyRef::Open(__message) => __ID_0,
                ManyRef::Unknown(__message) => {
                    <::pool_codec::RawFrameRef<
                        'decoder,
                    > as ::pool_codec::__private::EncodeFrame>::frame_id(__message)
                }
            }
        }
        #[inline]
        fn payload_len(&self) -> usize {
            match self {
                ManyRef::Open(__message) => {
                    <OpenRef<
                        'decoder,
                    > as ::pool_codec::__private::Encodable>::encoded_len(__message)
                }
                ManyRef::Unknown(__message) => {
                    <::pool_codec::RawFrameRef<
                        'decoder,
                    > as ::pool_codec::__private::EncodeFrame>::payload_len(__message)
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
                ManyRef::Open(__message) => {
                    <OpenRef<
                        'decoder,
                    > as ::pool_codec::__private::Encodable>::encode(__message, __out)
                }
                ManyRef::Unknown(__message) => {
                    <::pool_codec::RawFrameRef<
                        'decoder,
                    > as ::pool_codec::__private::EncodeFrame>::encode_payload(
                        __message,
                        __out,
                    )
                }
            }
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::DecodeFrame<'decoder> for ManyRef<'decoder> {
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
                    match <OpenRef<
                        'decoder,
                    > as ::pool_codec::__private::Decodable<
                        'decoder,
                    >>::decode(__payload) {
                        ::pool_codec::__private::Ok(__message) => {
                            ::pool_codec::__private::Ok(ManyRef::Open(__message))
                        }
                        ::pool_codec::__private::Err(__error) => {
                            ::pool_codec::__private::Err(__error)
                        }
                    }
                }
                _ => {
                    match <::pool_codec::RawFrameRef<
                        'decoder,
                    > as ::pool_codec::__private::DecodeFrame<
                        'decoder,
                    >>::decode_frame(__id, __payload) {
                        ::pool_codec::__private::Ok(__message) => {
                            ::pool_codec::__private::Ok(ManyRef::Unknown(__message))
                        }
                        ::pool_codec::__private::Err(__error) => {
                            ::pool_codec::__private::Err(__error)
                        }
                    }
                }
            }
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Fields for ManyRef<'decoder> {
        fn visit_fields<__V: ::pool_codec::__private::FieldVisitor>(
            &self,
            __visitor: &mut __V,
        ) {
            match self {
                ManyRef::Open(__message) => {
                    <OpenRef<
                        'decoder,
                    > as ::pool_codec::__private::Fields>::visit_fields(
                        __message,
                        __visitor,
                    )
                }
                ManyRef::Unknown(__message) => {
                    <::pool_codec::RawFrameRef<
                        'decoder,
                    > as ::pool_codec::__private::Fields>::visit_fields(
                        __message,
                        __visitor,
                    )
                }
            }
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::ZeroCopy for Many {
        type Ref<'decoder> = ManyRef<'decoder>;
        fn from_borrowed(__borrowed: &ManyRef<'_>) -> Self {
            match __borrowed {
                ManyRef::Open(__message) => {
                    Many::Open(
                        <Open as ::pool_codec::__private::ZeroCopy>::from_borrowed(
                            __message,
                        ),
                    )
                }
                ManyRef::Unknown(__message) => {
                    Many::Unknown(
                        <RawFrame as ::pool_codec::__private::ZeroCopy>::from_borrowed(
                            __message,
                        ),
                    )
                }
            }
        }
        fn as_borrowed(&self) -> ManyRef<'_> {
            match self {
                Many::Open(__message) => {
                    ManyRef::Open(
                        <Open as ::pool_codec::__private::ZeroCopy>::as_borrowed(
                            __message,
                        ),
                    )
                }
                Many::Unknown(__message) => {
                    ManyRef::Unknown(
                        <RawFrame as ::pool_codec::__private::ZeroCopy>::as_borrowed(
                            __message,
                        ),
                    )
                }
            }
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::Covariant for Many {
        fn shorten<'short, 'long: 'short>(
            __borrowed: &'short ManyRef<'long>,
        ) -> &'short ManyRef<'short> {
            __borrowed
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Lend<Many> for ManyRef<'decoder> {
        #[inline]
        fn lend(&self) -> <Many as ::pool_codec::__private::ZeroCopy>::Ref<'_> {
            *<Many as ::pool_codec::__private::Covariant>::shorten(self)
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::From<ManyRef<'decoder>> for Many {
        fn from(__borrowed: ManyRef<'decoder>) -> Self {
            <Many as ::pool_codec::__private::ZeroCopy>::from_borrowed(&__borrowed)
        }
    }
    impl<'decoder> ManyRef<'decoder> {
        /// Copies the message out of the decoder's input.
        #[must_use]
        pub fn into_owned(self) -> Many {
            <Many as ::pool_codec::__private::ZeroCopy>::from_borrowed(&self)
        }
    }
};
