//! Reads the options of `asyncapi!`.

use asyncapi_codegen::diagnostic::did_you_mean;
use asyncapi_codegen::options::{Given, Integers, Options, Place, Side, Warnings};
use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};

use crate::cursor::{Cursor, Fault, Parsed};
use crate::matches;

/// The Rust spans of the places that options name.
#[derive(Default)]
pub(crate) struct Places(Vec<Span>);

impl Places {
    /// A place for a span.
    pub(crate) fn of(&mut self, span: Span) -> Place {
        self.0.push(span);
        Place(u32::try_from(self.0.len() - 1).unwrap_or_default())
    }

    /// The span of a place.
    pub(crate) fn span(&self, place: Place) -> Span {
        self.0.get(place.0 as usize).copied().unwrap_or_else(Span::call_site)
    }
}

/// What the user wrote.
pub(crate) struct Invocation {
    /// The path of the document, and where it stands.
    pub(crate) spec: (String, Span),
    /// The other options.
    pub(crate) options: Options,
    /// Where they stand.
    pub(crate) places: Places,
}

const NAMES: [&str; 21] = [
    "spec",
    "side",
    "types",
    "types_of",
    "channels",
    "operations",
    "tags",
    "rename",
    "replace",
    "derives",
    "match",
    "validate",
    "validate_all",
    "keep_unknown",
    "infer_types",
    "arbitrary",
    "integers",
    "refs",
    "allow",
    "deny",
    "warnings",
];

/// Reads `"chat.yaml"` or `spec = "chat.yaml", …`. Goes on after a fault in one option, to find those of the others.
pub(crate) fn parse(input: TokenStream) -> Result<Invocation, Vec<Fault>> {
    let mut cursor = Cursor::new(input, Span::call_site());
    let mut reader = Reader::default();
    if cursor.at_end() {
        return Err(vec![Fault::new(
            Span::call_site(),
            "expected the path of a document, as in `asyncapi!(\"chat.yaml\")`",
        )]);
    }
    if let Ok(spec) = cursor.string("") {
        reader.spec = Some(spec);
        if let Err(fault) = cursor.separator() {
            return Err(vec![fault]);
        }
    }
    while !cursor.at_end() {
        if let Err(fault) = reader.option(&mut cursor) {
            reader.faults.push(fault);
            skip_entry(&mut cursor);
        }
    }
    reader.finish()
}

/// Goes to the comma that ends a faulty entry.
fn skip_entry(cursor: &mut Cursor) {
    while let Some(token) = cursor.next() {
        if matches!(&token, TokenTree::Punct(punct) if punct.as_char() == ',') {
            return;
        }
    }
}

#[derive(Default)]
struct Reader {
    spec: Option<(String, Span)>,
    options: Options,
    places: Places,
    seen: Vec<String>,
    faults: Vec<Fault>,
}

impl Reader {
    fn finish(self) -> Result<Invocation, Vec<Fault>> {
        let mut faults = self.faults;
        match self.spec {
            Some(spec) if faults.is_empty() => Ok(Invocation { spec, options: self.options, places: self.places }),
            Some(_) => Err(faults),
            None => {
                if faults.is_empty() {
                    faults.push(Fault::new(Span::call_site(), "no document is named: add `spec = \"chat.yaml\"`"));
                }
                Err(faults)
            }
        }
    }

    fn option(&mut self, input: &mut Cursor) -> Parsed<()> {
        let (name, span) = input.name("an option, such as `spec` or `side`")?;
        if !NAMES.contains(&name.as_str()) {
            let help = did_you_mean(&name, NAMES).map(|help| format!("; {help}")).unwrap_or_default();
            let message = format!("there is no option `{name}`{help}\nthe options are {}", NAMES.join(", "));
            return Err(Fault::new(span, message));
        }
        if self.seen.contains(&name) || (name == "spec" && self.spec.is_some()) {
            return Err(Fault::new(span, format!("option `{name}` stands here twice")));
        }
        self.seen.push(name.clone());
        input.expect('=', &format!("`{name}`"))?;
        self.value(&name, input)?;
        input.separator()
    }

