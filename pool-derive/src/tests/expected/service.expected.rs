const CONFIG: ServiceConfig = {
    const _: () = ::pool_codec::__private::built_from(
        ::pool_codec::__private::include_bytes!(
            ::pool_codec::__private::concat!(::pool_codec::__private::env!("CARGO_MANIFEST_DIR"),
            "/", "services.toml")
        ),
    );
    const __SET: ::pool_codec::__private::SetFacts = ::pool_codec::__private::SetFacts::of::<
        msg::Market,
    >();
    const __MESSAGES: &[::pool_codec::__private::DeclaredMessage] = &[
        ::pool_codec::__private::DeclaredMessage::found(
            "SwapEvent",
            ::pool_codec::__private::Some(
                ::pool_codec::__private::Place::known(
                    "services.toml:2:13",
                    "  |\n2 | messages = [\"SwapEvent\", \"PoolStateUpdate\"]\n  |             ^^^^^^^^^^^",
                ),
            ),
            ::pool_codec::__private::None,
            ::pool_codec::__private::None,
        ),
        ::pool_codec::__private::DeclaredMessage::found(
            "PoolStateUpdate",
            ::pool_codec::__private::Some(
                ::pool_codec::__private::Place::known(
                    "services.toml:2:26",
                    "  |\n2 | messages = [\"SwapEvent\", \"PoolStateUpdate\"]\n  |                          ^^^^^^^^^^^^^^^^^",
                ),
            ),
            ::pool_codec::__private::Some(16),
            ::pool_codec::__private::Some(
                ::pool_codec::__private::Place::known(
                    "services.toml:4:32",
                    "  |\n4 | capacity = { PoolStateUpdate = 16 }\n  |                                ^^",
                ),
            ),
        ),
    ];
    const __SERVICE: ::pool_codec::__private::ServiceConfig = ::pool_codec::__private::ServiceConfig {
        name: ::pool_codec::__private::Cow::Borrowed("adapter"),
        messages: ::pool_codec::__private::Cow::Borrowed(__MESSAGES),
        buffer_pool_enabled: true,
        overflow: ::pool_codec::__private::Some(::pool_codec::__private::Overflow::Wait),
    };
    const __CHECKED_0: () = ::pool_codec::__private::check_declared(
        __SET,
        &__SERVICE,
        0,
    );
    const __CHECKED_1: () = ::pool_codec::__private::check_declared(
        __SET,
        &__SERVICE,
        1,
    );
    let () = __CHECKED_0;
    let () = __CHECKED_1;
    __SERVICE
};
