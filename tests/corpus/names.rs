//! The names that users of the corpus' documents would meet, to read: `cargo test -p asyncapi-tests --test corpus names --
//! --ignored --nocapture`.

use asyncapi_codegen::model::{Channel, Message, Model};
use asyncapi_codegen::options::Side;
use asyncapi_tests::corpus;

use crate::documents::{documents, loaded};

#[test]
#[ignore = "prints, for people"]
fn names() {
    let Some(corpus) = corpus("names") else { return };
    let (base, paths) = documents(&corpus);
    for path in paths {
        let Some((_, model)) = loaded(&base, &path, Side::Application) else { continue };
        println!("== {path}");
        print(&model);
    }
}

fn print(model: &Model) {
    let types: Vec<&str> = model.types.iter().map(|it| it.name.0.as_str()).collect();
    println!("  types: {}", types.join(" "));
    for Channel { name, key, messages, sends, receives, .. } in &model.channels {
        let variants: Vec<&str> = messages.iter().map(|Message { variant, .. }| variant.0.as_str()).collect();
        let methods = sends.iter().map(|it| &it.name).chain(receives.iter().map(|it| &it.name));
        let methods: Vec<&str> = methods.map(|name| name.0.as_str()).collect();
        let choices = sends.iter().map(|it| &it.choice).chain(receives.iter().map(|it| &it.choice)).flatten();
        let choices: Vec<&str> = choices.map(|name| name.0.as_str()).collect();
        println!("  {} [{key}] fn {} | {} | {}", name.0, methods.join(" "), variants.join(" "), choices.join(" "));
    }
}
