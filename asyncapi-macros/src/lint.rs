//! Lints about the document, as warnings of rustc.
//!
//! A macro on stable Rust cannot warn, but it can use a deprecated item. The use stands under `#[warn(warnings)]`, so
//! that a crate with `#![deny(warnings)]` sees a warning too: a lint never stops a build by itself.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote};

/// A warning with this code and text.
pub(crate) fn emit(code: &str, text: &str) -> TokenStream {
    let name = format_ident!("{code}", span = Span::call_site());
    // rustc puts the text behind "use of deprecated constant `A0301`: ".
    let text = format!("\n{text}");
    quote! {
        const _: () = {
            #[deprecated(note = #text)]
            const #name: () = ();
            #[warn(warnings, deprecated)]
            const _: () = #name;
        };
    }
}