    fn value(&mut self, name: &str, input: &mut Cursor) -> Parsed<()> {
        match name {
            "spec" => self.spec = Some(input.string("the path of the document, as a string")?),
            "side" => self.options.side = side(input)?,
            "types" => {
                let (path, span) = input.path("the path of a module, such as `crate::user`")?;
                self.options.types = Some(Given::new(path, self.places.of(span)));
            }
            "types_of" => {
                let (path, span) = input.string("the path of a document, as a string")?;
                self.options.types_of = Some(Given::new(path, self.places.of(span)));
            }
            "channels" => self.options.channels = Some(self.names(input, "the key of a channel")?),
            "operations" => self.options.operations = Some(self.names(input, "the key of an operation")?),
            "tags" => self.options.tags = Some(self.names(input, "the name of a tag")?),
            "rename" => self.options.rename = self.pairs(input, "a name of the document", "a Rust name")?,
            "replace" => self.options.replace = self.pairs(input, "a generated type", "the path of a type")?,
            "derives" => self.options.derives = self.paths(input)?,
            "match" => self.options.matches = matches::parse(input, &mut self.places)?,
            "validate" => {
                let span = input.span();
                self.options.validate = Some(Given::new(boolean(input)?, self.places.of(span)));
            }
            "validate_all" => self.options.validate_all = boolean(input)?,
            "keep_unknown" => self.options.keep_unknown = boolean(input)?,
            "infer_types" => self.options.infer_types = boolean(input)?,
            "arbitrary" => {
                let span = input.span();
                self.options.arbitrary = Some(Given::new(boolean(input)?, self.places.of(span)));
            }
            "integers" => self.options.integers = integers(input)?,
            "refs" => self.options.refs = self.pairs(input, "a URL, as a string", "the path of a file, as a string")?,
            "allow" => self.options.allow = self.names(input, "the code of a lint, such as `A0301`")?,
            "deny" => self.options.deny = self.names(input, "the code of a lint, such as `A0301`")?,
            _ => self.options.warnings = warnings(input)?,
        }
        Ok(())
    }

    fn names(&mut self, input: &mut Cursor, what: &str) -> Parsed<Vec<Given<String>>> {
        let mut list = input.group(Delimiter::Bracket, &format!("`[…]` with {what}"))?;
        let mut names = Vec::new();
        while !list.at_end() {
            let (name, span) = list.name(what)?;
            list.separator()?;
            names.push(Given::new(name, self.places.of(span)));
        }
        Ok(names)
    }

    fn paths(&mut self, input: &mut Cursor) -> Parsed<Vec<Given<String>>> {
        let mut list = input.group(Delimiter::Bracket, "`[…]` with derives")?;
        let mut paths = Vec::new();
        while !list.at_end() {
            let (path, span) = list.path("the path of a derive")?;
            list.separator()?;
            paths.push(Given::new(path, self.places.of(span)));
        }
        Ok(paths)
    }

    #[allow(clippy::type_complexity, reason = "pairs of what the user gave")]
    fn pairs(&mut self, input: &mut Cursor, from: &str, to: &str) -> Parsed<Vec<(Given<String>, Given<String>)>> {
        let mut map = input.group(Delimiter::Brace, &format!("`{{ … = … }}`: {from} and {to}"))?;
        let mut pairs = Vec::new();
        while !map.at_end() {
            let (key, span) = map.name(from)?;
            let key = Given::new(key, self.places.of(span));
            map.expect('=', from)?;
            let (value, span) = match map.string(to) {
                Ok(found) => found,
                Err(_) => map.path(to)?,
            };
            map.separator()?;
            pairs.push((key, Given::new(value, self.places.of(span))));
        }
        Ok(pairs)
    }
}

fn boolean(input: &mut Cursor) -> Parsed<bool> {
    let span = input.span();
    let word = input.ident("`true` or `false`")?;
    if word == "true" || word == "false" {
        Ok(word == "true")
    } else {
        Err(Fault::new(span, "expected `true` or `false`"))
    }
}

fn integers(input: &mut Cursor) -> Parsed<Integers> {
    let span = input.span();
    match input.ident("`exact` or `i64`")?.to_string().as_str() {
        "exact" => Ok(Integers::Exact),
        "i64" => Ok(Integers::I64),
        other => Err(Fault::new(span, format!("`integers` is `exact` or `i64`, not `{other}`"))),
    }
}

fn side(input: &mut Cursor) -> Parsed<Side> {
    let (word, span) = input.name("`application` or `counterpart`")?;
    match word.as_str() {
        "application" => Ok(Side::Application),
        "counterpart" => Ok(Side::Counterpart),
        _ => {
            let help = did_you_mean(&word, ["application", "counterpart"]).map(|help| format!("; {help}"));
            let message = "expected `application`, what the document describes, or `counterpart`, the other end";
            Err(Fault::new(span, format!("{message}{}", help.unwrap_or_default())))
        }
    }
}

fn warnings(input: &mut Cursor) -> Parsed<Warnings> {
    let (word, span) = input.name("`\"warn\"`, `\"allow\"` or `\"deny\"`")?;
    match word.as_str() {
        "warn" => Ok(Warnings::Warn),
        "allow" => Ok(Warnings::Allow),
        "deny" => Ok(Warnings::Deny),
        _ => Err(Fault::new(span, "expected `\"warn\"`, `\"allow\"` or `\"deny\"`")),
    }
}
