//! A JSON schema on standard input, the Rust code that typify makes of it on standard output, with `Payload` for its root.

use std::io::Read as _;

use schemars::schema::{RootSchema, Schema};
use typify_impl::{TypeSpace, TypeSpaceSettings};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let mut schema: serde_json::Value = serde_json::from_str(&text)?;
    let mut types = TypeSpace::new(&TypeSpaceSettings::default());
    let root = if let Some(object) = schema.as_object_mut() {
        // Without a title, typify makes nothing of a root.
        object.insert("title".to_owned(), "Root".into());
        let schema: RootSchema = serde_json::from_value(schema)?;
        types.add_root_schema(schema)?.ok_or("no root")?
    } else {
        let schema: Schema = serde_json::from_value(schema)?;
        types.add_type_with_name(&schema, Some("Root".to_owned()))?
    };
    let root = types.get_type(&root)?.ident();
    let file = syn::parse2(types.to_stream())?;
    println!("{}\npub type Payload = {root};", prettyplease::unparse(&file));
    Ok(())
}
