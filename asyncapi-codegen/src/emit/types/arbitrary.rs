//! Values for tests, made of random bytes.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Types, ident};
use crate::model::TypeDefinition;

impl Types<'_> {
    // ```
    // impl<'a> rt::arbitrary::Arbitrary<'a> for Order {
    //     fn arbitrary(from: &mut rt::arbitrary::Unstructured<'a>) -> rt::arbitrary::Result<Self> {
    //         static SCHEMA: &rt::Schema = &rt::Schema(&[…]);
    //         rt::arbitrary::value(SCHEMA, from)
    //     }
    // }
    // ```
    pub(super) fn arbitrary(&self, definition: &TypeDefinition) -> TokenStream {
        let Some(schema) = &definition.schema else { return TokenStream::new() };
        let (rt, name, schema) = (self.rt, ident(&definition.name), self.schema(schema));
        quote! {
            impl<'a> #rt::arbitrary::Arbitrary<'a> for #name {
                fn arbitrary(from: &mut #rt::arbitrary::Unstructured<'a>) -> #rt::arbitrary::Result<Self> {
                    static SCHEMA: &#rt::Schema = #schema;
                    #rt::arbitrary::value(SCHEMA, from)
                }
            }
        }
    }
}
