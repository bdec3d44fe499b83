//! `asyncapi!`, which tells the proc macro under which name the user has this crate.

/// Generates the code of an AsyncAPI document: payload types, channels, a client and a service.
///
/// The path is relative to the crate's root, the folder of its `Cargo.toml`. The macro writes items: give it a module of
/// its own. It works under whatever name the user has this crate.
///
/// ```ignore
/// mod user {
///     asyncapi_runtime::asyncapi!("chat.yaml");
/// }
/// mod server {
///     asyncapi_runtime::asyncapi!(spec = "chat.yaml", side = counterpart, types = crate::user);
/// }
/// ```
///
#[doc = include_str!("macros_options.md")]
#[macro_export]
macro_rules! asyncapi {
    ($($options:tt)*) => {
        $crate::__private::asyncapi_with! { ($crate) $($options)* }
    };
}
